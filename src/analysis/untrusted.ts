import { answerStates, type MatrixAnswer } from './answer'

/** A number that 只看可信 keeps out of an answer; unit and year by position. */
export interface UntrustedNumber {
  readonly item: string
  readonly unit: number
  readonly year: number
  readonly check: 'failed' | 'undecidable'
}

const FAILED = answerStates.indexOf('failed')
const UNDECIDABLE = answerStates.indexOf('undecidable')

/** What 只看可信 keeps out of an answer: unit by unit, in the order of the answer. */
export function untrustedNumbers(answer: MatrixAnswer): UntrustedNumber[] {
  const { items, units, years, states } = answer
  const found: UntrustedNumber[] = []
  for (const unit of units.keys())
    for (const [position, item] of items.entries())
      for (const year of years.keys()) {
        const state = states[(position * units.length + unit) * years.length + year]
        if (state !== FAILED && state !== UNDECIDABLE) continue
        found.push({ item, unit, year, check: state === FAILED ? 'failed' : 'undecidable' })
      }
  return found
}
