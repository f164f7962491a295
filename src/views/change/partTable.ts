import type { PartsExplanation } from '@/analysis/explainByItem'
import { itemLook } from '@/charts/facets'
import type { AnswerTable } from '@/charts/tables'
import { numberText } from '@/wording/answers'
import { changeWord } from '@/wording/changes'
import type { RowText } from '@/wording/tableText'
import { effectsOf, effectUnit, presenceWord, type ChangeFacts } from './changeFacts'
import { comparableCell, effectCell, numberCell, plainCell } from './changeTable'

/** What a change is made of beside the parts themselves, each only where there is any. */
export interface OtherEffect {
  readonly key: string
  readonly label: string
  readonly note: string
  readonly effect: number
}

/** What is left of a change beside its parts: with them it is the whole. */
export function otherEffects(facts: ChangeFacts, by: PartsExplanation): readonly OtherEffect[] {
  const { names } = facts
  const onlyWords = (['onlyNow', 'onlyBefore'] as const).flatMap((presence) => {
    const units = effectsOf(facts, presence)
    if (units.length === 0) return []
    const label = `${presenceWord(facts, presence)}（${units.length} 个）`
    const note = units.map(({ unit }) => names[unit] ?? '').join('、')
    return [{ key: presence, label, note, effect: by[presence] }]
  })
  const unbalanced = {
    key: 'unbalanced',
    label: '总计与分项之和的差',
    note: '有年报的总计不等于分项之和（勾稽不平），两年的差额不同',
    effect: by.unbalanced,
  }
  const undivided = {
    key: 'undivided',
    label: `分项不全（${by.undivided.units.length} 个）`,
    note: `总计两年都有、分项不全的：${by.undivided.units.map((unit) => names[unit] ?? '').join('、')}`,
    effect: by.undivided.effect,
  }
  return [
    ...(by.undivided.units.length === 0 ? [] : [undivided]),
    ...(by.unbalanced === 0 ? [] : [unbalanced]),
    ...onlyWords,
  ]
}

/** The change part by part, and what else makes it; the rows below the first add up to it. */
export function partTable(
  facts: ChangeFacts,
  by: PartsExplanation,
  caption: string,
  addressOf: (item: string) => string,
): AnswerTable {
  const { explanation, look } = facts
  const { before, now, change } = explanation
  const others = otherEffects(facts, by)
  const sides = (then: number, today: number) => [
    numberCell(then, numberText(then, look), look, ''),
    numberCell(today, numberText(today, look), look, ''),
    plainCell(changeWord(then, today, look), ''),
  ]
  const head = { aside: '', isTotal: false }
  const rows: readonly RowText[] = [
    {
      ...head,
      key: 'total',
      header: '合计',
      isTotal: true,
      cells: [...sides(before, now).slice(0, 2), comparableCell(facts), effectCell(facts, change)],
    },
    ...by.parts.map((part) => ({
      ...head,
      key: part.item,
      header: itemLook(part.item).label,
      href: addressOf(part.item),
      cells: [...sides(part.before, part.now), effectCell(facts, part.effect)],
    })),
    ...others.map(({ key, label, note, effect }) => ({
      ...head,
      key,
      header: label,
      cells: [
        ...['', '', ''].map((text) => plainCell(text, note)),
        { ...effectCell(facts, effect), note },
      ],
    })),
  ]
  return {
    text: {
      caption,
      corner: '分项',
      asideLabel: '',
      groups: [],
      columns: columnsOf(facts, by),
      rows: rows.length,
      row: (index) => rows[index] ?? { ...head, key: '', header: '', cells: [] },
    },
    target: () => null,
    total: () => null,
  }
}

function columnsOf(facts: ChangeFacts, { units }: PartsExplanation) {
  const who = `分项两年都全的 ${units.length} 个单位合计`
  return [
    { label: `${facts.base} 年`, title: `${facts.base} 年，${who}` },
    { label: `${facts.year} 年`, title: `${facts.year} 年，${who}` },
    { label: '自身变化', title: '自身变化：基数不足 20 不计百分比' },
    {
      label: `对合计的贡献（${effectUnit(facts)}）`,
      title: `对合计的贡献（${effectUnit(facts)}）：各行相加，正好是合计的变化`,
    },
  ]
}
