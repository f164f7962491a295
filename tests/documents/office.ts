import { spawnSync } from 'node:child_process'

const libraries = { writer: 'libswlo.so', calc: 'libsclo.so' } as const
export type OfficeProgram = keyof typeof libraries

/**
 * Whether LibreOffice is on this machine with that program. Asked of its library, which lies beside
 * `soffice`: without it, a conversion ends as if all were well and writes nothing.
 */
export function hasOffice(program: OfficeProgram): boolean {
  const folder = 'dirname "$(readlink -f "$(command -v soffice)")"'
  return spawnSync('sh', ['-c', `test -e "$(${folder})/${libraries[program]}"`]).status === 0
}
