import type { CheckOutcome } from '@/domain/checks/evaluateIdentity'
import type { TextRuleId } from '@/domain/checks/textRules'
import type { ProsePlace } from './countedPhrases'
import type { ReadValue } from './tableReadings'

/** What a text says, held against the tables, or against the rest of the text. */
export interface TextJudgement {
  readonly rule: TextRuleId
  readonly outcome: CheckOutcome
  /** What is spoken of: 行政复议. */
  readonly label: string
  /** What the text says: `134`, `33.9%`, `均获维持`. */
  readonly said: string
  /** What it was compared with. */
  readonly compared: readonly ReadValue[]
  /** The readings that bear it out. */
  readonly matched: readonly string[]
  readonly sentence: string
  readonly place: ProsePlace
}
