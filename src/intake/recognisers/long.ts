import { createSegmentBuilder } from '@/data/segmentBuilder'
import type { Segment } from '@/data/segment'
import type { Finding } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import type { ColumnMapping } from '../draft'
import type { Grid } from '../document'
import type { CellMeasure } from '../parseCell'
import { figureCell, keptText } from './figureCell'
import { chooseIndicator, measureOf } from './mapColumns'
import { placeIn, type RecogniseContext } from './recognition'
import type { ReportHead, ReportKeys } from './reportKeys'
import { isBlankRow, reportNoRows, rowNumber, type TableHeader } from './tableHeader'
import { TableRows } from './tableRows'

interface LongCell {
  readonly cell: Cell
  readonly raw: string
  readonly sheet: string
  readonly row: number
  readonly column: number
}

interface LongReport {
  readonly head: ReportHead
  readonly cells: Map<string, LongCell>
}

interface Figure {
  readonly indicator: string
  readonly measure: CellMeasure
}

/** The long tables (a row a figure) of one file; the rows of a report may stand anywhere in them. */
export class LongTables {
  readonly #context: RecogniseContext
  readonly #keys: ReportKeys
  readonly #reports = new Map<string, LongReport>()
  /** What each indicator text means; null: nothing that is known. */
  readonly #figures = new Map<string, Figure | null>()
  readonly mappings: ColumnMapping[] = []
  rows = 0

  constructor(context: RecogniseContext, keys: ReportKeys) {
    this.#context = context
    this.#keys = keys
  }

  get reports(): number {
    return this.#reports.size
  }

  /** Reads all rows under a header; gives the grid's end. */
  read(grid: Grid, header: TableHeader, isText: boolean): number {
    const rowsBefore = this.rows
    const tableRows = new TableRows(this.#context, this.#keys, header, grid.name)
    const indicatorColumn = header.keys.get('indicator') ?? -1
    const valueColumn = header.keys.get('value') ?? -1
    for (let row = header.firstDataRow; row < grid.rows.length; row++) {
      const cells = grid.rows[row] ?? []
      if (isBlankRow(cells)) continue
      this.rows++
      const number = rowNumber(grid, row)
      const width = isText ? header.width : Infinity
      const head = tableRows.head(tableRows.texts(cells), number, () => cells, width)
      if (head === null) continue
      const report = this.#reportOf(head, tableRows, number)
      if (report === null) continue
      const text = cells[valueColumn] ?? ''
      const name = cells[indicatorColumn] ?? ''
      const at = { sheet: grid.name, row: number, column: valueColumn + 1 }
      this.#readFigure(report, name, text, at, { column: indicatorColumn + 1, header })
    }
    if (this.rows === rowsBefore) reportNoRows(grid, header, this.#context)
    return grid.rows.length
  }

  segments(): Segment[] {
    const builder = createSegmentBuilder('cells')
    for (const { head, cells } of this.#reports.values()) {
      const { unit, year, scope, edition } = head
      builder.startReport({ unit, year, scope, edition, source: this.#context.source })
      for (const [indicator, { cell, raw, sheet, row, column }] of cells) {
        const table = sheet === '' ? {} : { sheet }
        builder.setCell(indicator, cell, keptText(cell, raw), { table, row, column })
      }
    }
    return builder.finish()
  }

  /** The report that a row belongs to; null where another table of the file has it already. */
  #reportOf(head: ReportHead, tableRows: TableRows, row: number): LongReport | null {
    const key = `${head.unit}\0${String(head.year)}\0${head.scope}`
    const known = this.#reports.get(key)
    if (known !== undefined) {
      if (known.head.edition === 'unknown' && head.edition !== 'unknown') {
        const better = { head: { ...known.head, edition: head.edition }, cells: known.cells }
        this.#reports.set(key, better)
        return better
      }
      return known
    }
    if (!tableRows.claim(head, row)) return null
    const report = { head, cells: new Map<string, LongCell>() }
    this.#reports.set(key, report)
    return report
  }

  #readFigure(
    report: LongReport,
    name: string,
    text: string,
    at: { sheet: string; row: number; column: number },
    { column, header }: { column: number; header: TableHeader },
  ): void {
    // A report without figures is written as a row without an indicator.
    if (name.trim() === '' && text.trim() === '') return
    const figure = this.#figureOf(name, { ...at, column }, header)
    if (figure === null) return
    const place = placeIn(this.#context.file, at.sheet, at.row, at.column)
    const cell = figureCell({ text, ...figure }, report.head, place, this.#context)
    const first = report.cells.get(figure.indicator)
    if (first === undefined) {
      report.cells.set(figure.indicator, { cell, raw: text, ...at })
      return
    }
    this.#context.findings.add({
      code: 'figure-duplicate',
      severity: first.raw.trim() === text.trim() ? 'info' : 'error',
      place,
      raw: text,
      unit: report.head.text.name,
      year: report.head.year,
      indicators: [figure.indicator],
      detail: { firstRow: first.row, first: first.raw },
    })
  }

  #figureOf(
    name: string,
    at: { sheet: string; row: number; column: number },
    { moneyUnit }: TableHeader,
  ): Figure | null {
    const known = this.#figures.get(name)
    if (known !== undefined) return known
    const place = placeIn(this.#context.file, at.sheet, at.row, at.column)
    const say = (code: Finding['code'], detail: Finding['detail'], id?: string) => {
      this.#context.findings.add({
        ...{ code, severity: 'warning', place, raw: name },
        ...(id === undefined ? {} : { indicators: [id] }),
        ...(detail === undefined ? {} : { detail }),
      })
    }
    const choice = chooseIndicator([name.trim()])
    const measure = choice.kind === 'one' ? measureOf(choice.id, [name], { moneyUnit }, say) : null
    const figure =
      choice.kind === 'one' && measure !== null ? { indicator: choice.id, measure } : null
    if (choice.kind === 'none') say('indicator-unknown', undefined)
    if (choice.kind === 'many') say('indicator-unknown', { candidates: choice.ids.join('、') })
    this.#figures.set(name, figure)
    if (figure !== null) this.#addMapping(name, figure, choice, at)
    return figure
  }

  #addMapping(
    header: string,
    { indicator }: Figure,
    choice: ReturnType<typeof chooseIndicator>,
    at: { sheet: string; column: number },
  ): void {
    if (choice.kind !== 'one') return
    const sheet = at.sheet === '' ? {} : { sheet: at.sheet }
    const { by, confidence } = choice
    this.mappings.push({ ...sheet, column: at.column, header, indicator, by, confidence })
  }
}
