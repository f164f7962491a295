import { shortLabel } from '@/domain/catalogue'
import { sayAt } from './chosenFigure'
import { measureOf } from './figureMeasure'
import type { FigureColumn } from './mapColumns'
import type { RowUnit } from './measureColumn'
import { isOf, rowFault } from './rowMeasure'
import { placeIn, type RecogniseContext } from './recognition'

/**
 * The figures of a wide table as each row has them: where a row names one unit of money (`元`, `件、元`),
 * its money is in that.
 */
export class WideRowUnits {
  readonly #context: RecogniseContext
  readonly #figures: readonly FigureColumn[]
  readonly #byUnit = new Map<string, readonly FigureColumn[]>()

  constructor(context: RecogniseContext, figures: readonly FigureColumn[]) {
    this.#context = context
    this.#figures = figures
  }

  /** The figures of a row (from 1) that states a unit; what that changes is said once a unit. */
  figuresIn(stated: RowUnit | null, at: { sheet: string; row: number }): readonly FigureColumn[] {
    if (stated === null) return this.#figures
    const known = this.#byUnit.get(stated.unit)
    if (known !== undefined) return known
    const figures = this.#figures.map((figure) => this.#inUnit(figure, stated, at))
    this.#byUnit.set(stated.unit, figures)
    return figures
  }

  #inUnit(
    figure: FigureColumn,
    rowUnit: RowUnit,
    at: { sheet: string; row: number },
  ): FigureColumn {
    const { indicator, measure } = figure
    if (measure.kind !== 'money' || !isOf(measure, rowUnit)) return figure
    const place = placeIn(this.#context.file, at.sheet, at.row, rowUnit.column)
    const say = sayAt(place, shortLabel(indicator), this.#context)
    const elsewhere = measure.statedUnit ?? null
    const words = elsewhere === null ? [] : [`（${elsewhere}）`]
    const fault = rowFault(measure, rowUnit, elsewhere)
    if (fault !== null) {
      const detail = { unit: measure.unit }
      const raw = rowUnit.raw
      const { findings } = this.#context
      findings.add({ code: fault, severity: 'error', place, raw, indicators: [indicator], detail })
    }
    const inRow = measureOf(indicator, words, { moneyUnit: null, rowUnit }, say)
    const { decimalCommas = false } = measure
    return { ...figure, measure: { ...(inRow ?? measure), decimalCommas } }
  }
}
