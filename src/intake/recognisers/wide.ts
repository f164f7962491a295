import { createSegmentBuilder, type SegmentBuilder } from '@/data/segmentBuilder'
import type { Segment } from '@/data/segment'
import { isAllAuxiliary } from '@/domain/auxiliary'
import type { ColumnMapping } from '../draft'
import type { Grid } from '../document'
import { hasDecimalCommas } from '../cell/decimalCommas'
import { figureCell, keptText } from './figureCell'
import { GatheredReports, type GatheredReport } from './gatheredReports'
import { isHeaderRow } from './keyColumns'
import { parseYear } from './keyTexts'
import { mergedFigures } from './mergedFigures'
import { MergedKeys } from './mergedKeys'
import { mapColumns, type FigureColumn } from './mapColumns'
import { rowUnitAt } from './measureColumn'
import { WideRowUnits } from './wideRowUnits'
import { placeIn, type RecogniseContext } from './recognition'
import type { KeyTexts, ReportHead, ReportKeys } from './reportKeys'
import {
  isBlankRow,
  reportNoColumns,
  reportNoRows,
  rowNumber,
  type TableHeader,
} from './tableHeader'
import { StatedTotals } from './statedTotals'
import { TableRows } from './tableRows'

/** The wide tables (a row a report, a column an indicator) of one file. */
export class WideTables {
  readonly #context: RecogniseContext
  readonly #keys: ReportKeys
  readonly #builder: SegmentBuilder = createSegmentBuilder('rows')
  /** Where several tables have figures of one report; null: a row is a report. */
  readonly #gathered: GatheredReports | null
  readonly mappings: ColumnMapping[] = []
  rows = 0
  #reports = 0

  /** `areParts`: of `arePartsOfReports`. */
  constructor(context: RecogniseContext, keys: ReportKeys, areParts = false) {
    this.#context = context
    this.#keys = keys
    this.#gathered = areParts ? new GatheredReports(context) : null
  }

  get reports(): number {
    return this.#gathered?.size ?? this.#reports
  }

