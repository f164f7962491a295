import type { Cell } from '@/domain/report'
import { parseCell } from '../parseCell'
import type { FigureColumn } from './mapColumns'
import { placeIn, type RecogniseContext } from './recognition'

interface Sums {
  readonly values: Float64Array
  /** 1 where a report had no number, so that the sum is not known. */
  readonly incomplete: Uint8Array
  reports: number
}

/** Sums of decimals differ in their last digits. */
const TOLERANCE = 1e-9

/** Compares the totals that a table states with the sums of its reports, year by year. */
export class StatedTotals {
  readonly #figures: readonly FigureColumn[]
  readonly #byYear = new Map<number, Sums>()
  /** Totals that stand above all reports. */
  readonly #above: (() => void)[] = []

  constructor(figures: readonly FigureColumn[]) {
    this.#figures = figures
  }

  /** Adds a figure (by its position) of a report. */
  add(year: number, figure: number, cell: Cell): void {
    let sums = this.#byYear.get(year)
    if (sums === undefined) {
      const count = this.#figures.length
      sums = { values: new Float64Array(count), incomplete: new Uint8Array(count), reports: 0 }
      this.#byYear.set(year, sums)
    }
    if (figure === 0) sums.reports++
    if (cell.kind === 'value') sums.values[figure] = (sums.values[figure] as number) + cell.value
    else sums.incomplete[figure] = 1
  }

  /** Compares what stood above the reports, now that they are all there; not where rows were refused. */
  finish(refused: number): void {
    if (refused === 0) for (const compare of this.#above) compare()
  }

  /**
   * Says which figures of a total row are not the sums of the reports above it, or of all where it
   * stands above them. Nothing is said where a report lacks the figure, or where it is not known which
   * year the total is of.
   */
  compare(
    cells: readonly string[],
    year: number | null,
    at: { readonly sheet: string; readonly row: number },
    context: RecogniseContext,
  ): void {
    if (this.#byYear.size === 0) {
      this.#above.push(() => {
        this.#tell(cells, year, at, context)
      })
    } else this.#tell(cells, year, at, context)
  }

  #tell(
    cells: readonly string[],
    year: number | null,
    at: { readonly sheet: string; readonly row: number },
    context: RecogniseContext,
  ): void {
    const only = this.#byYear.size === 1 ? [...this.#byYear.values()][0] : undefined
    const sums = year === null ? only : this.#byYear.get(year)
    if (sums === undefined || sums.reports < 2) return
    for (const [figure, { index, indicator, measure }] of this.#figures.entries()) {
      if (sums.incomplete[figure] === 1 || measure.kind === 'percent') continue
      const text = cells[index] ?? ''
      const { cell } = parseCell(text, measure)
      const sum = sums.values[figure] as number
      if (cell.kind !== 'value' || isEqual(cell.value, sum)) continue
      context.findings.add({
        code: 'total-mismatch',
        severity: 'warning',
        place: placeIn(context.file, at.sheet, at.row, index + 1),
        raw: text,
        ...(year === null ? {} : { year }),
        indicators: [indicator],
        detail: { stated: cell.value, sum: Number(sum.toPrecision(15)), reports: sums.reports },
      })
    }
  }
}

function isEqual(stated: number, sum: number): boolean {
  return Math.abs(stated - sum) <= TOLERANCE * Math.max(1, Math.abs(sum))
}
