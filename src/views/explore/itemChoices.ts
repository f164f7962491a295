import { isAuxiliary } from '@/domain/auxiliary'
import { indicators, isCustom, isReportFact } from '@/domain/catalogue'
import type { Item } from '@/domain/item'
import { describeItem } from '@/domain/item'
import { ownMeasures } from '@/domain/measureBook'
import { measures } from '@/domain/measures'

/** An item to choose, with whether any report on record has it. */
export interface ItemChoice {
  readonly item: Item
  readonly isRecorded: boolean
}

export interface ItemGroup {
  readonly label: string
  readonly choices: readonly ItemChoice[]
}

/** Everything that can be looked at, by where it comes from; `recorded` are the indicators with data. */
export function itemGroups(recorded: readonly string[]): readonly ItemGroup[] {
  const there = new Set(recorded)
  const groupOf = (label: string, ids: readonly string[], isThere: (id: string) => boolean) => ({
    label,
    choices: ids.map((id) => ({ item: describeItem(id), isRecorded: isThere(id) })),
  })
  const ofTable = (table: string) =>
    indicators.filter((indicator) => indicator.table === table).map(({ id }) => id)
  const has = (id: string) => there.has(id)
  const ofMeasures = (isRatio: boolean) =>
    measures.filter(({ denominator }) => (denominator !== null) === isRatio).map(({ id }) => id)
  return [
    groupOf(
      '自定义指标',
      ownMeasures().map(({ id }) => id),
      () => true,
    ),
    groupOf('比率', ofMeasures(true), () => true),
    groupOf('合计与差', ofMeasures(false), () => true),
    groupOf('表二 主动公开', ofTable('2'), has),
    groupOf('表三 依申请公开', ofTable('3'), has),
    groupOf('表四 复议与诉讼', ofTable('4'), has),
    groupOf('正文', ofTable('prose'), has),
    groupOf(
      '自定义列',
      recorded.filter((id) => isCustom(id) && !isReportFact(id)),
      has,
    ),
    groupOf('辅助数据', recorded.filter(isAuxiliary), has),
  ].filter(({ choices }) => choices.length > 0)
}

/** The groups with only what holds all words of a text in its name, its definition or its id. */
export function matchingGroups(groups: readonly ItemGroup[], text: string): readonly ItemGroup[] {
  const words = text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return groups
  return groups.flatMap(({ label, choices }) => {
    const found = choices.filter(({ item }) => {
      const all = `${item.label} ${item.fullLabel} ${item.definition} ${item.id}`.toLowerCase()
      return words.every((word) => all.includes(word))
    })
    return found.length === 0 ? [] : [{ label, choices: found }]
  })
}
