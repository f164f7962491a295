import type { Severity } from '../finding'
import { proseRuleTable } from './proseRuleTable'

/** What a rule looks at. */
export type RuleKind =
  /** Sums within one report. */
  | 'identity'
  /** The kind of number a cell may hold. */
  | 'cell'
  /** Two reports of one unit. */
  | 'years'
  /** Prose against tables of one report. */
  | 'prose'
  /** A city against its counties. */
  | 'roll-up'
  /** Two reports that are suspiciously alike. */
  | 'copying'

/** A rule of 勾稽, for lists, help and findings. */
export interface Rule {
  readonly id: RuleId
  readonly kind: RuleKind
  readonly severity: Severity
  /** In a few words, e.g. 表三横向合计. */
  readonly name: string
  /** The formula in words that a county office understands. */
  readonly formula: string
  /** What may lawfully make it fail; empty where nothing may. */
  readonly exceptions: string
}

/** Id, kind, severity, name, formula, exceptions. */
export type RuleEntry = readonly [string, RuleKind, Severity, string, string, string]

export type RuleId = (typeof ruleTable)[number][0]

/**
 * Sources: the statutory tables (国办公开办函〔2019〕60号, 〔2021〕30号), 政府信息公开条例 (国令第711号),
 * 国办函〔2020〕109号 for the information fee, 行政复议法 (2023) for the break of 2024.
 */
