import { limits } from '../../limits'
import type { ZipEntry } from '../../zip/directory'
import { ZipUnpacker } from '../../zip/unpack'
import { asidesOfStyles } from '../asideText'
import { known, NotPlain } from './notPlain'
import { SheetScanner, type ScannedSheet, type SheetTables, type TextTaker } from './sheetScanner'
import { numberFormats, sharedTexts, workbookParts, type SheetEntry } from './workbookParts'

export interface PlainSheet extends ScannedSheet {
  readonly name: string
  readonly isHidden: boolean
}

/**
 * The sheets of an .xlsx as spreadsheets commonly write it, several times faster than the library and
 * without unpacking it as a whole; null where it has anything else (dates, formulas without their
 * results, comments …) or is damaged or unsafe. `takerOf` is asked once a sheet.
 */
export function readPlainXlsx(
  bytes: Uint8Array,
  takerOf: (sheet: string) => TextTaker,
): PlainSheet[] | null {
  try {
    return new PlainWorkbook(bytes).sheets(takerOf)
  } catch (cause) {
    if (cause instanceof NotPlain) return null
    throw cause
  }
}

class PlainWorkbook {
  readonly #zip: ZipUnpacker
  readonly #entries: ReadonlyMap<string, ZipEntry>
  readonly #read = new Set<ZipEntry>()

  constructor(bytes: Uint8Array) {
    this.#zip = new ZipUnpacker(bytes)
    const files = this.#zip.entries.filter(({ isFolder }) => !isFolder)
    this.#entries = new Map(files.map((entry) => [entry.path, entry]))
    if (this.#zip.fault !== null || this.#entries.size < files.length) throw new NotPlain()
  }

  sheets(takerOf: (sheet: string) => TextTaker): PlainSheet[] {
    const { sheets, strings, styles } = workbookParts(
      this.#text('xl/workbook.xml'),
      this.#text('xl/_rels/workbook.xml.rels'),
    )
    const styled = styles === null ? '' : this.#text(styles)
    const tables: SheetTables = {
      texts: strings === null ? [] : sharedTexts(this.#text(strings)),
      formats: styled === '' ? [] : numberFormats(styled),
      asides: asidesOfStyles(styled),
    }
    let left: number = limits.cells
    const found = sheets.map((sheet) => {
      const scanned = this.#sheet(sheet, tables, takerOf(sheet.name), left)
      left -= scanned.cells
      return { ...scanned.sheet, name: sheet.name, isHidden: sheet.isHidden }
    })
    // What is not read must be sound all the same: a workbook is taken whole or refused.
    for (const entry of this.#entries.values())
      if (!this.#read.has(entry)) this.#stream(entry, () => undefined)
    return found
  }

  #sheet({ path }: SheetEntry, tables: SheetTables, take: TextTaker, left: number) {
    const scanner = new SheetScanner(tables, take)
    const decoder = new TextDecoder('utf-8', { fatal: true })
    this.#stream(known(this.#entries.get(path)), (chunk) => {
      scanner.add(decoder.decode(chunk, { stream: true }))
      if (scanner.cells > left) throw new NotPlain()
    })
    return { sheet: scanner.finish(), cells: scanner.cells }
  }

  #text(path: string): string {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const parts: string[] = []
    this.#stream(known(this.#entries.get(path)), (chunk) => {
      parts.push(decoder.decode(chunk, { stream: true }))
    })
    return parts.join('')
  }

  /** A fault of the archive, or of what is made of it, is for the library's way to tell. */
  #stream(entry: ZipEntry, take: (chunk: Uint8Array) => void): void {
    this.#read.add(entry)
    if (this.#zip.stream(entry, take) !== null) throw new NotPlain()
  }
}
