import { isCustom } from '@/domain/catalogue'
import { statedUnit } from '../cell/measureUnit'
import type { ColumnMapping } from '../draft'
import type { CellMeasure } from '../parseCell'
import type { CellPlace } from './gatheredReports'
import { answeredFigure, mappingOf, namedFigure, sayAt, type ChosenFigure } from './chosenFigure'
import { indicatorMeasure, unitElsewhere, type SaidUnits } from './figureMeasure'
import type { RowUnit } from './measureColumn'
import { placeIn, type RecogniseContext } from './recognition'
import { isUnsafe, rowFault, type RowFault } from './rowMeasure'

/** What a figure is of, and how its cells are read. */
export interface NamedFigure {
  readonly indicator: string
  readonly measure: CellMeasure
}

interface ReadFigure {
  readonly figure: ChosenFigure | null
  /** What every row that names it so, with such a unit, is to be told of. */
  readonly fault: RowFault | null
}

/** What the names of figures in cells or headers mean; each is asked, and said, once. */
export class NamedFigures {
  readonly #context: RecogniseContext
  /** By name and stated units. */
  readonly #figures = new Map<string, ReadFigure>()
  readonly #mapped = new Set<string>()
  /** The cell of the last fault of a row's unit: a row may have many figures. */
  #lastFault = ''
  readonly mappings: ColumnMapping[] = []

  constructor(context: RecogniseContext) {
    this.#context = context
  }

  /**
   * The figure of a name (group and row, or one label) that stands at a place, in a table that states a
   * unit of money or has units of measure in its rows; null (with a finding) for one that is not known.
   * `headerAt`: the column's header, where that has the name.
   */
  figureOf(
    name: readonly string[],
    at: CellPlace,
    moneyUnit: string | null,
    rowUnit: RowUnit | null = null,
    headerAt: CellPlace | null = null,
  ): NamedFigure | null {
    const units = [moneyUnit ?? '', rowUnit === null ? '' : `:${rowUnit.unit}`]
    const key = [...units, ...name].join('\0')
    let read = this.#figures.get(key)
    if (read === undefined) {
      read = this.#read(name, headerAt ?? at, { moneyUnit, rowUnit, isColumn: headerAt !== null })
      this.#figures.set(key, read)
    }
    const { figure, fault } = read
    if (figure !== null && fault !== null && rowUnit !== null)
      this.#sayFault(fault, figure.indicator, rowUnit, at)
    return figure
  }

  #read(
    name: readonly string[],
    at: CellPlace,
    units: SaidUnits & { readonly isColumn: boolean },
  ): ReadFigure {
    const header = name.join('·')
    const place = placeIn(this.#context.file, at.sheet, at.row, at.column)
    const say = sayAt(place, header, this.#context)
    const answer = this.#context.answers?.header(header)
    const words = answer === undefined ? inItsUnit(name, units.rowUnit?.unit ?? '') : name
    const figure =
      answer === undefined
        ? namedFigure(words, units, say)
        : answeredFigure(answer, words, units, say)
    this.#addMapping(header, at, mappingOf(figure, answer))
    if (figure === null || !units.rowUnit || answer?.unit !== undefined)
      return { figure, fault: null }
    const own = indicatorMeasure(figure.indicator)
    const elsewhere = unitElsewhere(figure.indicator, words, units.moneyUnit)
    return { figure, fault: rowFault(own, units.rowUnit, elsewhere) }
  }

  #addMapping(header: string, at: CellPlace, mapping: ReturnType<typeof mappingOf>): void {
    const key = `${at.sheet}\0${header}`
    if (this.#mapped.has(key)) return
    this.#mapped.add(key)
    this.mappings.push({
      ...(at.sheet === '' ? {} : { sheet: at.sheet }),
      ...{ row: at.row, column: at.column, header, nth: 1 },
      ...mapping,
    })
  }

  #sayFault(
    code: RowFault,
    indicator: string,
    { unit, raw, column }: RowUnit,
    at: CellPlace,
  ): void {
    const cell = `${code} ${at.sheet} ${at.row}`
    if (cell === this.#lastFault) return
    this.#lastFault = cell
    const own = indicatorMeasure(indicator)
    const isRead = code === 'row-unit-missing' || !isUnsafe(own, unit)
    this.#context.findings.add({
      code,
      severity: isRead ? 'warning' : 'error',
      place: placeIn(this.#context.file, at.sheet, at.row, column),
      raw,
      indicators: [indicator],
      detail: { unit: own.unit },
    })
  }
}

/** The user's own figure of no unit is one of the unit that its row states: 公顷 are no 亩. */
function inItsUnit(name: readonly string[], unit: string): readonly string[] {
  const whole = name.join('·').trim()
  if (unit === '' || !isCustom(whole) || statedUnit(whole) !== null) return name
  const said = /[(（]([^()（）]*)[)）]$/u.exec(whole)?.[1]
  return said?.trim() === unit ? name : [`${whole}（${unit}）`]
}