const ruleTable = [
  ['T3-ROW', 'identity', 'error', '表三横向合计', '自然人＋五类组织＝总计（每一行）', ''],
  [
    'T3-SUM7',
    'identity',
    'error',
    '表三办理结果合计',
    '（一）至（六）各项之和＝（七）总计（每一列）',
    '',
  ],
  [
    'T3-IDENT',
    'identity',
    'error',
    '表三收支平衡',
    '本年新收＋上年结转＝办理结果总计＋结转下年（每一列）',
    '',
  ],
  [
    'T3-OTHER',
    'identity',
    'error',
    '其他处理合计',
    '（六）其他处理单列一行时，等于其三个分项之和',
    '',
  ],
  ['T4-SUM', 'identity', 'error', '表四合计', '结果维持＋结果纠正＋其他结果＋尚未审结＝总计', ''],
  [
    'T3-ZERO',
    'cell',
    'error',
    '无申请则无办理',
    '新收与上年结转均为 0 时，办理结果与结转下年均应为 0',
    '',
  ],
  [
    'T3-FEE',
    'cell',
    'info',
    '逾期不缴费',
    '逾期不缴费大于 0 时，第六部分应说明信息处理费情况',
    '收费通知已发而全部未缴',
  ],
  ['T3-INT', 'cell', 'error', '表三取值', '每格为非负整数', ''],
  ['T4-INT', 'cell', 'error', '表四取值', '每格为非负整数', ''],
  ['T2-INT', 'cell', 'error', '表二取值', '件数为非负整数，收费金额不小于 0', ''],
  ['T3-N3', 'cell', 'info', '要求提供公开出版物', '此项大于 0 较少见', ''],
  [
    'D-YEAR',
    'cell',
    'warning',
    '公开年份',
    '公开日期的年份＝年报年份＋1',
    '逾期公开，或补发、更正后重新发布',
  ],
  ['T2-RULES', 'cell', 'warning', '县级规章', '县级政府及其部门无规章制定权，规章一行应全为 0', ''],
  [
    'T2-VALID',
    'cell',
    'warning',
    '现行有效不少于制发',
    '现行有效件数≥本年制发件数',
    '当年制发又当年失效、废止的文件',
  ],
  [
    'T2-FEE-UNIT',
    'years',
    'warning',
    '收费单位',
    '县级收费金额超过 100000 万元，或任何单位的金额超过上年的 50 倍、不足上年的五十分之一时，疑似把元填成万元',
    '收费项目确有重大变化',
  ],
  [
    'T2-2019-DELTA',
    'years',
    'warning',
    '项目数衔接',
    '上一年项目数量＝上年的（上一年项目数量＋本年增/减）',
    '事项目录调整',
  ],
  [
    'T2-2019-PUB',
    'years',
    'info',
    '公开数量衔接',
    '本年新公开数量≤本年新制作数量；对外公开总数量≤上年对外公开总数量＋本年新公开数量',
    '公开了以往制作的文件；撤下的文件使总数量更小，不算不符',
  ],
  [
    'T4-2024',
    'cell',
    'info',
    '复议前置',
    '2024 年起不服不予公开决定须先申请行政复议；未经复议直接起诉大于 0 时注明',
    '其他争议、上年结转案件',
  ],
  [
    'T4-AFTER',
    'years',
    'info',
    '复议后起诉不多于复议',
    '复议后起诉总计不超过本年与以前各年行政复议总计之和',
    '',
  ],
  [
    'Y-CARRY',
    'years',
    'warning',
    '结转衔接',
    '本年的上年结转＝上年的结转下年（每一列）',
    '单位合并或撤销、事后更正、口径变化',
  ],
  [
    'Y-STOCK-R',
    'years',
    'warning',
    '规章存量衔接',
    '现行有效＝上年现行有效＋本年制发－本年废止',
    '制发中含修订件、自动失效、集中清理、口径调整、单位合并',
  ],
  [
    'Y-STOCK-N',
    'years',
    'warning',
    '规范性文件存量衔接',
    '现行有效＝上年现行有效＋本年制发－本年废止',
    '制发中含修订件、自动失效、集中清理、口径调整、单位合并',
  ],
  [
    'Y-JUMP',
    'years',
    'info',
    '突变',
    '基数不少于 20，而超过上年的 5 倍或不足五分之一',
    '口径变化，或业务量确有变化',
  ],
  ['Y-FORMAT', 'years', 'info', '换表样', '与上年的表样不同：主动公开表的部分指标前后不可比', ''],
  ['Y-GAP', 'years', 'info', '缺年', '前后年份都有年报而中间年份没有', ''],
  [
    'Y-REPEAT',
    'copying',
    'warning',
    '与上年雷同',
    '两年表格中非零数字九成以上相同；不足 20 个的，12 个以上全部相同',
    '',
  ],
  [
    'C-COUNTY',
    'copying',
    'warning',
    '县间雷同',
    '两县同年表格中非零数字九成以上相同；不足 20 个的，12 个以上全部相同',
    '',
  ],
  ['C-DIGIT', 'copying', 'warning', '数字单一', '表三非零数字几乎全为同一个数', ''],
  ['C-FACTOR', 'copying', 'warning', '整倍数变化', '与上年恰为 10 倍、10000 倍或其倒数', ''],
  [
    'S-GE',
    'roll-up',
    'warning',
    '市不少于县之和',
    '市级汇总≥所辖各县（市、区）已报之和',
    '市级年报只含市政府办公室',
  ],
  [
    'S-SUM',
    'roll-up',
    'warning',
    '市等于各部分之和',
    '市级汇总＝各县＋市级部门＋功能区',
    '部门或功能区未全部入库时不判',
  ],
  [
    'S-SCOPE',
    'roll-up',
    'info',
    '市级口径',
    '市级数小于某一县数时，市级年报的口径可能只是办公室',
    '',
  ],
  ...proseRuleTable,
] as const satisfies readonly RuleEntry[]

/** Every rule, in the order of the report: tables, years, copying, roll-up, prose. */
export const rules: readonly Rule[] = ruleTable.map(
  ([id, kind, severity, name, formula, exceptions]) => ({
    id,
    kind,
    severity,
    name,
    formula,
    exceptions,
  }),
)

/** The rule of an id. */
export function ruleById(id: RuleId): Rule {
  const found = rules.find((rule) => rule.id === id)
  if (!found) throw new Error(`no rule ${id}`)
  return found
}
