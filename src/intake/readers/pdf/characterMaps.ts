/** What the library is given for a character map. */
interface CharacterMap {
  readonly cMapData: Uint8Array
  readonly isCompressed: true
}

/**
 * Fetches the character maps that old Chinese PDFs name instead of carrying them (GBK-EUC-H …): in the
 * browser from beside the program itself, in Node from the installed package.
 */
export class CharacterMaps {
  async fetch({ name }: { readonly name: string }): Promise<CharacterMap> {
    // The name comes from the file: nothing but a map's name may become part of an address.
    if (!/^[A-Za-z0-9-]{1,40}$/.test(name)) throw new Error(`no character map is called ${name}`)
    const file = `${name}.bcmap`
    const cMapData = await (isNode() ? fromPackage(file) : fromServer(file))
    return { cMapData, isCompressed: true }
  }
}

function isNode(): boolean {
  return typeof process !== 'undefined' && typeof process.getBuiltinModule === 'function'
}

async function fromPackage(file: string): Promise<Uint8Array> {
  const { createRequire } = process.getBuiltinModule('node:module')
  const { readFile } = process.getBuiltinModule('node:fs/promises')
  const path = createRequire(import.meta.url).resolve(`pdfjs-dist/cmaps/${file}`)
  return new Uint8Array(await readFile(path))
}

/** The program's scripts lie in a folder beside that of the maps. */
async function fromServer(file: string): Promise<Uint8Array> {
  const response = await fetch(new URL(`../cmaps/${file}`, self.location.href))
  if (!response.ok) throw new Error(`character map ${file}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
