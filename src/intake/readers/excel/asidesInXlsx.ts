import { ZipUnpacker } from '../zip/unpack'
import { asidesOfStyles, type Aside } from './asideText'
import { sheetPaths } from './hidden/hiddenInXlsx'

/** By the names of sheets, and the references of cells (`B2`): what their styles make of their texts. */
export type AsideCells = ReadonlyMap<string, ReadonlyMap<string, Aside>>

/** The cells of an .xlsx that are struck out or white on white; what is packed was measured before. */
export function asidesInXlsx(bytes: Uint8Array): AsideCells {
  const zip = new ZipUnpacker(bytes)
  const text = (path: string): string => {
    const entry = zip.entries.find((each) => each.path === path)
    const unpacked = entry === undefined ? null : zip.unpack(entry)
    return unpacked === null || 'fault' in unpacked ? '' : new TextDecoder().decode(unpacked.bytes)
  }
  const asides = asidesOfStyles(text('xl/styles.xml'))
  if (asides.every((each) => each === null)) return new Map()
  return new Map(
    [...sheetPaths(text)].map(([name, path]) => {
      const cells = new Map<string, Aside>()
      for (const [, cell = '', style] of text(path).matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)) {
        const aside = asides[Number(style)] ?? null
        if (aside !== null) cells.set(cell, aside)
      }
      return [name, cells]
    }),
  )
}
