import type { CheckOutcome } from './evaluateIdentity'
import type { Figures } from './figures'
import type { RuleUnits } from './reportRule'
import type { RuleId } from './rules'

/** A rule on a report and the same unit's report of the year before. */
export interface YearRule {
  /** Rule and what it is applied to, e.g. `Y-JUMP:licensing.decisions`. */
  readonly id: string
  readonly rule: RuleId
  /** Figures of both years, in the order that `judge` expects. */
  readonly indicators: readonly string[]
  readonly label: string
  /** Units that it is for. */
  readonly units: RuleUnits
  /**
   * `before` is null without a report of last year, or with one whose form does not compare. Null:
   * not made.
   */
  readonly judge: (now: Figures, before: Figures | null) => CheckOutcome | null
}
