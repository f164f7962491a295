import type { Segment } from '@/data/segment'
import type { ColumnMapping } from '../draft'
import type { Grid } from '../document'
import { hasDecimalCommas } from '../cell/decimalCommas'
import { GatheredReports } from './gatheredReports'
import { isRemark } from './keyTexts'
import { rowUnitAt, type RowUnit } from './measureColumn'
import { MergedKeys } from './mergedKeys'
import { NamedFigures } from './namedFigures'
import { placeIn, type RecogniseContext } from './recognition'
import { isRepairHeading } from '../repairColumns'
import { headOf, type ReportHead, type ReportKeys } from './reportKeys'
import { isBlankRow, reportNoRows, rowNumber, type TableHeader } from './tableHeader'
import { TableRows } from './tableRows'

/** The long tables (a row a figure) of one file; the rows of a report may stand anywhere in them. */
export class LongTables {
  readonly #context: RecogniseContext
  readonly #keys: ReportKeys
  readonly #gathered: GatheredReports
  readonly #figures: NamedFigures
  rows = 0

  constructor(context: RecogniseContext, keys: ReportKeys) {
    this.#context = context
    this.#keys = keys
    this.#gathered = new GatheredReports(context)
    this.#figures = new NamedFigures(context)
  }

  get reports(): number {
    return this.#gathered.size
  }

  get mappings(): readonly ColumnMapping[] {
    return this.#figures.mappings
  }

  /** Reads all rows under a header; gives the grid's end. */
  read(grid: Grid, header: TableHeader, isText: boolean): number {
    const rowsBefore = this.rows
    this.#sayLeftOut(grid, header)
    const tableRows = new TableRows(this.#context, this.#keys, header, grid.name)
    const merged = new MergedKeys(grid, header.keys, this.#context)
    tableRows.takeYearEnds(grid, header.firstDataRow)
    const width = isText ? header.width : Infinity
    const valueColumn = header.keys.get('value') ?? -1
    const values = grid.rows.slice(header.firstDataRow).map((cells) => cells[valueColumn] ?? '')
    const decimalCommas = hasDecimalCommas(values)
    for (let row = header.firstDataRow; row < grid.rows.length; row++) {
      const written = grid.rows[row] ?? []
      if (isBlankRow(written)) continue
      const cells = merged.in(row, written)
      this.rows++
      const number = rowNumber(grid, row)
      const head = tableRows.head(tableRows.texts(cells), number, () => cells, width)
      if (head === null) continue
      const rowUnit = rowUnitAt(grid, row, header.keys.get('measure') ?? null, false)
      const place = { sheet: grid.name, row: number, rowUnit, decimalCommas }
      this.#readFigure(head, cells, header, place, (of) => tableRows.claim(of, number))
    }
    if (this.rows === rowsBefore) reportNoRows(grid, header, this.#context)
    return grid.rows.length
  }

  segments(): Segment[] {
    return this.#gathered.segments()
  }

  /** Columns beside the one of the figures, but for the numbers of the rows. */
  #sayLeftOut(grid: Grid, { row, firstDataRow, columns }: TableHeader): void {
    for (const { index, texts } of columns) {
      const [heading = ''] = texts
      const isFilled = grid.rows
        .slice(firstDataRow)
        .some((cells) => (cells[index] ?? '').trim() !== '')
      if (!isFilled || isRepairHeading(heading) || /^(?:序号|编号|行号|行次)$/u.test(heading))
        continue
      this.#context.findings.add({
        code: 'column-left-out',
        severity: isRemark(heading) ? 'info' : 'warning',
        place: placeIn(this.#context.file, grid.name, rowNumber(grid, row), index + 1),
        raw: heading,
        detail: { dimension: 'indicator', reason: isRemark(heading) ? 'remark' : '' },
      })
    }
  }

  #readFigure(
    head: ReportHead,
    cells: readonly string[],
    { keys, moneyUnit }: TableHeader,
    {
      rowUnit,
      decimalCommas,
      ...at
    }: { sheet: string; row: number; rowUnit: RowUnit | null; decimalCommas: boolean },
    claim: (head: ReportHead) => boolean,
  ): void {
    const nameColumn = keys.get('indicator') ?? -1
    const valueColumn = keys.get('value') ?? -1
    const name = cells[nameColumn] ?? ''
    const text = cells[valueColumn] ?? ''
    // A report without figures is written as a row without an indicator.
    const isBare = name.trim() === '' && text.trim() === ''
    const place = { ...at, column: nameColumn + 1 }
    const figure = isBare ? null : this.#figures.figureOf([name], place, moneyUnit, rowUnit)
    const of = headOf(head, figure?.indicator ?? '')
    const report = this.#gathered.reportOf(of, () => claim(of))
    if (report === null || figure === null) return
    this.#gathered.add(report, figure, text, { ...at, column: valueColumn + 1 }, decimalCommas)
  }
}
