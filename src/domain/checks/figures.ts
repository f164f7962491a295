import type { Cell } from '../report'
import type { CheckOutcome } from './evaluateIdentity'

/** States of a figure by number; 0 is a number. The order is that of columns and answers. */
export const figureStates = ['value', 'blank', 'notApplicable', 'unreadable', 'absent'] as const

/**
 * The figures of a rule, in the order of its indicators: plain arrays that one loop over many
 * reports fills again and again.
 */
export interface Figures {
  /** NaN without a number; 0 for “/”, which adds nothing. */
  readonly values: Float64Array
  /** Index in `figureStates`. */
  readonly states: Uint8Array
}

const ABSENT = figureStates.indexOf('absent')
const NOT_APPLICABLE = figureStates.indexOf('notApplicable')

/** Room for so many figures, all absent. */
export function emptyFigures(count: number): Figures {
  return {
    values: new Float64Array(count).fill(NaN),
    states: new Uint8Array(count).fill(ABSENT),
  }
}

/** The figures of these indicators in one report. */
export function figuresOf(
  indicators: readonly string[],
  cellOf: (indicator: string) => Cell,
): Figures {
  const figures = emptyFigures(indicators.length)
  for (const [at, indicator] of indicators.entries()) {
    const cell = cellOf(indicator)
    setFigure(figures, at, figureStates.indexOf(cell.kind), cell.kind === 'value' ? cell.value : 0)
  }
  return figures
}

/** Sets one figure; `value` counts only where the state is that of a number. */
export function setFigure(figures: Figures, at: number, state: number, value: number): void {
  figures.states[at] = state
  if (state === 0) figures.values[at] = value
  else figures.values[at] = state === NOT_APPLICABLE ? 0 : NaN
}

/** Whether a figure is not there at all: neither printed nor written. */
export function isAbsent(figures: Figures, at: number): boolean {
  return figures.states[at] === ABSENT
}

/** Whether a figure is a number (“/” is none). */
export function isNumber(figures: Figures, at: number): boolean {
  return figures.states[at] === 0
}

/** `passed` or `failed` by a condition. */
export function outcomeOf(holds: boolean): CheckOutcome {
  return holds ? 'passed' : 'failed'
}
