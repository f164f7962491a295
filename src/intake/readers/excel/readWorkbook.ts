import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx'
import type { Finding } from '@/domain/finding'
import type { Grid, Merge, SourceDocument } from '../../document'
import { textFaults } from '../encoding/textFaults'
import { FindingList } from '../findings'
import { limits } from '../limits'
import { isZip } from '../zip/directory'
import { ZipUnpacker } from '../zip/unpack'
import { hiddenFindings } from './hidden/hiddenSpans'
import { hiddenInWorkbook, type HiddenParts } from './hidden/hiddenInWorkbook'
import { asidesInXlsx, type AsideCells } from './asidesInXlsx'
import { markedText, runsOf, textOfRuns } from './asideText'
import { openWorkbook, type OpenedWorkbook } from './openWorkbook'
import { NotPlain } from './plain/notPlain'
import { xmlText } from './plain/xmlText'
import { readPlainXlsx } from './plain/readPlainXlsx'
import { cellText, looksCoerced, showsWeekdays, type WorkbookCell } from './cellText'

type Library = typeof import('@e965/xlsx')
export type WorkbookTable = Pick<SourceDocument, 'grids' | 'findings'>

/**
 * A spreadsheet file (.xlsx, .xlsb, .xls, .ods, XML of Excel 2003) to a grid a sheet, cell A1 first, so
 * that row and column numbers are those of the screen. Formulas give the value that was stored with
 * them. The library is loaded on first use; a zip is measured before the library unpacks it.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  places?: number,
): Promise<WorkbookTable> {
  return plainWorkbook(bytes, file, places) ?? (await libraryWorkbook(bytes, file, places))
}

/** The same by the library alone, which knows every kind of workbook. */
export async function libraryWorkbook(
  bytes: Uint8Array,
  file: string,
  places?: number,
): Promise<WorkbookTable> {
  const refused = refusal(bytes, file)
  if (refused !== null) return { grids: [], findings: [refused] }
  const library = await import('@e965/xlsx')
  const found = opened(library, bytes)
  if (typeof found === 'string') {
    const detail = { reason: found }
    return {
      grids: [],
      findings: [{ code: 'read-failed', severity: 'error', place: { file }, detail }],
    }
  }
  const hidden = hiddenInWorkbook(found, bytes)
  const asides: AsideCells = isZip(bytes) ? asidesInXlsx(bytes) : new Map()
  const parts = { library, workbook: found.workbook, hidden, asides }
  return new WorkbookReading(parts, file, new FindingList(places)).run()
}

/** An .xlsx without anything unusual; null for any other workbook. */
function plainWorkbook(
  bytes: Uint8Array,
  file: string,
  places: number | undefined,
): WorkbookTable | null {
  if (bytes.length > limits.workbookBytes || !isZip(bytes)) return null
  const bySheet = new Map<string, FindingList>()
  const sheets = readPlainXlsx(bytes, (sheet) => {
    const findings = new FindingList(places)
    bySheet.set(sheet, findings)
    return (text, row, column) => {
      for (const fault of textFaults(text))
        findings.add({ ...fault, place: { file, sheet, row, column } })
    }
  })
  if (sheets === null) return null
  const findings = new FindingList(places)
  const grids: Grid[] = []
  for (const { name, rows, merges, formulas, isHidden, hidden } of sheets) {
    findings.addAll(bySheet.get(name)?.list() ?? [])
    if (rows.length === 0) continue
    const place = { file, sheet: name }
    const detail = { cells: formulas }
    if (formulas > 0) findings.add({ code: 'cell-formula', severity: 'info', place, detail })
    if (isHidden) findings.add({ code: 'sheet-hidden', severity: 'info', place, detail: {} })
    findings.addAll(hiddenFindings(place, rows, hidden))
    const inside = merges.filter(({ row }) => row < rows.length)
    grids.push(inside.length === 0 ? { name, rows } : { name, rows, merges: inside })
  }
  return { grids, findings: findings.list() }
}

/** The workbook, or why there is none; the library says so in English only. */
function opened(library: Library, bytes: Uint8Array): OpenedWorkbook | 'encrypted' | 'damaged' {
  try {
    return openWorkbook(library, bytes)
  } catch (cause) {
    return /password|encrypt/i.test(String(cause)) ? 'encrypted' : 'damaged'
  }
}

function refusal(bytes: Uint8Array, file: string): Finding | null {
  if (bytes.length > limits.workbookBytes) {
    const detail = { bytes: bytes.length, limit: limits.workbookBytes }
    return { code: 'file-too-large', severity: 'error', place: { file }, detail }
  }
  if (!isZip(bytes)) return null
  const zip = new ZipUnpacker(bytes)
  if (zip.fault !== null) return zipFinding(zip.fault, file)
  for (const entry of zip.entries) {
    if (entry.isFolder) continue
    const unpacked = zip.unpack(entry)
    if ('fault' in unpacked) return zipFinding(unpacked.fault, file)
  }
  return null
}

function zipFinding(fault: NonNullable<ZipUnpacker['fault']>, file: string): Finding {
  const detail = 'reason' in fault ? { reason: fault.reason } : {}
  return { code: fault.code, severity: 'error', place: { file }, detail }
}

const noCells: readonly string[] = []

