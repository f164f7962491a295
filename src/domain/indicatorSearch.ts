import { knownAuxiliary } from './auxiliary'
import { fullLabel, indicators, shortLabel } from './catalogue'
import type { Indicator } from './indicator'
import { labelKey } from './normaliseLabel'

interface Entry {
  readonly indicator: Indicator
  readonly short: string
  readonly texts: readonly string[]
}

/** Built at the first question. */
let entries: readonly Entry[] | undefined

/**
 * Indicators whose label, group, table or id has every word of the text, best first: by their short
 * label, then by where they stand in the form. Words are parted by spaces or `·`.
 */
export function searchIndicators(text: string, limit: number): readonly Indicator[] {
  const words = text
    .normalize('NFKC')
    .split(/[\s·]+/u)
    .map(labelKey)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  entries ??= [...indicators, ...knownAuxiliary].map(entryOf)
  const whole = labelKey(text)
  return entries
    .filter(({ texts }) => words.every((word) => texts.some((each) => each.includes(word))))
    .map(({ indicator, short }) => ({ indicator, rank: rankOf(short, whole) }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ indicator }) => indicator)
}

function entryOf(indicator: Indicator): Entry {
  const { id, table, group } = indicator
  const name = TABLES.get(table) ?? ''
  return {
    indicator,
    short: labelKey(shortLabel(id)),
    texts: [fullLabel(id), shortLabel(id), id, group, name].map(labelKey),
  }
}

const TABLES: ReadonlyMap<Indicator['table'], string> = new Map([
  ['2', '表二主动公开'],
  ['3', '表三依申请公开'],
  ['4', '表四复议诉讼'],
  ['prose', '正文'],
  ['auxiliary', '辅助数据'],
])

function rankOf(short: string, whole: string): number {
  if (short === whole) return 0
  if (short.startsWith(whole)) return 1
  return short.includes(whole) ? 2 : 3
}
