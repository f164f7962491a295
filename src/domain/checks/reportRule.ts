import type { UnitLevel } from '../unit'
import type { CheckOutcome } from './evaluateIdentity'
import type { Figures } from './figures'
import type { RuleId } from './rules'

/** Units that a rule is for: all, or those of one level. */
export type RuleUnits = 'all' | UnitLevel

/** A rule within one report that is no sum of the form. */
export interface ReportRule {
  /** Rule and what it is applied to, e.g. `T2-VALID:normativeDocuments`. */
  readonly id: string
  readonly rule: RuleId
  /** The figures it looks at, in the order that `judge` expects. */
  readonly indicators: readonly string[]
  /** The figures that it puts in doubt when it fails; left out: all that it looks at. */
  readonly inDoubt?: readonly string[]
  /** What it is applied to, in words; empty where the rule's name says it. */
  readonly label: string
  /** Units that it is for. */
  readonly units: RuleUnits
  /** First report year that it is for; null: all. */
  readonly from: number | null
  /** `year`: the report's. Null: not made, because the report has not what it needs. */
  readonly judge: (figures: Figures, year: number) => CheckOutcome | null
}
