import type { Severity } from '../finding'

/** A rule of 勾稽 on the running text that is judged while a document is read. */
export interface TextRule {
  readonly id: TextRuleId
  readonly severity: Severity
  /** In a few words, e.g. 正文答复件数. */
  readonly name: string
  /** What may lawfully make it fail; empty where nothing may. */
  readonly exceptions: string
}

export type TextRuleId = (typeof ruleTable)[number][0]

/**
 * The running text tells far more than the figures that are kept of it. What it says of the tables,
 * of its own sums, of its year and its sections is held against them once, when it is read.
 */
const ruleTable = [
  ['P-NATURAL', 'warning', '正文申请人构成', '按办理件数或另一口径统计申请人'],
  ['P-OUT', 'warning', '正文办理结果', '正文把几类结果合并叙述，或只列其中一项'],
  ['P-PCT', 'warning', '正文占比', '占比以另一口径的件数为分母'],
  ['P-ANSWERED', 'warning', '正文答复件数', '正文含另行告知、咨询的答复'],
  ['P-REVIEW', 'warning', '正文行政复议件数', '正文只计立案的或已审结的案件'],
  ['P-LIT', 'warning', '正文行政诉讼件数', '正文只计立案的、一审的或已审结的案件'],
  ['P-WON', 'warning', '正文称全部维持、胜诉', '正文只说已审结的案件'],
  ['P-T2', 'warning', '正文主动公开件数', '正文只计本级政府，或含公示条数'],
  ['P-NEG', 'warning', '正文称没有', ''],
  ['P-PARTS', 'info', '正文分项之和', '分项有交叉，或只列主要分项'],
  ['P-YEAR', 'warning', '正文年份与期限', ''],
  ['P-SEC', 'info', '六个部分', ''],
] as const satisfies readonly (readonly [string, Severity, string, string])[]

const rules: ReadonlyMap<TextRuleId, TextRule> = new Map(
  ruleTable.map(([id, severity, name, exceptions]) => [id, { id, severity, name, exceptions }]),
)

/** The rule of an id. */
export function textRule(id: TextRuleId): TextRule {
  const found = rules.get(id)
  if (!found) throw new Error(`no rule ${id}`)
  return found
}