interface WorkbookParts {
  readonly library: Library
  readonly workbook: WorkBook
  readonly hidden: HiddenParts
  readonly asides: AsideCells
}

class WorkbookReading {
  readonly #library: Library
  readonly #workbook: WorkBook
  readonly #file: string
  readonly #findings: FindingList
  readonly #hidden: HiddenParts
  readonly #asides: AsideCells
  readonly #dateFormats = new Map<string, boolean>()
  #cells = 0

  constructor(
    { library, workbook, hidden, asides }: WorkbookParts,
    file: string,
    findings: FindingList,
  ) {
    this.#findings = findings
    this.#library = library
    this.#workbook = workbook
    this.#file = file
    this.#hidden = hidden
    this.#asides = asides
  }

  run(): WorkbookTable {
    const grids: Grid[] = []
    for (const name of this.#workbook.SheetNames) {
      const sheet = this.#workbook.Sheets[name]
      if (sheet === undefined) continue
      const grid = this.#sheet(sheet, name)
      if (grid === null) continue
      if (this.#hidden.sheets.has(name)) this.#note('sheet-hidden', 'info', name)
      const spans = this.#hidden.spans.get(name)
      if (spans !== undefined)
        this.#findings.addAll(hiddenFindings({ file: this.#file, sheet: name }, grid.rows, spans))
      grids.push(grid)
      if (this.#cells > limits.cells) {
        const detail = { cells: this.#cells, limit: limits.cells }
        this.#findings.add({
          code: 'file-too-large',
          severity: 'error',
          place: { file: this.#file },
          detail,
        })
        return { grids: [], findings: this.#findings.list() }
      }
    }
    return { grids, findings: this.#findings.list() }
  }

  #sheet(sheet: WorkSheet, name: string): Grid | null {
    const rows: (readonly string[])[] = []
    let formulas = 0
    const data: (CellObject | undefined)[][] = sheet['!data'] ?? []
    for (let row = 0; row < data.length; row += 1) {
      const cells = data[row]
      if (cells === undefined) {
        rows.push(noCells)
        continue
      }
      formulas += cells.filter((cell) => cell?.f !== undefined && !isUnsolved(cell)).length
      rows.push(this.#row(cells, row, name))
    }
    while (rows.at(-1)?.length === 0) rows.pop()
    if (rows.length === 0) return null
    if (formulas > 0) this.#note('cell-formula', 'info', name, { cells: formulas })
    const merges = (sheet['!merges'] ?? []).map(toMerge).filter(({ row }) => row < rows.length)
    return merges.length === 0 ? { name, rows } : { name, rows, merges }
  }

  #row(cells: readonly (CellObject | undefined)[], row: number, sheet: string): readonly string[] {
    const texts: string[] = []
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column]
      texts.push(cell === undefined ? '' : this.#cell(cell, sheet, row + 1, column + 1))
    }
    while (texts.at(-1) === '') texts.pop()
    this.#cells += texts.length
    return texts.length === 0 ? noCells : texts
  }

  #cell(cell: CellObject, sheet: string, row: number, column: number): string {
    const known: WorkbookCell = cell
    const format = typeof cell.z === 'string' ? cell.z : ''
    const isDate = cell.t === 'n' && this.#isDate(format)
    const asides = this.#asides.get(sheet)
    const aside = asides?.get(`${this.#library.utils.encode_col(column - 1)}${row}`) ?? null
    const text = markedText(styledText(cell) ?? cellText(known, isDate), aside)
    const place = { file: this.#file, sheet, row, column }
    if (isDate && looksCoerced(format)) {
      const detail = { serial: Number(cell.v) }
      this.#findings.add({ code: 'cell-maybe-date', severity: 'warning', place, raw: text, detail })
    }
    // No blank: something stood there. The reader of cells says so.
    if (isUnsolved(cell)) return `=${cell.f}`
    if (cell.t === 's') {
      for (const fault of textFaults(text)) this.#findings.add({ ...fault, place })
    }
    return text
  }

  #isDate(format: string): boolean {
    if (format === '' || format === 'General') return false
    const known = this.#dateFormats.get(format)
    if (known !== undefined) return known
    const isDate = Boolean(this.#library.SSF.is_date(format)) || showsWeekdays(format)
    this.#dateFormats.set(format, isDate)
    return isDate
  }

  #note(
    code: 'sheet-hidden' | 'cell-formula',
    severity: 'info',
    sheet: string,
    detail: NonNullable<Finding['detail']> = {},
  ): void {
    this.#findings.add({ code, severity, place: { file: this.#file, sheet }, detail })
  }
}

/** A text in several styles, some of which set it aside; null: any other. */
function styledText({ t, r }: CellObject): string | null {
  if (t !== 's' || typeof r !== 'string' || !r.includes('<rPr>')) return null
  try {
    const runs = runsOf(r, xmlText)
    return runs.some(({ aside }) => aside !== null) ? textOfRuns(runs) : null
  } catch (cause) {
    if (cause instanceof NotPlain) return null
    throw cause
  }
}

/** A formula that was saved without its result. */
function isUnsolved(cell: CellObject): cell is CellObject & { f: string } {
  return cell.f !== undefined && cell.v === undefined
}

function toMerge({ s, e }: Range): Merge {
  return { row: s.r, column: s.c, rows: e.r - s.r + 1, columns: e.c - s.c + 1 }
}
