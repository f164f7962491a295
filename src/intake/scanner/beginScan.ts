import { isAuxiliary } from '@/domain/auxiliary'
import type { UnitId, UnitRegistry } from '@/domain/unit'
import type { Grid } from '../document'
import type { ColumnMapping } from '../draft'
import type { AnswerBook } from '../fileAnswers'
import type { GivenBytes } from '../givenBytes'
import { detectDialect } from '../readers/csv/dialect'
import { FindingList } from '../readers/findings'
import { mayHaveTextFaults } from '../readers/encoding/textFaults'
import { isComplete } from '../recognisers/keyColumns'
import { mapColumns } from '../recognisers/mapColumns'
import { ReportKeys } from '../recognisers/reportKeys'
import { notAnnual } from '../recognisers/notAnnual'
import { findHeader, type TableHeader } from '../recognisers/tableHeader'
import { partColumns, TableRows } from '../recognisers/tableRows'
import { tablesBeside } from '../recognisers/tablesBeside'
import { namedColumns } from '../recognisers/wide'
import { bomLength, CR, LF, NotClean, soundText } from './lines'
import type { ScanTable } from './rowScanner'
import { scanPlan } from './scanPlan'

/** Bytes from which dialect and header are told; as many characters as the tolerant reader takes. */
const SAMPLE = 256 * 2 ** 10

/** What a file is read with. */
export interface BeginOptions {
  readonly name: string
  readonly registry: UnitRegistry
  readonly within: UnitId | null
  readonly answers?: AnswerBook | undefined
}

/** A scan that can begin. */
export interface Scan {
  readonly table: ScanTable
  readonly keys: ReportKeys
  readonly findings: FindingList
  readonly columns: readonly ColumnMapping[]
  /** Byte and line of the first row of data. */
  readonly start: number
  readonly line: number
}

/** Header and plan from the beginning of the file; null where it is not for the scanner. */
export async function beginScan(file: GivenBytes, options: BeginOptions): Promise<Scan | null> {
  const sample = await file.first(SAMPLE)
  return beginWith(sample, sample.length === file.size, options)
}

function beginWith(sample: Uint8Array, isWhole: boolean, options: BeginOptions): Scan | null {
  const bom = bomLength(sample)
  const end = isWhole ? sample.length : sample.lastIndexOf(LF) + 1
  const text = soundText(sample.subarray(bom, end))
  if (!isPlainText(text)) return null
  const lineEnd = text.includes('\r\n') ? CR : LF
  const lines = text.split(lineEnd === CR ? '\r\n' : '\n')
  const rows = lines.map((line) => (line === '' ? [] : line.split(',')))
  const grid = { name: '', rows }
  const findings = new FindingList()
  const { registry, within, answers, name: file } = options
  const context = { registry, within, source: '', file, findings, answers }
  const header = findHeader(grid, 0, context)
  if (header?.row !== 0 || !isComplete(header.keys)) return null
  if (!isPlainList(header, grid, file)) return null
  // Which years the columns are of, all rows tell.
  if (findings.list().some(({ code }) => code === 'columns-of-year')) return null
  if (rows.slice(0, header.firstDataRow).some((row) => row.length !== header.width)) return null
  const named = namedColumns(grid, header, true)
  const place = { sheet: '', row: 1, moneyUnit: header.moneyUnit }
  const { figures, mappings } = mapColumns(named, place, context)
  const plan = scanPlan(header, figures)
  if (plan === null || figures.every(({ indicator }) => isAuxiliary(indicator))) return null
  const keys = new ReportKeys(context)
  const tableRows = new TableRows(context, keys, header, '')
  const headerBytes = lines
    .slice(0, header.firstDataRow)
    .reduce(
      (sum, line) => sum + new TextEncoder().encode(line).length + (lineEnd === CR ? 2 : 1),
      0,
    )
  return {
    table: { plan, keys: header.keys, header: rows[0] ?? [], rows: tableRows, context, lineEnd },
    ...{ keys, findings, columns: mappings },
    start: bom + headerBytes,
    line: header.firstDataRow,
  }
}

/** Whether every column but those of units and years may be a figure of its row. */
function isPlainList(header: TableHeader, grid: Grid, file: string): boolean {
  const { keys } = header
  if (notAnnual(grid, file).length > 0 || partColumns(header).length > 0) return false
  return !keys.has('indicator') && !keys.has('measure') && tablesBeside(grid) === null
}

/** Whether the tolerant reader would find nothing to say about encoding, dialect or characters. */
function isPlainText(text: string): boolean {
  if (text.includes('"') || mayHaveTextFaults(text) || /\r(?!\n)/.test(text)) return false
  if (/[^\x00-\x7f]/.test(text) && !/[\u0800-\uffff]/.test(text)) return false
  if (text.includes('\r\n') && /[^\r]\n/.test(text)) return false
  const { delimiter, rival, quote, sepLine, skipSpace } = detectDialect(text)
  return delimiter === ',' && rival === null && quote === '"' && !sepLine && !skipSpace
}

/** What the scan gives; null where it met what only the tolerant reader can judge. */
export async function unlessNotClean<T>(scan: () => Promise<T>): Promise<T | null> {
  try {
    return await scan()
  } catch (cause) {
    if (cause instanceof NotClean) return null
    throw cause
  }
}