  /** Reads the rows under a header; gives the row (from 0) of the next header, or the grid's end. */
  read(grid: Grid, header: TableHeader, isText: boolean): number {
    const at = {
      sheet: grid.name,
      row: rowNumber(grid, header.row),
      moneyUnit: header.moneyUnit,
    }
    const { figures: mapped, mappings } = mapColumns(
      namedColumns(grid, header, isText),
      at,
      this.#context,
    )
    this.mappings.push(...mappings)
    if (mapped.length === 0 && mappings.length > 0) {
      reportNoColumns(grid, header, this.#context)
      return grid.rows.length
    }
    const figures = mapped.map((figure) => withCommas(figure, grid, header))
    const layout = this.#builder.addLayout(
      new Map(figures.map(({ indicator, index }) => [indicator, index + 1])),
      grid.name === '' ? {} : { sheet: grid.name },
    )
    const tableRows = new TableRows(this.#context, this.#keys, header, grid.name)
    tableRows.takeYearEnds(grid, header.firstDataRow)
    const totals = new StatedTotals(figures)
    const measure = header.keys.get('measure') ?? null
    const units = new WideRowUnits(this.#context, figures)
    // The rows of a table that has auxiliary figures only are of no report.
    const isBeside = isAllAuxiliary(figures.map(({ indicator }) => indicator))
    const textsOf = (cells: readonly string[]) =>
      isBeside ? auxiliaryTexts(tableRows.texts(cells)) : tableRows.texts(cells)
    const merged = new MergedKeys(grid, header.keys, this.#context)
    const apart = mergedFigures(grid, header, figures)
    const rowsBefore = this.rows
    let row = header.firstDataRow
    for (; row < grid.rows.length; row++) {
      const written = grid.rows[row] ?? []
      if (isBlankRow(written)) continue
      const cells = withTexts(merged.in(row, written), apart.get(row))
      const texts = textsOf(cells)
      if (startsTable(cells, texts.year, grid.rows[header.row] ?? [])) break
      this.rows++
      const number = rowNumber(grid, row)
      const width = isText ? header.width : Infinity
      const head = tableRows.head(texts, number, () => cells, width)
      const at = { sheet: grid.name, row: number }
      if (head !== null) {
        const own = units.figuresIn(rowUnitAt(grid, row, measure, true), at)
        this.#readRow(own, cells, head, { grid, number, layout, totals }, tableRows)
      } else if (this.#isStatedTotal(header, tableRows, texts)) {
        totals.compare(cells, parseYear(texts.year), at, this.#context)
      }
    }
    totals.finish(tableRows.refused)
    if (this.rows === rowsBefore) reportNoRows(grid, header, this.#context)
    return row
  }

  /** Of a table some of whose rows are not here, or in other units, the total says nothing. */
  #isStatedTotal({ keys }: TableHeader, rows: TableRows, texts: KeyTexts): boolean {
    const replaced = this.#context.answers?.answers.replacedRows ?? []
    if (keys.has('measure') || rows.refused > 0 || replaced.length > 0) return false
    return rows.isTableTotal(texts)
  }

  segments(): Segment[] {
    return this.#gathered?.segments() ?? this.#builder.finish()
  }

  #readRow(
    figures: readonly FigureColumn[],
    cells: readonly string[],
    head: ReportHead,
    at: FiguresAt,
    rows: TableRows,
  ): void {
    const gathered = this.#gathered
    if (gathered === null) {
      if (rows.claim(head, at.number)) this.#readFigures(figures, cells, head, at)
      return
    }
    if (!rows.isFirst(head, at.number)) return
    const report = gathered.reportOf(head, () => rows.claim(head, at.number))
    if (report !== null) this.#gatherFigures(gathered, report, figures, cells, at)
  }

  /** The figures of a row that is a report. */
  #readFigures(
    figures: readonly FigureColumn[],
    cells: readonly string[],
    head: ReportHead,
    { grid, number, layout, totals }: FiguresAt,
  ): void {
    this.#reports++
    const { unit, year, scope, edition } = head
    const { source, file } = this.#context
    this.#builder.startReport({ unit, year, scope, edition, source, row: number, layout })
    for (const [figure, { index, indicator, measure }] of figures.entries()) {
      const text = cells[index] ?? ''
      const place = placeIn(file, grid.name, number, index + 1)
      const cell = figureCell({ text, indicator, measure }, head, place, this.#context)
      this.#builder.setCell(indicator, cell, keptText(cell, text))
      totals.add(year, figure, cell)
    }
  }

  /** The figures of a row that has a part of a report. */
  #gatherFigures(
    gathered: GatheredReports,
    report: GatheredReport,
    figures: readonly FigureColumn[],
    cells: readonly string[],
    { grid, number, totals }: FiguresAt,
  ): void {
    for (const [figure, column] of figures.entries()) {
      const text = cells[column.index] ?? ''
      const at = { sheet: grid.name, row: number, column: column.index + 1 }
      totals.add(report.head.year, figure, gathered.add(report, column, text, at, false))
    }
  }
}

/** Where the figures of a row stand. */
interface FiguresAt {
  readonly grid: Grid
  readonly number: number
  readonly layout: number
  readonly totals: StatedTotals
}

/** A column of decimal commas is known by the numbers in it. */
function withCommas(figure: FigureColumn, { rows }: Grid, { firstDataRow }: TableHeader) {
  const texts = rows.slice(firstDataRow).map((cells) => cells[figure.index] ?? '')
  if (!hasDecimalCommas(texts)) return figure
  return { ...figure, measure: { ...figure.measure, decimalCommas: true } }
}

function withTexts(
  cells: readonly string[],
  texts: ReadonlyMap<number, string> | undefined,
): readonly string[] {
  if (texts === undefined) return cells
  const width = Math.max(cells.length, ...[...texts.keys()].map((column) => column + 1))
  return Array.from({ length: width }, (_, column) => texts.get(column) ?? cells[column] ?? '')
}

function auxiliaryTexts(texts: KeyTexts): KeyTexts {
  return texts.scope === '' ? { ...texts, scope: 'auxiliary' } : texts
}

/** Whether a row is the header of another table: asked only where no year stands. */
function startsTable(cells: readonly string[], year: string, header: readonly string[]): boolean {
  return parseYear(year) === null && isHeaderRow(cells) && !isSameRow(cells, header)
}

/** Rows that are looked at to tell an empty column from one that only lacks its header. */
const SAMPLED_ROWS = 20

/** The columns with a header, and those without one that hold something. */
export function namedColumns(
  { rows }: Grid,
  { columns, keys, firstDataRow, width: headerWidth }: TableHeader,
  isText: boolean,
): TableHeader['columns'] {
  const known = new Set([...keys.values(), ...columns.map(({ index }) => index)])
  const sample = rows.slice(firstDataRow, firstDataRow + SAMPLED_ROWS)
  const width = isText ? headerWidth : Math.max(0, ...sample.map((cells) => cells.length))
  const nameless = Array.from({ length: width }, (_, index) => index).filter(
    (index) => !known.has(index) && sample.some((cells) => (cells[index] ?? '').trim() !== ''),
  )
  return [...columns, ...nameless.map((index) => ({ index, texts: [], lowest: '' }))].toSorted(
    (a, b) => a.index - b.index,
  )
}

function isSameRow(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, index) => cell === b[index])
}
