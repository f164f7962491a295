import { placeAt } from '@/data/traceCell'
import { stateAt } from '@/data/column'
import { keyAt } from '@/data/compare'
import { correctionKey, type Cube } from '@/data/cube'
import type { Segment } from '@/data/segment'
import { populations } from '@/domain/auxiliary'
import { isImplausibleFee, isImplausibleRise } from '@/domain/checks/feeScale'
import type { UnitRegistry } from '@/domain/unit'
import type { ColumnMapping, FileDraft } from '@/intake/draft'
import { headerKey, RATIO_UNIT, type FileAnswers } from '@/intake/fileAnswers'
import { indicatorMeasure } from '@/intake/recognisers/figureMeasure'
import type { DoubtfulCell, ScaleQuestion } from './mappingProtocol'

/** Doubtful numbers of a column that are listed. */
const LISTED = 500

type ReadFile = Pick<FileDraft, 'source' | 'path' | 'columns' | 'answers' | 'segments'>

/**
 * Columns with numbers that look as if in another unit: 元 under a heading of 万元 (T2-FEE-UNIT), a
 * share of one (`0.85`) in a column of percentages, and 万人 under a heading of 人. A column whose
 * unit the user has said is not asked about, nor is a number that has its unit beside it.
 */
export function scaleQuestions(
  file: ReadFile,
  base: Cube,
  registry: UnitRegistry,
  fixed: ReadonlySet<string>,
): ScaleQuestion[] {
  const columns = firstColumns(file.columns)
  return [...columns.values()].flatMap((column) => {
    const scale = scaleOf(column, file.answers)
    if (scale === null) return []
    const question = new DoubtfulColumn(file, column, scale, { base, registry, fixed }).question()
    return question === null ? [] : [question]
  })
}

/** Of each figure the first column; the same header on other sheets is answered with it. */
function firstColumns(columns: readonly ColumnMapping[]): Map<string, ColumnMapping> {
  const found = new Map<string, ColumnMapping>()
  for (const column of columns) {
    const { indicator } = column
    if (indicator !== null && !found.has(indicator)) found.set(indicator, column)
  }
  return found
}

interface Scale {
  readonly indicator: string
  readonly unit: string
  readonly other: string
  /** How many of the other unit make one of this. */
  readonly factor: number
  readonly isDoubtful: (value: number, before: () => number | null) => boolean
}

/** Null where the unit of a column is beyond doubt. */
function scaleOf(
  { indicator, header, nth, unit }: ColumnMapping,
  answers?: FileAnswers,
): Scale | null {
  if (indicator === null || unit !== undefined) return null
  const key = headerKey(header, nth)
  const answer = answers?.headers.find((each) => headerKey(each.header, each.nth) === key)
  if (answer?.unit !== undefined) return null
  const own = indicatorMeasure(indicator)
  if (own.kind === 'money' && own.unit === '万元') {
    // What a county spends has no such bound as what it charges: 采购 may well be ten figures.
    const isImplausible = indicator === FEE ? isImplausibleFee : isImplausibleRise
    const isDoubtful = (value: number, before: () => number | null) =>
      isImplausible(value, before())
    return { indicator, unit: own.unit, other: '元', factor: 10_000, isDoubtful }
  }
  if (own.kind === 'percent' && indicator !== CHANGE) {
    const isDoubtful = (value: number) => value > 0 && value <= 1
    return { indicator, unit: '%', other: RATIO_UNIT, factor: 0.01, isDoubtful }
  }
  if (populations.includes(indicator)) {
    const isDoubtful = isImplausiblePopulation
    return { indicator, unit: own.unit, other: '万人', factor: 0.0001, isDoubtful }
  }
  return null
}

/** No county has so few people; in a column of 人 such a number is likely one of 万人. */
const FEWEST_PEOPLE = 2000

/** People are whole, many, and not ten thousand times as many as a year ago. */
function isImplausiblePopulation(value: number, before: () => number | null): boolean {
  if (value <= 0) return false
  if (!Number.isInteger(value) || value < FEWEST_PEOPLE) return true
  const then = before()
  return then !== null && then > 0 && (value / then >= 1000 || then / value >= 1000)
}

