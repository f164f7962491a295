import type { UnitLabel } from '@/analysis/answer'
import type { ChainColumns } from '@/analysis/chainColumns'
import type { CheckFinding } from '@/analysis/checkFinding'
import type { HealthColumns } from '@/analysis/healthColumns'
import type { Repair } from '@/analysis/repair'
import type { StatedCheck } from '@/analysis/statedChecks'
import type { ReportKey } from '@/data/batch'
import type { Disposition, DispositionKind, FindingBasis } from '@/data/disposition'
import type { RuleId } from '@/domain/checks/rules'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'

/** What the pages may ask of 勾稽; part of `EngineApi`. */
export interface CheckApi {
  /** 数据体检: the state of each report of units × years. */
  health(question: HealthQuestion): Promise<HealthAnswer>
  /** One page of the findings that pass a filter, by unit and year. */
  findings(question: FindingQuestion, page: PageAsked): Promise<FindingPage>
  /**
   * 处置 of a finding as it is on screen. Rejects with `reason-missing` without a reason, and with
   * `not-found` when the finding rests on other figures by now.
   */
  dispose(finding: FindingBasis, word: DispositionWord): Promise<void>
  /** Takes the word on a finding back. */
  withdrawDisposition(finding: FindingBasis): Promise<void>
  /** One link between years for units × years. Rejects with `not-found` for an unknown link. */
  chain(question: ChainQuestion): Promise<ChainAnswer>
  /** The checks that a number on screen depends on, with their outcome and their numbers. */
  itemChecks(key: ReportKey, item: string): Promise<ItemChecks>
  /** The 退回核对表 of a unit: its failing checks and figures, with room for the answers. */
  checkSheet(unit: UnitId, format: SheetFormat): Promise<Blob>
}

export type SheetFormat = 'csv' | 'xlsx'

export interface HealthQuestion {
  /** Null: all that have a report in this scope. */
  readonly units: readonly UnitId[] | null
  /** Both included; null: all on record. */
  readonly years: readonly [number, number] | null
  readonly scope: Scope
}

export interface ChainQuestion extends HealthQuestion {
  /** Id of a year link, e.g. `Y-CARRY:total`. */
  readonly link: string
}

export interface ChainAnswer extends ChainColumns {
  /** In the order of `units`. */
  readonly labels: readonly UnitLabel[]
}

export interface ItemChecks {
  /** The gravest first. */
  readonly checks: readonly (StatedCheck & FindingHelp)[]
  /** Units that the checks speak of. */
  readonly labels: readonly UnitLabel[]
}

export interface HealthAnswer extends HealthColumns {
  /** In the order of `units`. */
  readonly labels: readonly UnitLabel[]
  /** Findings with a 处置 that holds, index as in the columns. */
  readonly disposed: Uint16Array
}

/** 不平, 不符, 提示, or 不可判 (of a check that is more than a note). */
export const findingKinds = ['error', 'warning', 'undecidable', 'info'] as const
export type FindingKind = (typeof findingKinds)[number]

export interface FindingQuestion extends HealthQuestion {
  readonly kinds: readonly FindingKind[]
  readonly rule: RuleId | null
  /** True: only those with a 处置 that holds; false: only those without. */
  readonly disposed: boolean | null
}

export interface PageAsked {
  readonly first: number
  readonly count: number
}

export interface FindingPage {
  /** Of all pages. */
  readonly total: number
  readonly findings: readonly HealthFinding[]
  /** Units that the findings speak of. */
  readonly labels: readonly UnitLabel[]
}

/** What there is to say of a finding beside its facts. */
export interface FindingHelp {
  readonly disposition: Disposition | null
  /** What would balance the report, where the finding rests on it. */
  readonly advice: Repair | null
}

export interface HealthFinding extends CheckFinding, FindingHelp {}

export interface DispositionWord {
  readonly kind: DispositionKind
  readonly reason: string
}
