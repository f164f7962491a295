import type { CheckMark, MatrixAnswer } from '@/analysis/answer'
import type { AnswerCell, Doubt } from '@/analysis/answerCell'
import {
  answerCell,
  existed,
  isUntrusted,
  isWithoutReport,
  jointDoubt,
  worstCheck,
} from '@/analysis/answerCell'
import type { NumberStyle } from '@/wording/answers'
import { stateWord } from '@/wording/answers'

/** A whole and the parts that must add up to it, in the order of the form. */
export interface CompositionSpec {
  readonly whole: Share
  readonly parts: readonly Share[]
}

export interface Share {
  /** Indicator or measure. */
  readonly item: string
  readonly label: string
  /** Stands for all the other parts in reports that do not tell them apart; never added to them. */
  readonly undivided?: true
}

/** A bar to draw, or the reason why there is none; never a bar of length 0 for what is unknown. */
export type Composed =
  | {
      readonly kind: 'whole'
      readonly whole: number
      /** Null where the report says that the row does not apply. */
      readonly parts: readonly (number | null)[]
      readonly sum: number
      /** What there is to say of any of its numbers. */
      readonly doubt: Doubt
    }
  | { readonly kind: 'gap'; readonly reason: string }

const asIs: NumberStyle = { kind: 'number', measureUnit: '' }

/** The composition of one unit's year. */
export function composed(
  answer: MatrixAnswer,
  spec: CompositionSpec,
  unit: number,
  year: number,
): Composed {
  const whole = answerCell(answer, spec.whole.item, unit, year)
  if (whole.state !== 'value') {
    const word = stateWord(whole.state, asIs)
    return {
      kind: 'gap',
      reason: isWithoutReport(whole) ? word : `${spec.whole.label}：${word}`,
    }
  }
  const cells = partCells(answer, spec, unit, year)
  const unknown = cells.findIndex((cell) => cell !== null && !isKnown(cell))
  const missing = cells[unknown]
  if (missing) {
    const label = spec.parts[unknown]?.label ?? ''
    return { kind: 'gap', reason: `${label}：${stateWord(missing.state, asIs)}` }
  }
  if (whole.value === 0) return { kind: 'gap', reason: `${spec.whole.label}为 0` }
  const parts = cells.map((cell) => (cell?.state === 'value' ? cell.value : null))
  const doubt = jointDoubt([whole, ...cells.filter((cell) => cell !== null)])
  return { kind: 'whole', whole: whole.value, parts, sum: sumOf(parts), doubt }
}

/** The cells that make up the whole: those of the parts, or the undivided one alone; null: not this one. */
function partCells(
  answer: MatrixAnswer,
  spec: CompositionSpec,
  unit: number,
  year: number,
): readonly (AnswerCell | null)[] {
  const cells = spec.parts.map(({ item }) => answerCell(answer, item, unit, year))
  const isUndivided =
    spec.parts.some(({ undivided }) => undivided) &&
    spec.parts.every(
      ({ undivided }, part) => cells[part]?.state === (undivided ? 'value' : 'absent'),
    )
  return cells.map((cell, part) =>
    isUndivided === (spec.parts[part]?.undivided ?? false) ? cell : null,
  )
}

function isKnown({ state }: AnswerCell): boolean {
  return state === 'value' || state === 'notApplicable'
}

/** A sum of compositions, and who is in it. */
export interface ComposedTotal {
  readonly composed: Composed
  readonly n: number
  readonly of: number
  /** Positions of the units that existed and lack a number. */
  readonly missing: readonly number[]
  /** Positions of the units of which a number is 不平 or 不可判 and not counted for that. */
  readonly untrusted: readonly number[]
  /** Worst outcome of the checks of all numbers in it. */
  readonly check: CheckMark
}

/**
 * The composition of all units together: only of those whose whole and parts are known, and that no
 * other of them has the figures of.
 */
export function composedTotal(
  answer: MatrixAnswer,
  spec: CompositionSpec,
  units: readonly number[],
  year: number,
): ComposedTotal {
  const leftOut = new Set(answer.leftOut)
  const there = units.filter((unit) => existed(answer, unit, year) && !leftOut.has(unit))
  const wholes: Extract<Composed, { kind: 'whole' }>[] = []
  const missing: number[] = []
  for (const unit of there) {
    const is = composed(answer, spec, unit, year)
    // A whole of 0 has no shares, but it is known and adds nothing.
    const isEmpty = answerCell(answer, spec.whole.item, unit, year).value === 0
    if (is.kind === 'whole') wholes.push(is)
    else if (!isEmpty) missing.push(unit)
  }
  const isDoubtful = (unit: number) => hasUntrusted(answer, spec, unit, year)
  const counts = {
    n: there.length - missing.length,
    of: there.length,
    missing: missing.filter((unit) => !isDoubtful(unit)),
    untrusted: missing.filter(isDoubtful),
    check: worstCheck(wholes.map(({ doubt }) => doubt)),
  }
  if (wholes.length === 0) {
    const reason = counts.n > 0 ? `${spec.whole.label}为 0` : '无一单位可算'
    return { composed: { kind: 'gap', reason }, ...counts }
  }
  const parts = spec.parts.map((_, part) => {
    const known = wholes.map((is) => is.parts[part] ?? null).filter((value) => value !== null)
    return known.length === 0 ? null : sumOf(known)
  })
  const whole = sumOf(wholes.map((is) => is.whole))
  return {
    composed: {
      ...{ kind: 'whole', whole, parts, sum: sumOf(parts) },
      doubt: jointDoubt(wholes.map(({ doubt }) => doubt)),
    },
    ...counts,
  }
}

function hasUntrusted(
  answer: MatrixAnswer,
  spec: CompositionSpec,
  unit: number,
  year: number,
): boolean {
  return [spec.whole, ...spec.parts].some(({ item }) =>
    isUntrusted(answerCell(answer, item, unit, year)),
  )
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => (value === null ? sum : sum + value), 0)
}
