/**
 * Other wordings of the form's words, seen in published reports and in tables kept by hand, by the id
 * (or part of an id) that they stand for. Spacing, quotes, brackets and numbering are left to
 * `normaliseLabel`; only the words count here.
 */
export type Aliases = ReadonlyMap<string, readonly string[]>

/** Rows of table 二. */
export const tableTwoRowAliases: Aliases = new Map([
  ['regulations', ['行政规章', '政府规章']],
  ['normativeDocuments', ['规范性文件', '行政规范性文件']],
  ['otherServices', ['其他对外管理服务']],
  ['fees', ['行政事业性收费金额', '行政事业收费']],
  ['procurement', ['集中采购']],
])

/** Columns of table 二, by the column's id, or the indicator's where only one of its rows is meant. */
export const tableTwoColumnAliases: Aliases = new Map([
  ['issued', ['本年制发件数', '本年新制作数量', '制发件数', '本年制发', '制发数', '新制作数量']],
  ['repealed', ['废止件数', '本年废止', '废止数']],
  ['inForce', ['现行有效', '现行有效数']],
  ['newlyPublished', ['新公开数量', '本年新公开']],
  ['publishedTotal', ['对外公开总数', '公开总数量']],
  ['decisions', ['本年处理决定数量', '处理决定数量', '处理决定数', '决定数量']],
  ['itemsPreviousYear', ['上一年项目数量', '上年项目数量']],
  ['itemsChange', ['本年增减', '增减']],
  ['fees.amount', ['本年收费金额', '收费金额']],
  ['procurement.amount', ['采购金额']],
])

/** Rows of table 三, by the row's id. */
export const requestRowAliases: Aliases = new Map([
  [
    'requests.new',
    [
      '本年度新收政府信息公开申请数量',
      '本年度新收',
      '本年新收申请',
      '本年新收政府信息公开申请',
      '新收政府信息公开申请',
      '新收申请',
    ],
  ],
  [
    'requests.carriedIn',
    ['上年度结转政府信息公开申请数量', '上年度结转', '上年结转申请', '上年结转政府信息公开申请'],
  ],
  ['requests.granted', ['同意公开']],
  ['requests.partial', ['部分公开', '部分公开（区分处理的，只计这一情形，']],
  ['requests.denied.stateSecret', ['国家秘密']],
  [
    'requests.denied.prohibitedByLaw',
    ['法律行政法规禁止公开', '其他法律行政止公开', '其他法律、行政法规禁止公开'],
  ],
  ['requests.denied.safetyAndStability', ['危及三安全一稳定', '三安全一稳定']],
  ['requests.denied.thirdParty', ['第三方合法权益']],
  ['requests.denied.internalAffairs', ['内部事务信息', '属于内部事务信息', '三类内部事务信息']],
  ['requests.denied.deliberative', ['过程性信息', '属于过程性信息', '四类过程性信息']],
  ['requests.denied.enforcementFile', ['行政执法案卷']],
  ['requests.denied.inquiry', ['行政查询事项']],
  ['requests.unavailable.notHeld', ['不掌握相关政府信息', '本机关不掌握']],
  ['requests.unavailable.notReady', ['没有现成信息，需要另行制作', '没有现成信息']],
  ['requests.unavailable.unclear', ['申请内容不明确', '申请内容仍不明确']],
  ['requests.rejected.petition', ['信访、举报、投诉类申请', '信访举报投诉']],
  ['requests.rejected.publication', ['公开出版物']],
  ['requests.rejected.excessive', ['大量反复申请']],
  ['requests.rejected.confirmation', ['要求行政机关确认或重新出具']],
  ['requests.other.notCorrected', ['逾期不补正', '申请人无正当理由逾期不补正']],
  ['requests.other.feeUnpaid', ['逾期不缴费', '逾期未缴费', '申请人逾期未按收费通知要求缴纳费用']],
  ['requests.processed', ['合计', '办理结果合计', '办理结果总计', '本年度办理结果总计']],
  [
    'requests.carriedOut',
    [
      '结转下一年度继续办理',
      '结转下一年继续办理',
      '结转下年',
      '结转下年度',
      '结转下年继续办理',
      '转下年度办理',
    ],
  ],
])

/** Headings above rows of table 三, by their official wording without its number. */
export const headingAliases: Aliases = new Map([['本年度办理结果', ['办理结果', '本年办理结果']]])

/** Columns of table 三. */
export const applicantAliases: Aliases = new Map([
  ['naturalPerson', ['自然人申请']],
  ['company', ['企业', '商业机构']],
  ['research', ['科研']],
  ['publicWelfare', ['社会公益', '公益组织', '社会组织']],
  ['legalService', ['法律服务']],
  ['otherOrganisation', ['其他组织', '法人或其他组织其他']],
  ['total', ['合计']],
])

/** Blocks of table 四. */
export const channelAliases: Aliases = new Map([
  [
    'litigation.direct',
    ['未经复议直接起诉', '未经复议直接诉讼', '行政诉讼未经复议直接诉讼', '直接起诉', '直接诉讼'],
  ],
  ['litigation.afterReview', ['复议后起诉', '复议后诉讼', '行政诉讼复议后诉讼']],
])

/** Columns of table 四. */
export const caseResultAliases: Aliases = new Map([
  ['upheld', ['维持']],
  ['corrected', ['纠正']],
  ['pending', ['未审结']],
  ['total', ['合计']],
])

/** What a key column says of a row: whose report, of which year, and in long tables which figure. */
export type KeyColumn =
  'unitCode' | 'unitName' | 'year' | 'scope' | 'edition' | 'indicator' | 'value' | 'measure'

/** Headers of the key columns, ours and those met in tables kept by hand. */
export const keyColumnHeaders: ReadonlyMap<KeyColumn, readonly string[]> = new Map([
  [
    'unitCode',
    [
      'unit_code',
      'code',
      'adcode',
      '单位代码',
      '单位编码',
      '行政区划代码',
      '行政区划编码',
      '行政区代码',
      '区划代码',
      '区划码',
      '地区代码',
      '区县代码',
      '县区代码',
      '代码',
    ],
  ],
  [
    'unitName',
    [
      'unit_name',
      'unit',
      '单位名称',
      '单位',
      '填报单位',
      '报告单位',
      '行政机关',
      '机关名称',
      '县区',
      '区县',
      '县（区）',
      '县（市、区）',
      '县市区',
      '区（县）',
      '区县名称',
      '县区名称',
      '县名',
      '县',
      '地区',
      '地区名称',
      '行政区划',
      '行政区',
      '行政区划名称',
      '名称',
    ],
  ],
  [
    'year',
    [
      ...['year', '年份', '年度', '报告年度', '报告年份', '年', '统计年度', '统计年份', '统计时间'],
      ...['所属年度', '所属年份', '年报年度', '数据年度', '数据年份'],
    ],
  ],
  ['scope', ['scope', '口径', '统计口径', '报告口径']],
  ['edition', ['edition', '表样', '表样版本', '格式版本']],
  ['indicator', ['indicator', '指标', '指标名称', '指标代码', '项目']],
  ['value', ['value', '数值', '值', '数据', '指标值']],
  // Plain `单位` is a unit that reports, unless units of measure stand under it.
  [
    'measure',
    [
      ...['measure', 'unit_of_measure', '计量单位', '度量单位', '计数单位', '计算单位'],
      ...['指标单位', '数值单位', '数据单位', '金额单位', '单位（计量）'],
    ],
  ],
])
