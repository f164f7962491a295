import { comparableAcross, type Comparability } from '@/domain/breaks'
import type { ReportEdition } from '@/domain/indicator'
import type { AnswerCell } from './answerCell'
import { withoutNoise } from './decimal'
import { isSmallBase } from './smallBase'

/** Two cells of the same figure beside each other. */
export interface PairDifference {
  readonly a: AnswerCell
  readonly b: AnswerCell
  /** b − a; NaN where either has no number, or they count different things. */
  readonly difference: number
  /** 100 × (b − a) ÷ a; NaN where a is 0 or too small to bear a percentage. */
  readonly percent: number
  /** Whether the two are not the same: another number, or a number against none. */
  readonly differs: boolean
  /** How the figure compares between the forms of the two reports. */
  readonly comparable: Comparability
}

/** The difference of a figure between two reports. `editions`: the forms of the two. */
export function pairDifference(
  item: string,
  a: AnswerCell,
  b: AnswerCell,
  editions: readonly [ReportEdition, ReportEdition],
): PairDifference {
  const both = a.state === 'value' && b.state === 'value'
  const comparable = both ? comparableAcross(item, editions[0], editions[1]) : 'same'
  const isFair = both && comparable !== 'different'
  const size = Math.max(Math.abs(a.value), Math.abs(b.value))
  const difference = isFair ? withoutNoise(b.value - a.value, size) : NaN
  const hasBase = isFair && a.value !== 0 && !isSmallBase(a.value)
  return {
    a,
    b,
    difference,
    percent: hasBase ? (100 * difference) / Math.abs(a.value) : NaN,
    differs: a.state !== b.state || (both && a.value !== b.value),
    comparable,
  }
}
