import type { ParsingOptions, WorkBook } from '@e965/xlsx'
import { limits } from '../limits'
import { codePages } from './codePages'

type Library = typeof import('@e965/xlsx')

/** Parts of the library that its types leave out. */
interface OleParts {
  readonly CFB: {
    read(
      bytes: Uint8Array,
      options: { type: 'array' },
    ): {
      readonly FileIndex: readonly { readonly name: string; size: number }[]
    }
  }
  parse_xlscfb(container: unknown, options: ParsingOptions): WorkBook
}

const options: ParsingOptions = {
  type: 'array',
  dense: true,
  cellNF: true,
  cellFormula: true,
  cellHTML: false,
  sheetRows: limits.rows + 1,
  // For old files that do not name theirs.
  codepage: 936,
}

/** Lets the library read the bytes of a workbook; whatever it throws passes through. */
export function openWorkbook(library: Library, bytes: Uint8Array): WorkBook {
  library.set_cptable(codePages)
  return isOle(bytes) ? openOle(library, bytes) : library.read(bytes, options)
}

/** The container of .xls, .doc and their like. */
export function isOle(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte)
}

/**
 * The author, title and other properties are hidden from the library: it believes how many there are,
 * and one changed byte makes billions of them.
 */
function openOle(library: Library, bytes: Uint8Array): WorkBook {
  const parts = library as unknown as OleParts
  const container = parts.CFB.read(bytes, { type: 'array' })
  for (const stream of container.FileIndex) {
    if (stream.name.endsWith('SummaryInformation')) stream.size = 0
  }
  return parts.parse_xlscfb(container, options)
}
