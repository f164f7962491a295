import type { ColumnMapping } from '../draft'
import type { CellMeasure } from '../parseCell'
import type { CellPlace } from './gatheredReports'
import { answeredFigure, mappingOf, namedFigure, sayAt } from './chosenFigure'
import { placeIn, type RecogniseContext } from './recognition'

/** What a figure is of, and how its cells are read. */
export interface NamedFigure {
  readonly indicator: string
  readonly measure: CellMeasure
}

/** What the names of figures in cells or headers mean; each is asked, and said, once. */
export class NamedFigures {
  readonly #context: RecogniseContext
  /** By name and stated unit of money; null: nothing that is known. */
  readonly #figures = new Map<string, NamedFigure | null>()
  readonly mappings: ColumnMapping[] = []

  constructor(context: RecogniseContext) {
    this.#context = context
  }

  /**
   * The figure of a name (group and row, or one label) that stands at a place, in a table that states a
   * unit of money; null (with a finding) for one that is not known.
   */
  figureOf(name: readonly string[], at: CellPlace, moneyUnit: string | null): NamedFigure | null {
    const key = [moneyUnit ?? '', ...name].join('\0')
    const known = this.#figures.get(key)
    if (known !== undefined) return known
    const header = name.join('·')
    const say = sayAt(
      placeIn(this.#context.file, at.sheet, at.row, at.column),
      header,
      this.#context,
    )
    const answer = this.#context.answers?.header(header)
    const figure =
      answer === undefined
        ? namedFigure(name, { moneyUnit }, say)
        : answeredFigure(answer, name, { moneyUnit }, say)
    this.#figures.set(key, figure)
    this.mappings.push({
      ...(at.sheet === '' ? {} : { sheet: at.sheet }),
      ...{ row: at.row, column: at.column, header, nth: 1 },
      ...mappingOf(figure, answer),
    })
    return figure
  }
}
