import { roundedNotToZero } from '@/analysis/decimal'
import type { MatchKind } from '@/analysis/matchKinds'
import { apartReasons, type ApartReason } from '@/analysis/foundNumbers'
import type { TraceTarget } from '@/charts/chartModel'
import { itemLook } from '@/charts/facets'
import { changeOf, describeItem } from '@/domain/item'
import type { SpokenNumber } from '@/domain/spokenNumber'
import type { FoundNumbers, NamedMatch } from '@/engine/searchProtocol'
import { checkReason, checkSign, numberText } from '@/wording/answers'
import { exactText, percentText } from '@/wording/numbers'
import type { CellText, RowText, TableText } from '@/wording/tableText'
import { unitAddress } from '@/wording/unitAddress'

export interface LookupTable {
  readonly text: TableText
  /** The figure behind a row; null for a sum, which has many. */
  readonly target: (row: number) => TraceTarget | null
}

/** What each kind of match is called. */
const kindLabels: Readonly<Record<MatchKind, string>> = {
  value: '本年数',
  difference: '比上年增减',
  change: '比上年增减（%）',
  total: '合计',
  totalDifference: '合计比上年增减',
  totalChange: '合计比上年增减（%）',
}

const kindOrder = [
  'value',
  'total',
  'totalDifference',
  'totalChange',
  'difference',
  'change',
] as const

/** What was found as a table: a row a match, the figures themselves first. */
export function lookupTable({ matches }: FoundNumbers, spoken: SpokenNumber): LookupTable {
  const rows = kindOrder.flatMap((kind) => matches.filter((match) => match.kind === kind))
  return {
    text: {
      caption: `与“${spokenText(spoken)}”相等（四舍五入后）的数，共列 ${rows.length} 个`,
      corner: '单位',
      asideLabel: '年份',
      groups: [],
      columns: [
        {
          label: '是什么',
          title: '年报里的数、算出来的数、比上年的增减，所选单位的合计及其增减（两年可比的单位）',
          holds: 'words',
        },
        { label: '指标', title: '指标或衍生指标', holds: 'words' },
        { label: '准确的数', title: '到最后一位' },
        { label: '相等', title: '分毫不差，还是四舍五入后相等', holds: 'words' },
      ],
      rows: rows.length,
      row: (index) => rowOf(rows[index], spoken, index),
    },
    target: (row) => {
      const match = rows[row]
      if (!match?.unit) return null
      const item = match.kind === 'value' ? match.item : changeOf(match.item)
      return { unit: match.unit.id, year: match.year, item }
    },
  }
}

/** How many there are of each kind, in words; those beyond the list are said. */
export function countWords({ counts, matches }: FoundNumbers): string {
  const parts = kindOrder.flatMap((kind) => {
    const listed = matches.filter((match) => match.kind === kind).length
    if (counts[kind] === 0) return []
    const more = counts[kind] > listed ? `（只列 ${listed} 个）` : ''
    return [`${kindLabels[kind]} ${counts[kind]} 处${more}`]
  })
  return parts.join('，')
}

/** What 只看可信 keeps out of the list, in words; empty for nothing. */
export function untrustedWords({ untrusted }: FoundNumbers): string {
  return untrusted === 0
    ? ''
    : `另有 ${untrusted} 处相等的数勾稽不平或不可判，按“只看可信”没有列出；合计也不含这样的数`
}

/** The changes that are not there because their two years do not compare, in words; empty for none. */
export function apartWords({ apart }: FoundNumbers): string {
  const parts = apartReasons.flatMap((reason) =>
    apart[reason] === 0 ? [] : `${apart[reason]} 处因${apartReasonWords[reason]}`,
  )
  return parts.length === 0 ? '' : `另有相等的增减没有列出：${parts.join('，')}，不作前后两年的比较`
}

const apartReasonWords: Readonly<Record<ApartReason, string>> = {
  merged: '单位在两年之间合并或拆分',
  unlike: '两年的表样不同、口径不可比',
}

/** The number as it was understood. */
export function spokenText({ value, of, decimals }: SpokenNumber): string {
  if (of === 'percent') return `${value.toFixed(decimals)}%`
  const unit = { any: '', count: '', money: ' 万元', points: ' 个百分点' }[of]
  return `${exactText(value)}${unit}`
}

function rowOf(match: NamedMatch | undefined, spoken: SpokenNumber, index: number): RowText {
  if (match === undefined) return { key: '', header: '', aside: '', isTotal: false, cells: [] }
  const { unit, year, counted } = match
  const isExact = Math.abs(match.value) === Math.abs(spoken.value)
  const opens = unit !== null
  return {
    key: String(index),
    header: unit?.name ?? `合计（${counted?.n ?? 0}/${counted?.of ?? 0}）`,
    aside: `${year} 年`,
    ...(unit === null ? {} : { href: unitAddress(unit.id) }),
    isTotal: unit === null,
    cells: [
      cell(kindLabels[match.kind], opens),
      cell(describeItem(match.item).fullLabel, opens),
      {
        ...cell(valueText(match), opens),
        sign: checkSign(match.check),
        note: checkReason(match.check),
      },
      cell(isExact ? '正好' : '四舍五入后', false),
    ],
  }
}

function valueText({ kind, item, value, smallBase }: NamedMatch): string {
  if (kind === 'change' || kind === 'totalChange') {
    const base = smallBase === undefined ? '' : `（上年仅 ${exactText(smallBase)}，基数小）`
    return `${value > 0 ? '+' : ''}${percentText(value, 2)}${base}`
  }
  const look = itemLook(item)
  if (kind === 'difference' || kind === 'totalDifference') {
    const isPoints = look.kind === 'percent'
    const text = isPoints ? exactText(roundedNotToZero(value, 4)) : exactText(value)
    return `${value > 0 ? '+' : ''}${text}${isPoints ? ' 个百分点' : ` ${look.measureUnit}`}`
  }
  const unit = look.kind === 'percent' ? '' : ` ${look.measureUnit}`
  return numberText(value, look) + unit
}

function cell(text: string, opens: boolean): CellText {
  return { text, note: '', missing: false, sign: '', opens }
}
