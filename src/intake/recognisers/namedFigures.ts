import type { Finding } from '@/domain/finding'
import type { ColumnMapping } from '../draft'
import type { CellMeasure } from '../parseCell'
import type { CellPlace } from './gatheredReports'
import { chooseIndicator, measureOf, type Choice } from './mapColumns'
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
    const say = this.#sayer(header, at)
    const choice = chooseIndicator([header.trim()], name.at(-1) ?? '')
    if (choice.kind === 'none') say('indicator-unknown', undefined)
    if (choice.kind === 'many') say('indicator-unknown', { candidates: choice.ids.join('、') })
    const measure = choice.kind === 'one' ? measureOf(choice.id, name, { moneyUnit }, say) : null
    const figure =
      choice.kind === 'one' && measure !== null ? { indicator: choice.id, measure } : null
    this.#figures.set(key, figure)
    if (figure !== null) this.#addMapping(header, choice, at)
    return figure
  }

  #sayer(raw: string, at: CellPlace) {
    const place = placeIn(this.#context.file, at.sheet, at.row, at.column)
    return (code: Finding['code'], detail: Finding['detail'], id?: string) => {
      this.#context.findings.add({
        ...{ code, severity: 'warning', place, raw },
        ...(id === undefined ? {} : { indicators: [id] }),
        ...(detail === undefined ? {} : { detail }),
      })
    }
  }

  #addMapping(header: string, choice: Choice, at: CellPlace): void {
    if (choice.kind !== 'one') return
    const sheet = at.sheet === '' ? {} : { sheet: at.sheet }
    const { id: indicator, by, confidence } = choice
    this.mappings.push({ ...sheet, column: at.column, header, indicator, by, confidence })
  }
}
