import type { Edition, ReportEdition } from '@/domain/indicator'
import {
  tableTwoBlocks,
  type TableTwoBlock,
  type TableTwoColumn,
  type TableTwoRow,
} from '@/domain/tableTwo'
import type { Grid } from '../../document'
import type { FormCell, FormLine } from './formLine'
import { labelScore } from './labelScore'
import { TableReader, type TableReading } from './reading'
import { RowChooser } from './rowLines'
import { statedMoney, type StatedMoney } from './statedMoney'

const CLEAR = 0.86

interface PrintedRow {
  readonly label: string
  readonly row: TableTwoRow
  readonly columns: readonly TableTwoColumn[]
}

/** Columns as the 2019 edition prints them; the 2021 edition prints them as the catalogue lists them. */
const order2019: ReadonlyMap<string, number> = new Map([
  ['itemsPreviousYear', 0],
  ['itemsChange', 1],
  ['decisions', 2],
  ['issued', 0],
  ['newlyPublished', 1],
  ['publishedTotal', 2],
  ['items', 0],
  ['amount', 1],
])

function printedRows(edition: Edition): PrintedRow[] {
  return tableTwoBlocks.flatMap((block) => {
    const columns = columnsOf(block, edition)
    if (columns.length === 0) return []
    return block.rows.map((row) => ({
      label: edition === '2019' ? (row.label2019 ?? row.label) : row.label,
      row,
      columns,
    }))
  })
}

function columnsOf(block: TableTwoBlock, edition: Edition): TableTwoColumn[] {
  const columns = block.columns.filter(({ editions }) => editions.includes(edition))
  if (edition === '2021') return columns
  return columns.toSorted((a, b) => (order2019.get(a.id) ?? 0) - (order2019.get(b.id) ?? 0))
}

/**
 * Table 二 主动公开政府信息情况: rows by their labels, as many figures as the edition prints. With an
 * unknown edition the one is taken whose counts of figures fit more rows. Null where nothing of the
 * table is there.
 */
export function readTableTwo(
  lines: readonly FormLine[],
  edition: ReportEdition,
  grids: readonly Grid[],
): (TableReading & { readonly edition: ReportEdition }) | null {
  const tried = (['2021', '2019'] as const).filter(
    (each) => edition === 'unknown' || edition === each,
  )
  const chooser = new RowChooser(lines, grids)
  const fits = tried.map((each) => fit(chooser, each))
  const best = fits.toSorted((a, b) => b.whole - a.whole)[0]
  if (!best || best.found.length === 0) return null
  const [first, second] = fits
  const isTie = edition === 'unknown' && first?.whole === second?.whole
  return { ...read(best, lines, grids), edition: isTie ? 'unknown' : best.edition }
}

interface FoundRow {
  readonly row: PrintedRow
  readonly line: FormLine
  /** Other lines that say something else of the same row. */
  readonly others: readonly FormLine[]
}

interface Fit {
  readonly edition: Edition
  readonly rows: readonly PrintedRow[]
  readonly found: readonly FoundRow[]
  /** Rows with just the number of figures that the edition prints. */
  readonly whole: number
}

function fit(chooser: RowChooser, edition: Edition): Fit {
  const rows = printedRows(edition)
  const found = rows.flatMap((row): FoundRow[] => {
    const chosen = chooser.choose((line) => isRowOf(line, row))
    if (chosen.kind === 'one') return [{ row, line: chosen.line, others: [] }]
    const [line, ...others] = chosen.kind === 'several' ? chosen.lines : []
    return line === undefined ? [] : [{ row, line, others }]
  })
  const whole = found.filter(({ row, line }) => filledOf(line).length === row.columns.length).length
  return { edition, rows, found, whole }
}

function isRowOf(line: FormLine, { label, row }: PrintedRow): boolean {
  const written = line.labels.at(-1)?.text ?? ''
  const score = Math.max(labelScore(written, label), labelScore(written, row.label))
  return score >= CLEAR && !isHeading(written)
}

