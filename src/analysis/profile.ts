import { measureById } from '@/domain/measures'
import { answerStates, type AnswerState, type MatrixAnswer, type UnitLabel } from './answer'
import { answerCell } from './answerCell'
import { centreOf } from './centres'
import { standingsOf, type Standing } from './standings'

/** Units that another is looked at beside, itself among them. */
export interface Circle {
  readonly id: string
  /** e.g. 本市, 相近单位. */
  readonly name: string
  /** What its median is called where there is little room. */
  readonly medianName: string
  /** Positions in an answer. */
  readonly units: readonly number[]
}

/** A figure of one unit beside a circle, in one year. */
export interface Bearing {
  /** Of the circle's units that have a number, the unit itself included; NaN without any. */
  readonly median: number
  readonly n: number
  /** Units of the circle. */
  readonly of: number
  readonly standing: Standing
  /** How many are ranked. */
  readonly ranked: number
}

/** Where a unit stands in a circle by one item, in a year (by position). */
export function bearingOf(
  answer: MatrixAnswer,
  item: string,
  unit: number,
  year: number,
  circle: Circle,
): Bearing {
  const cells = circle.units.map((other) => answerCell(answer, item, other, year))
  const { value, n } = centreOf('median', cells)
  const standings = standingsOf(cells, measureById(item)?.minimumDenominator ?? null)
  const own = circle.units.indexOf(unit)
  const missing: Standing = { kind: 'missing', state: 'noReport' }
  return {
    median: value,
    n,
    of: circle.units.length,
    standing: standings[own] ?? missing,
    ranked: standings.filter(({ kind }) => kind === 'ranked').length,
  }
}

/**
 * An answer of a unit and of the median of each circle, as if those were units: to be drawn by the same
 * charts. A median of nobody is no number. Totals make no sense of it and are left empty.
 */
export function profileAnswer(
  answer: MatrixAnswer,
  unit: number,
  circles: readonly Circle[],
): MatrixAnswer {
  const { items, years } = answer
  const labels = [answer.units[unit] ?? nobody, ...circles.map(medianLabel)]
  const made = emptyAnswer(answer, labels)
  for (const [place, item] of items.entries()) {
    const first = place * labels.length * years.length
    const own = (place * answer.units.length + unit) * years.length
    for (const column of cellColumns) {
      made[column].set(answer[column].subarray(own, own + years.length), first)
    }
    for (const [row, circle] of circles.entries()) {
      for (const year of years.keys()) {
        const { median } = bearingOf(answer, item, unit, year, circle)
        const at = first + (row + 1) * years.length + year
        made.values[at] = median
        made.states[at] = stateCode(Number.isNaN(median) ? 'noReport' : 'value')
      }
    }
  }
  made.editions.set(answer.editions.subarray(unit * years.length, (unit + 1) * years.length))
  return made
}

const nobody: UnitLabel = { id: '', code: null, name: '', since: null, until: null }

function medianLabel({ id, medianName }: Circle): UnitLabel {
  return { ...nobody, id: `median:${id}`, name: medianName }
}

function emptyAnswer(answer: MatrixAnswer, units: readonly UnitLabel[]): MatrixAnswer {
  const { items, years } = answer
  const size = items.length * units.length * years.length
  const sums = items.length * years.length
  return {
    ...answer,
    units,
    values: new Float64Array(size).fill(NaN),
    states: new Uint8Array(size).fill(stateCode('noReport')),
    numerators: new Float64Array(size).fill(NaN),
    denominators: new Float64Array(size).fill(NaN),
    marks: new Uint8Array(size),
    checks: new Uint8Array(size),
    editions: new Uint8Array(units.length * years.length),
    totals: {
      values: new Float64Array(sums).fill(NaN),
      n: new Uint32Array(sums),
      of: new Uint32Array(sums),
      marks: new Uint8Array(sums),
      checks: new Uint8Array(sums),
    },
    leftOut: [],
  }
}

const cellColumns = ['values', 'states', 'numerators', 'denominators', 'marks', 'checks'] as const

function stateCode(state: AnswerState): number {
  return answerStates.indexOf(state)
}
