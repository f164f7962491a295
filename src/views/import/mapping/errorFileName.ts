import type { SheetFormat } from '@/engine/checkProtocol'

/** The original's name stays in it: a year or a unit may be told from it. */
export function errorFileName(path: string, format: SheetFormat): string {
  const name = path.split(/[/\\]/).at(-1) ?? path
  return `${name.replace(/\.[A-Za-z0-9]{1,8}$/u, '')}_问题行.${format}`
}