/** Captions of sections and of other tables name the same things: 政府信息公开行政复议… */
function isHeading(text: string): boolean {
  return /情况|第二十条/.test(text)
}

function filledOf(line: FormLine): FormLine['values'] {
  return line.values.filter(({ text }) => text !== '')
}

function read(
  { rows, found }: Fit,
  lines: readonly FormLine[],
  grids: readonly Grid[],
): TableReading {
  const reader = new TableReader()
  for (const printed of rows) {
    const indicators = printed.columns.map((column) => `${printed.row.id}.${column.id}`)
    const { line, others = [] } = found.find(({ row }) => row === printed) ?? {}
    if (line && others.length > 0) {
      readTwice(reader, [line, ...others], printed.label, indicators)
    } else if (line) {
      const money = printed.columns.some(({ kind }) => kind === 'money')
      readRow(reader, line, printed, indicators, money ? statedMoney(lines, line, grids) : null)
    } else {
      reader.blank(indicators, null)
      reader.note('form-row-lost', 'warning', indicators, null, { label: printed.label })
    }
  }
  return reader
}

/** Two tables have the row with other figures: which one is of the report cannot be told. */
function readTwice(
  reader: TableReader,
  [line, ...others]: readonly FormLine[],
  label: string,
  indicators: readonly string[],
): void {
  if (line === undefined) return
  reader.unreadable(indicators, line.cells, line.grid)
  const said = [line, ...others].map((each) =>
    filledOf(each)
      .map(({ text }) => text)
      .join(' '),
  )
  const detail = { label, said: said.map((text) => (text === '' ? '（空）' : text)).join('；') }
  reader.note('form-row-twice', 'error', indicators, { cells: line.cells, grid: line.grid }, detail)
}

function readRow(
  reader: TableReader,
  line: FormLine,
  { label, columns }: PrintedRow,
  indicators: readonly string[],
  money: StatedMoney | null,
): void {
  const take = (cell: FormCell | undefined, column: number) => {
    const indicator = indicators[column]
    if (cell === undefined || indicator === undefined) return
    if (columns[column]?.kind === 'money') reader.takeMoney(indicator, cell, line.grid, money)
    else reader.take(indicator, cell, line.grid)
  }
  const filled = filledOf(line)
  const at = { cells: line.cells, grid: line.grid }
  const last = line.labels.at(-1)
  if (line.unsure !== undefined && filled.length > 0) {
    reader.unsureColumn(indicators, line)
    return
  }
  if (line.isJoined === true) reader.note('form-row-by-order', 'warning', indicators, at, { label })
  if (filled.length === indicators.length) {
    indicators.forEach((_, column) => {
      take(filled[column], column)
    })
    if (line.lacksExtra === true) reader.note('form-row-gaps', 'warning', indicators, at, { label })
  } else if (filled.length === 0 && !/\d\s*$/.test(last?.text ?? '')) {
    const place = last ? { grid: line.grid, row: last.row, column: last.column } : null
    reader.blank(indicators, place)
  } else if (filled.length < indicators.length && hasAllCells(line, indicators.length)) {
    const cells = cellsBehindLabel(line)
    indicators.forEach((_, column) => {
      take(cells[column], column)
    })
    reader.note('form-row-gaps', 'warning', indicators, at, { label })
  } else {
    reader.unreadable(indicators, filled.length > 0 ? filled : line.cells, line.grid)
    reader.note('form-row-width', 'error', indicators, at, {
      label,
      found: filled.length,
      expected: indicators.length,
    })
  }
}

/** Every cell of the row is there, some left blank: then each figure has its place. */
function hasAllCells(line: FormLine, count: number): boolean {
  return count > 1 && cellsBehindLabel(line).length === count
}

function cellsBehindLabel({ cells, labels }: FormLine): FormLine['cells'] {
  const label = labels.at(-1)
  return label === undefined ? cells : cells.slice(cells.indexOf(label) + 1)
}
