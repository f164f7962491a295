import type { Segment } from '@/data/segment'
import { createSegmentBuilder } from '@/data/segmentBuilder'
import type { Cell } from '@/domain/report'
import { figureCell, keptText } from './figureCell'
import type { NamedFigure } from './namedFigures'
import { placeIn, type RecogniseContext } from './recognition'
import type { ReportHead } from './reportKeys'

/** A cell of a file; row and column count from 1. */
export interface CellPlace {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

interface GatheredCell extends CellPlace {
  readonly cell: Cell
  readonly raw: string
}

/** A report with the figures found so far. */
export interface GatheredReport {
  readonly head: ReportHead
  readonly cells: Map<string, GatheredCell>
}

/** The reports of tables in which the figures of a report may stand anywhere. */
export class GatheredReports {
  readonly #context: RecogniseContext
  /** Null: the file has that report elsewhere already. */
  readonly #reports = new Map<string, GatheredReport | null>()

  constructor(context: RecogniseContext) {
    this.#context = context
  }

  get size(): number {
    return this.#gathered().length
  }

  /** The report of a unit, year and scope; `claim` is asked once whether the file may have it here. */
  reportOf(head: ReportHead, claim: () => boolean): GatheredReport | null {
    const key = `${head.unit}\0${String(head.year)}\0${head.scope}`
    const known = this.#reports.get(key)
    if (known === null) return null
    const isBetter = known?.head.edition === 'unknown' && head.edition !== 'unknown'
    if (known !== undefined && !isBetter) return known
    const report = known === undefined ? newReport(head, claim) : withEdition(known, head)
    this.#reports.set(key, report)
    return report
  }

  /**
   * Adds a figure, and gives its cell; one that the report has already stays, and the second is said.
   * `decimalCommas`: of `CellMeasure`.
   */
  add(
    report: GatheredReport,
    { indicator, measure }: NamedFigure,
    text: string,
    at: CellPlace,
    decimalCommas: boolean,
  ): Cell {
    const { head, cells } = report
    const place = placeIn(this.#context.file, at.sheet, at.row, at.column)
    const cell = figureCell(
      { text, indicator, measure: decimalCommas ? { ...measure, decimalCommas } : measure },
      head,
      place,
      this.#context,
    )
    const first = cells.get(indicator)
    if (first === undefined) {
      cells.set(indicator, { cell, raw: text, ...at })
      return cell
    }
    this.#context.findings.add({
      code: 'figure-duplicate',
      severity: first.raw.trim() === text.trim() ? 'info' : 'error',
      place,
      raw: text,
      unit: head.text.name,
      year: head.year,
      indicators: [indicator],
      detail: { firstRow: first.row, first: first.raw },
    })
    return cell
  }

  segments(): Segment[] {
    const builder = createSegmentBuilder('cells')
    for (const { head, cells } of this.#gathered()) {
      const { unit, year, scope, edition } = head
      builder.startReport({ unit, year, scope, edition, source: this.#context.source })
      for (const [indicator, { cell, raw, sheet, row, column }] of cells) {
        const table = sheet === '' ? {} : { sheet }
        builder.setCell(indicator, cell, keptText(cell, raw), { table, row, column })
      }
    }
    return builder.finish()
  }

  #gathered(): GatheredReport[] {
    return [...this.#reports.values()].filter((report) => report !== null)
  }
}

function newReport(head: ReportHead, claim: () => boolean): GatheredReport | null {
  return claim() ? { head, cells: new Map<string, GatheredCell>() } : null
}

function withEdition({ head, cells }: GatheredReport, { edition }: ReportHead): GatheredReport {
  return { head: { ...head, edition }, cells }
}
