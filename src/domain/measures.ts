import { isAllAuxiliary } from './auxiliary'
import { indicatorById, isCustom, shortLabel } from './catalogue'
import type { Measure, Operand, Sum } from './measure'
import { ownMeasureById } from './measureBook'
import { perPeopleById, type Counted } from './perPeople'
import { outcomeGroups, type OutcomeGroup, type RequestRow } from './tableThree'

/** A rate on fewer cases says little about a county: it is listed, not ranked. */
const MINIMUM_DENOMINATOR = 30

function plus(...ids: string[]): Sum {
  return ids.map((id) => ({ factor: 1, of: { kind: 'indicator', id } }))
}

function minus(sum: Sum): Sum {
  return sum.map(({ factor, of }) => ({ factor: -factor, of }))
}

function totalOf(row: RequestRow): string {
  return `${row.id}.total`
}

/** The single row where it is printed, else its parts; never both, they are the same cases. */
function sumOfGroup({ rows, single }: OutcomeGroup): Sum {
  const parts = plus(...rows.map(totalOf))
  if (!single) return parts
  return [{ factor: 1, of: { kind: 'anyOf', alternatives: [plus(totalOf(single)), parts] } }]
}

const sums: readonly Measure[] = [
  ...outcomeGroups.map((group) => ({
    ...sumMeasure(`outcome.${group.id}`, group.label, sumOfGroup(group)),
    formula: group.rows.map(({ short }) => short).join(' + '),
    note: group.single ? '报告只列一行“（六）其他处理”的，取该行，不与分项相加' : '',
  })),
  {
    ...sumMeasure('denied.mandatory', '法定不予公开', deniedRows('d1', 'd2', 'd3', 'd4')),
    formula: '国家秘密 + 法律行政法规禁止公开 + 危及三安全一稳定 + 第三方合法权益',
    note: '《条例》第十四、十五条：不得公开，或不予公开',
  },
  {
    ...sumMeasure('denied.discretionary', '裁量不予公开', deniedRows('d5', 'd6', 'd7')),
    formula: '内部事务信息 + 过程性信息 + 行政执法案卷',
    note: '《条例》第十六条：可以不予公开',
  },
  {
    ...sumMeasure(
      'litigation.total',
      '行政诉讼总计',
      plus('litigation.direct.total', 'litigation.afterReview.total'),
    ),
    formula: '未经复议直接起诉总计 + 复议后起诉总计',
    note: '含上年度结转案件',
  },
  {
    ...sumMeasure('normativeDocuments.netIncrease', '规范性文件净增', [
      ...plus('normativeDocuments.issued'),
      ...minus(plus('normativeDocuments.repealed')),
    ]),
    formula: '本年制发件数 − 本年废止件数',
    note: '制发件数可能含修订，废止件数可能含自然失效',
  },
]

/** Rows of （三）不予公开 by their keys. */
function deniedRows(...keys: string[]): Sum {
  const denied = outcomeGroups.find(({ id }) => id === 'denied')?.rows ?? []
  return plus(...denied.filter(({ key }) => keys.includes(key)).map(totalOf))
}

function sumMeasure(id: string, label: string, numerator: Sum): Measure {
  return {
    id,
    label,
    unit: '件',
    numerator,
    denominator: null,
    scale: 1,
    hasTotal: true,
    minimumDenominator: null,
    variantOf: null,
    direction: null,
    formula: '',
    note: '',
  }
}

const processed = plus('requests.processed.total')
const received = plus('requests.new.total', 'requests.carriedIn.total')
const reviewTotal = plus('review.total')
const litigationTotal = plus('litigation.direct.total', 'litigation.afterReview.total')
const litigationPending = plus('litigation.direct.pending', 'litigation.afterReview.pending')
const litigationCorrected = plus('litigation.direct.corrected', 'litigation.afterReview.corrected')

function group(id: OutcomeGroup['id']): Sum {
  return outcomeGroups.filter((outcome) => outcome.id === id).flatMap(sumOfGroup)
}

