import type { Measure, Sum } from './measure'
import { outcomeGroups, type OutcomeGroup, type RequestRow } from './tableThree'

/** The sum of these indicators. */
export function plus(...ids: string[]): Sum {
  return ids.map((id) => ({ factor: 1, of: { kind: 'indicator', id } }))
}

/** A sum to be taken away. */
export function minus(sum: Sum): Sum {
  return sum.map(({ factor, of }) => ({ factor: -factor, of }))
}

function totalOf(row: RequestRow): string {
  return `${row.id}.total`
}

/** The single row where it is printed, else its parts; never both, they are the same cases. */
export function sumOfGroup({ rows, single }: OutcomeGroup): Sum {
  const parts = plus(...rows.map(totalOf))
  if (!single) return parts
  return [{ factor: 1, of: { kind: 'anyOf', alternatives: [plus(totalOf(single)), parts] } }]
}

export const processed = plus('requests.processed.total')
export const received = plus('requests.new.total', 'requests.carriedIn.total')
export const reviewTotal = plus('review.total')
export const litigationTotal = plus('litigation.direct.total', 'litigation.afterReview.total')

/** Measures that are sums of counts. */
export const sums: readonly Measure[] = [
  ...outcomeGroups.map((group) => ({
    ...sumMeasure(`outcome.${group.id}`, group.label, sumOfGroup(group)),
    formula: group.rows.map(({ short }) => short).join(' + '),
    note: group.single ? '报告只列一行“（六）其他处理”的，取该行，不与分项相加' : '',
  })),
  {
    ...sumMeasure('requests.handled', '收办件数', received),
    formula: '本年新收 + 上年结转',
    note: '有的年报说“收办”，同比也以它为基数',
  },
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
    ...sumMeasure('litigation.total', '行政诉讼总计', litigationTotal),
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
export function deniedRows(...keys: string[]): Sum {
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
