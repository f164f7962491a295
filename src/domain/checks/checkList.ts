import type { Severity } from '../finding'
import { cellRules, type CellRule } from './cellRules'
import { identities, type Identity } from './identity'
import { proseRules } from './proseRules'
import type { ReportRule } from './reportRule'
import { rollUps, SCOPE_FIGURE, type RollUp } from './rollUp'
import { ruleById, type RuleId } from './rules'
import { tableRules } from './tableRules'
import { textRules } from './textRules'
import { yearLinks, type YearLink } from './yearLink'
import type { YearRule } from './yearRule'
import { changeRules, yearRules } from './yearRules'

/** What a check is made by. */
export type CheckMaking =
  | { readonly kind: 'identity'; readonly identity: Identity }
  | { readonly kind: 'report'; readonly rule: ReportRule }
  | { readonly kind: 'cell'; readonly rule: CellRule }
  | { readonly kind: 'link'; readonly link: YearLink }
  | { readonly kind: 'year'; readonly rule: YearRule }
  | { readonly kind: 'rollUp'; readonly rollUp: RollUp }
  /** What the running text says; of one report there may be many. */
  | { readonly kind: 'text' }
  /** Looks at whole reports or at a series. */
  | { readonly kind: 'series'; readonly indicators: readonly string[] }

/** A rule as it is applied to one row, column or figure. */
export interface Check {
  /** The same from version to version, e.g. `T3-ROW:requests.new`. */
  readonly id: string
  readonly rule: RuleId
  readonly severity: Severity
  readonly label: string
  readonly making: CheckMaking
}

const reportRules = [...tableRules, ...proseRules]

function check(id: string, rule: RuleId, label: string, making: CheckMaking): Check {
  return { id, rule, severity: severityOf(id, rule), label, making }
}

/** Y-CARRY is an error in the 总计 column: a lawful reason moves single columns, hardly ever the sum. */
function severityOf(id: string, rule: RuleId): Severity {
  return id === 'Y-CARRY:total' ? 'error' : ruleById(rule).severity
}

function series(rule: RuleId, indicators: readonly string[] = []): Check {
  return check(rule, rule, '', { kind: 'series', indicators })
}

/** Every check there is; a place in this list is how findings name it in memory. */
export const checkList: readonly Check[] = [
  ...identities.map((each) =>
    check(each.id, each.rule, each.label, { kind: 'identity', identity: each }),
  ),
  ...reportRules.map((rule) => check(rule.id, rule.rule, rule.label, { kind: 'report', rule })),
  ...cellRules.map((rule) => check(rule.id, rule.rule, '', { kind: 'cell', rule })),
  ...yearLinks.map((link) => check(link.id, link.rule, link.label, { kind: 'link', link })),
  ...[...yearRules, ...changeRules].map((rule) =>
    check(rule.id, rule.rule, rule.label, { kind: 'year', rule }),
  ),
  ...textRules.map((rule) => check(rule, rule, '', { kind: 'text' })),
  series('T4-AFTER', ['litigation.afterReview.total', 'review.total']),
  series('Y-GAP'),
  series('Y-FORMAT'),
  series('Y-REPEAT'),
  series('C-COUNTY'),
  series('C-DIGIT'),
  series('S-SCOPE', [SCOPE_FIGURE]),
  ...(['S-SUM', 'S-GE'] as const).flatMap((rule) =>
    rollUps.map((rollUp) =>
      check(`${rule}:${rollUp.indicator}`, rule, rollUp.label, { kind: 'rollUp', rollUp }),
    ),
  ),
]

const numbers: ReadonlyMap<string, number> = new Map(checkList.map(({ id }, at) => [id, at]))

/** The place of a check in `checkList`. */
export function checkNumber(id: string): number {
  const number = numbers.get(id)
  if (number === undefined) throw new Error(`no check ${id}`)
  return number
}
