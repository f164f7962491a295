import type { Segment } from '@/data/segment'
import type { ColumnMapping } from '../draft'
import type { Grid } from '../document'
import { GatheredReports, type GatheredReport } from './gatheredReports'
import { rowUnitAt, type RowUnit } from './measureColumn'
import { NamedFigures } from './namedFigures'
import type { RecogniseContext } from './recognition'
import type { ReportKeys } from './reportKeys'
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
    const tableRows = new TableRows(this.#context, this.#keys, header, grid.name)
    const width = isText ? header.width : Infinity
    for (let row = header.firstDataRow; row < grid.rows.length; row++) {
      const cells = grid.rows[row] ?? []
      if (isBlankRow(cells)) continue
      this.rows++
      const number = rowNumber(grid, row)
      const head = tableRows.head(tableRows.texts(cells), number, () => cells, width)
      if (head === null) continue
      const report = this.#gathered.reportOf(head, () => tableRows.claim(head, number))
      if (report === null) continue
      const rowUnit = rowUnitAt(grid, row, header.keys.get('measure') ?? null, false)
      this.#readFigure(report, cells, header, { sheet: grid.name, row: number, rowUnit })
    }
    if (this.rows === rowsBefore) reportNoRows(grid, header, this.#context)
    return grid.rows.length
  }

  segments(): Segment[] {
    return this.#gathered.segments()
  }

  #readFigure(
    report: GatheredReport,
    cells: readonly string[],
    { keys, moneyUnit }: TableHeader,
    { rowUnit, ...at }: { sheet: string; row: number; rowUnit: RowUnit | null },
  ): void {
    const nameColumn = keys.get('indicator') ?? -1
    const valueColumn = keys.get('value') ?? -1
    const name = cells[nameColumn] ?? ''
    const text = cells[valueColumn] ?? ''
    // A report without figures is written as a row without an indicator.
    if (name.trim() === '' && text.trim() === '') return
    const nameAt = { ...at, column: nameColumn + 1 }
    const figure = this.#figures.figureOf([name], nameAt, moneyUnit, rowUnit)
    if (figure === null) return
    this.#gathered.add(report, figure, text, { ...at, column: valueColumn + 1 })
  }
}