type Ratio = Pick<Measure, 'id' | 'label' | 'formula' | 'numerator'> &
  Partial<Pick<Measure, 'variantOf' | 'note'>> & { denominator: Sum }

const courtNote = '表四含上年度结转案件；2024 年起不服不予公开决定须先申请行政复议'

const ratios: readonly Ratio[] = [
  {
    id: 'rate.disclosed',
    label: '公开率',
    formula: '（予以公开 + 部分公开）÷ 办理结果总计',
    numerator: [...group('granted'), ...group('partial')],
    denominator: processed,
    note: '含部分公开',
  },
  ...outcomeGroups.map((outcome) => ({
    id: `rate.${outcome.id}`,
    label: `${outcome.label}率`,
    formula: `${outcome.label} ÷ 办理结果总计`,
    numerator: sumOfGroup(outcome),
    denominator: processed,
  })),
  {
    id: 'share.discretionary',
    label: '裁量不予公开占比',
    formula: '（内部事务信息 + 过程性信息 + 行政执法案卷）÷ 不予公开',
    numerator: deniedRows('d5', 'd6', 'd7'),
    denominator: group('denied'),
    note: '第十六条“可以不予公开”在全部不予公开中所占的份额；不含属于行政查询事项的，它另依他法',
  },
  {
    id: 'rate.processed',
    label: '办结率',
    formula: '办理结果总计 ÷（本年新收 + 上年结转）',
    numerator: processed,
    denominator: received,
    note: '报告正文所称“办结率”口径可能不同',
  },
  {
    id: 'rate.carriedOut',
    label: '结转率',
    formula: '结转下年 ÷（本年新收 + 上年结转）',
    numerator: plus('requests.carriedOut.total'),
    denominator: received,
  },
  {
    id: 'share.naturalPerson',
    label: '自然人占比',
    formula: '本年新收自然人 ÷ 本年新收总计',
    numerator: plus('requests.new.naturalPerson'),
    denominator: plus('requests.new.total'),
  },
  {
    id: 'rate.reviewCorrected',
    label: '复议纠错率',
    formula: '结果纠正 ÷（总计 − 尚未审结）',
    numerator: plus('review.corrected'),
    denominator: [...reviewTotal, ...minus(plus('review.pending'))],
    note: courtNote,
  },
  {
    id: 'rate.reviewCorrectedOfAll',
    label: '复议纠错率（占总计）',
    formula: '结果纠正 ÷ 总计',
    numerator: plus('review.corrected'),
    denominator: reviewTotal,
    variantOf: 'rate.reviewCorrected',
    note: courtNote,
  },
  {
    id: 'rate.litigationCorrected',
    label: '诉讼纠错率',
    formula: '两类诉讼结果纠正之和 ÷（总计之和 − 尚未审结之和）',
    numerator: litigationCorrected,
    denominator: [...litigationTotal, ...minus(litigationPending)],
    note: courtNote,
  },
  {
    id: 'rate.litigationCorrectedOfAll',
    label: '诉讼纠错率（占总计）',
    formula: '两类诉讼结果纠正之和 ÷ 总计之和',
    numerator: litigationCorrected,
    denominator: litigationTotal,
    variantOf: 'rate.litigationCorrected',
    note: courtNote,
  },
]

/** All measures: sums used like indicators, then ratios. Their ids are no indicator's. */
export const measures: readonly Measure[] = [
  ...sums,
  ...ratios.map((ratio) => ({
    unit: '%',
    scale: 100,
    hasTotal: true,
    minimumDenominator: MINIMUM_DENOMINATOR,
    variantOf: null,
    direction: null,
    note: '',
    ...ratio,
  })),
]

const byId: ReadonlyMap<string, Measure> = new Map(measures.map((one) => [one.id, one]))

/** The measure of this id, the user's own and those per 10,000 people included; `undefined` for indicators and unknown ids. */
export function measureById(id: string): Measure | undefined {
  return byId.get(id) ?? ownMeasureById(id) ?? perPeopleById(id, countedOf)
}