const FEE = 'fees.amount'

/** A change of less than one per cent is nothing strange. */
const CHANGE = 'prose.requests.yearOnYear'

/** What a doubtful number is held against. */
interface Known {
  readonly base: Cube
  readonly registry: UnitRegistry
  /** Cells that the user gave another value, by `correctionKey`. */
  readonly fixed: ReadonlySet<string>
}

class DoubtfulColumn {
  readonly #file: ReadFile
  readonly #column: ColumnMapping
  readonly #scale: Scale
  readonly #base: Cube
  readonly #registry: UnitRegistry
  readonly #fixed: ReadonlySet<string>
  readonly #answered: ReadonlySet<string>
  /** Whether the data have such a figure at all, of any year. */
  readonly #hasBefore: boolean
  #numbers = 0
  readonly #doubtful: DoubtfulCell[] = []

  constructor(
    file: ReadFile,
    column: ColumnMapping,
    scale: Scale,
    { base, registry, fixed }: Known,
  ) {
    this.#file = file
    this.#column = column
    this.#scale = scale
    this.#base = base
    this.#registry = registry
    this.#fixed = fixed
    this.#hasBefore = base.blocks.some(({ positions }) => positions.has(scale.indicator))
    this.#answered = new Set((file.answers?.cells ?? []).map(placeKey))
  }

  question(): ScaleQuestion | null {
    for (const segment of this.#file.segments) this.#look(segment)
    if (this.#doubtful.length === 0) return null
    const { source, path } = this.#file
    const { header, nth } = this.#column
    const { indicator, unit, other } = this.#scale
    return {
      ...{ kind: 'scale', source, path, header, nth, indicator, unit, other },
      numbers: this.#numbers,
      doubtful: this.#doubtful,
    }
  }

  #look(segment: Segment): void {
    const { indicator, isDoubtful } = this.#scale
    const column = segment.columns.findIndex((each) => each.indicator === indicator)
    const numbers = segment.columns[column]
    if (numbers === undefined) return
    // A draft has millions of numbers: only what may be doubtful is looked at closely.
    const nothing = () => null
    for (let row = 0; row < segment.rows; row++) {
      if (stateAt(numbers, row) !== 0) continue
      const kept = segment.raw.get(column * segment.rows + row)
      if (kept !== undefined && /[%％元人万]/u.test(kept)) continue
      this.#numbers++
      const value = numbers.values[row] as number
      const before = this.#hasBefore ? () => this.#before(segment, row) : nothing
      if (!isDoubtful(value, before) || this.#doubtful.length >= LISTED) continue
      this.#add(segment, column, row, { raw: kept ?? String(value), value, before: before() })
    }
  }

  #add(
    segment: Segment,
    column: number,
    row: number,
    { raw, value, before }: Pick<DoubtfulCell, 'raw' | 'value' | 'before'>,
  ): void {
    const at = placeAt(segment, column, row)
    const place = { sheet: at?.sheet ?? '', row: at?.row ?? 0, column: at?.column ?? 0 }
    if (this.#answered.has(placeKey(place))) return
    const key = keyAt(segment, row)
    if (this.#fixed.has(correctionKey(key, this.#scale.indicator))) return
    const { unit, year } = key
    const unitName = this.#registry.byId(unit)?.name ?? unit.replace(/^\?\d*\|?/, '')
    const otherValue = Number((value / this.#scale.factor).toPrecision(15))
    this.#doubtful.push({ unit, unitName, year, raw, value, otherValue, before, ...place })
  }

  #before(segment: Segment, row: number): number | null {
    const key = keyAt(segment, row)
    const { indicator } = this.#scale
    const found = this.#base.cellAt({ ...key, year: key.year - 1 }, indicator)?.cell
    return found?.kind === 'value' ? found.value : null
  }
}

function placeKey({ sheet, row, column }: Pick<DoubtfulCell, 'sheet' | 'row' | 'column'>): string {
  return `${row} ${column} ${sheet}`
}
