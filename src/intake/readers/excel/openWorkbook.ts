import type { ParsingOptions, WorkBook } from '@e965/xlsx'
import { limits } from '../limits'
import { codePages } from './codePages'
import { hiddenColumnsInXls } from './hidden/hiddenInXls'
import type { Span } from './hidden/hiddenSpans'

type Library = typeof import('@e965/xlsx')

/** Parts of the library that its types leave out. */
interface OleParts {
  readonly CFB: {
    read(
      bytes: Uint8Array,
      options: { type: 'array' },
    ): {
      readonly FileIndex: readonly {
        readonly name: string
        readonly content?: ArrayLike<number>
        size: number
      }[]
    }
  }
  parse_xlscfb(container: unknown, options: ParsingOptions): WorkBook
}

const options: ParsingOptions = {
  type: 'array',
  dense: true,
  cellNF: true,
  cellFormula: true,
  // The format that a date gets when it is typed: shown as the country has it.
  dateNF: 'yyyy/m/d',
  cellHTML: false,
  sheetRows: limits.rows + 1,
  // For old files that do not name theirs.
  codepage: 936,
}

/** A workbook as the library knows it, and the columns that the sheets of an .xls hide. */
export interface OpenedWorkbook {
  readonly workbook: WorkBook
  readonly xlsColumns: readonly (readonly Span[])[]
}

/** Lets the library read the bytes of a workbook; whatever it throws passes through. */
export function openWorkbook(library: Library, bytes: Uint8Array): OpenedWorkbook {
  library.set_cptable(codePages)
  return isOle(bytes)
    ? openOle(library, bytes)
    : { workbook: library.read(bytes, options), xlsColumns: [] }
}

/** The container of .xls, .doc and their like. */
export function isOle(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte)
}

/**
 * The author, title and other properties are hidden from the library: it believes how many there are,
 * and one changed byte makes billions of them.
 */
function openOle(library: Library, bytes: Uint8Array): OpenedWorkbook {
  const parts = library as unknown as OleParts
  const container = parts.CFB.read(bytes, { type: 'array' })
  for (const stream of container.FileIndex) {
    if (stream.name.endsWith('SummaryInformation')) stream.size = 0
  }
  const stream = container.FileIndex.find(({ name }) => name === 'Workbook')?.content ?? []
  return {
    workbook: parts.parse_xlscfb(container, options),
    xlsColumns: hiddenColumnsInXls(Uint8Array.from(stream)),
  }
}