/** What of an item is counted; `undefined` where it is no count: rates, days, changes. */
export function countedOf(item: string): Counted | undefined {
  const measure = byId.get(item)
  if (measure !== undefined) return measure.denominator === null ? measure : undefined
  const indicator = indicatorById(item)
  const { kind = 'count', unit = '', table } = indicator ?? {}
  if (indicator === undefined || table === 'auxiliary') return undefined
  if (unit === '%' || kind === 'date' || kind === 'address' || kind === 'signed') return undefined
  return { label: shortLabel(item), unit, numerator: plus(item) }
}

/** What numerator ÷ denominator of an item's cells is multiplied by: 100 unless it is another measure's. */
export function scaleOf(item: string): number {
  return measureById(item)?.scale ?? 100
}

/** Every indicator a measure may be computed from, alternatives included, each once. */
export function operandsOf(measure: Measure): readonly string[] {
  const terms = [...measure.numerator, ...(measure.denominator ?? [])]
  return [...new Set(terms.flatMap(({ of }) => indicatorsOf(of)))]
}

/** Whether an item is made of auxiliary figures alone, so that it needs no report. */
export function needsNoReport(item: string): boolean {
  const measure = measureById(item)
  return isAllAuxiliary(measure === undefined ? [item] : operandsOf(measure))
}

function indicatorsOf(operand: Operand): readonly string[] {
  if (operand.kind === 'indicator') return [operand.id]
  if (operand.kind === 'product') return operand.of.flatMap(indicatorsOf)
  return operand.alternatives.flatMap((sum) => sum.flatMap(({ of }) => indicatorsOf(of)))
}

/**
 * 同比 of an item: this year's value against that of the year before, of the same unit and scope.
 * `relative`: 100 × (this − before) ÷ before, none when the year before is 0. `points`: this − before
 * in percentage points, for items that are percentages. `difference`: this − before in the item's unit,
 * for items that may be negative. None when either year has no number, or when the item does not
 * compare across the editions of the two reports (`comparableAcross`).
 */
export interface YearOnYear {
  readonly id: string
  readonly item: string
  readonly label: string
  readonly unit: string
  readonly mode: 'relative' | 'points' | 'difference'
}

const YEAR_ON_YEAR = 'yoy:'

/** 同比 of an indicator or a measure, under the id `yoy:<item>`; `undefined` for an unknown item. */
export function yearOnYear(item: string): YearOnYear | undefined {
  const described = itemById(item)
  if (!described) return undefined
  const { label, unit, signed } = described
  // Relative changes are summed by their bases, which quotients do not have.
  const isQuotient = (measureById(item)?.denominator ?? null) !== null
  const mode = unit === '%' ? 'points' : signed || isQuotient ? 'difference' : 'relative'
  return {
    id: YEAR_ON_YEAR + item,
    item,
    label: `${label}同比`,
    unit: { points: '百分点', difference: unit, relative: '%' }[mode],
    mode,
  }
}

/** The description behind an id `yoy:<item>`; `undefined` for any other id. */
export function yearOnYearById(id: string): YearOnYear | undefined {
  return id.startsWith(YEAR_ON_YEAR) ? yearOnYear(id.slice(YEAR_ON_YEAR.length)) : undefined
}

interface ItemDescription {
  readonly label: string
  readonly unit: string
  /** Whether its values may be negative by meaning. */
  readonly signed: boolean
}

function itemById(item: string): ItemDescription | undefined {
  const measure = measureById(item)
  if (measure) {
    const { label, unit, numerator } = measure
    return { label, unit, signed: numerator.some(({ factor }) => factor < 0) }
  }
  const indicator = indicatorById(item)
  if (indicator) {
    return { label: shortLabel(item), unit: indicator.unit, signed: indicator.kind === 'signed' }
  }
  return isCustom(item) ? { label: shortLabel(item), unit: '', signed: true } : undefined
}
