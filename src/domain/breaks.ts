import { indicatorById, indicators, isCustom } from './catalogue'
import type { ReportEdition } from './indicator'
import type { Operand } from './measure'
import { measureById, operandsOf } from './measures'

/** A year after which a series means something else, for all figures or for some. */
export interface SeriesBreak {
  /** The last report year before the break. */
  readonly after: number
  readonly name: string
  readonly explanation: string
  /** Indicators whose series it cuts; null: all. */
  readonly affects: ReadonlySet<string> | null
}

/**
 * How an item compares between two editions: `same` concept; `flagged`: comparable with a remark;
 * `different`: another quantity, or a figure that one of the editions does not have.
 */
export type Comparability = 'same' | 'flagged' | 'different'

/** 本年新制作数量 → 本年制发件数: the same by and large, under a narrower wording. */
const flagged: ReadonlySet<string> = new Set(['regulations.issued', 'normativeDocuments.issued'])

function acrossForms(indicator: string): Comparability {
  if (flagged.has(indicator)) return 'flagged'
  const inBoth = indicatorById(indicator)?.editions.length === 2 || isCustom(indicator)
  return inBoth ? 'same' : 'different'
}

/**
 * Whether values of an indicator or measure may be compared between reports of two editions (by
 * comparing 国办公开办函〔2019〕60号 with 〔2021〕30号). With an unknown edition the two are taken to
 * differ. A measure compares as its worst operand does; alternatives stand for each other across
 * editions, so they compare.
 */
export function comparableAcross(
  item: string,
  editionA: ReportEdition,
  editionB: ReportEdition,
): Comparability {
  if (editionA === editionB && editionA !== 'unknown') return 'same'
  const measure = measureById(item)
  if (!measure) return acrossForms(item)
  const terms = [...measure.numerator, ...(measure.denominator ?? [])]
  const all = terms.flatMap(({ of }) => acrossFormsOf(of))
  if (all.includes('different')) return 'different'
  return all.includes('flagged') ? 'flagged' : 'same'
}

function acrossFormsOf(operand: Operand): readonly Comparability[] {
  if (operand.kind === 'indicator') return [acrossForms(operand.id)]
  return operand.kind === 'product' ? operand.of.flatMap(acrossFormsOf) : ['same']
}

/** Breaks of the whole country's series; mergers and splits of a county are that county's own. */
export const seriesBreaks: readonly SeriesBreak[] = [
  {
    after: 2018,
    name: '2019 新表样',
    explanation: '《政府信息公开条例》修订，2019 年度起改用新格式（国办公开办函〔2019〕60号）',
    affects: null,
  },
  {
    after: 2020,
    name: '2021 新表样',
    explanation: '2021 年度起主动公开表的指标改变（国办公开办函〔2021〕30号）',
    affects: new Set(
      indicators.filter(({ id, table }) => table === '2' && acrossForms(id) !== 'same').map(toId),
    ),
  },
  {
    after: 2023,
    name: '2024 复议前置',
    explanation: '新《行政复议法》2024 年 1 月 1 日施行，不服不予公开决定须先申请行政复议',
    affects: new Set(indicators.filter(({ table }) => table === '4').map(toId)),
  },
]

function toId({ id }: { id: string }): string {
  return id
}

/** The breaks within the years that cut the series of at least one of the items, in order. */
export function breaksBetween(
  items: readonly string[],
  from: number,
  to: number,
): readonly SeriesBreak[] {
  const operands = items.flatMap((item) => {
    const measure = measureById(item)
    return measure ? operandsOf(measure) : [item]
  })
  return seriesBreaks.filter(
    ({ after, affects }) =>
      from <= after && after < to && (affects === null || operands.some((id) => affects.has(id))),
  )
}
