import type { UnitEffect } from '@/analysis/explainChange'
import { effectText } from '@/charts/changeChart'
import type { ItemLook } from '@/charts/facets'
import { cellWords, type AnswerTable } from '@/charts/tables'
import { answerCell } from '@/analysis/answerCell'
import { isSameUnit } from '@/domain/extents'
import { totalText } from '@/wording/answers'
import { changeWord } from '@/wording/changes'
import type { CellText, RowText, TableText } from '@/wording/tableText'
import { extentText } from '@/wording/unitChanges'
import { unitAddress } from '@/wording/unitAddress'
import { decimalsOf, effectUnit, presenceWord, type ChangeFacts } from './changeFacts'

const empty: RowText = { key: '', header: '', aside: '', isTotal: false, cells: [] }

const splitColumns = [
  { label: '分子', title: '分子：该单位分子增减带来的，权重和分母取两年平均' },
  { label: '分母', title: '分母：该单位分母增减带来的，权重和分子取两年平均' },
  {
    label: '结构',
    title: '结构：该单位在全部单位中的份量增减带来的：比率高于合计的份量增，合计就升',
  },
]

/** The change unit by unit: the sum first, then who made it, then who is in no sum and why. */
export function changeTable(facts: ChangeFacts, caption: string): AnswerTable {
  const { explanation, answer, item } = facts
  const { effects, excluded } = explanation
  const unitAt = (row: number) => effects[row - 1]?.unit ?? excluded[row - 1 - effects.length]?.unit
  const text: TableText = {
    caption,
    corner: '单位',
    groups: [],
    columns: columnsOf(facts),
    rows: 1 + effects.length + excluded.length,
    row: (index) => {
      if (index === 0) return totalRow(facts)
      const effect = effects[index - 1]
      if (effect) return effectRow(facts, effect)
      const left = excluded[index - 1 - effects.length]
      return left ? excludedRow(facts, left.unit, excludedWords[left.why]) : empty
    },
  }
  return {
    text,
    target: (row, column) => {
      const unit = answer.units[unitAt(row) ?? -1]
      if (unit === undefined || column > 1) return null
      return { unit: unit.id, year: column === 0 ? facts.base : facts.year, item }
    },
    total: () => null,
  }
}

export const excludedWords = {
  noNumber: '两年都没有数',
  untrusted: '数不平或不可判，按“只看可信”不计',
  unlike: '两年的表样不同，不可比',
} as const

function columnsOf(facts: ChangeFacts) {
  const { base, year, explanation } = facts
  return [
    { label: `${base} 年`, title: `${base} 年` },
    { label: `${year} 年`, title: `${year} 年` },
    { label: '自身变化', title: '自身变化：基数不足 20 不计百分比' },
    ...(explanation.isRatio ? splitColumns : []),
    {
      label: `对合计的贡献（${effectUnit(facts)}）`,
      title: `对合计的贡献（${effectUnit(facts)}）：各行相加，正好是合计的变化`,
    },
  ]
}

function totalRow(facts: ChangeFacts): RowText {
  const { explanation, look } = facts
  const { before, now, change, effects, excluded, isRatio } = explanation
  const of = effects.length + excluded.length
  const count = (absent: string) => effects.filter(({ presence }) => presence !== absent).length
  const sums = [
    { value: before, n: count('onlyNow'), of },
    { value: now, n: count('onlyBefore'), of },
  ]
  return {
    key: 'total',
    header: '合计',
    aside: '',
    isTotal: true,
    cells: [
      ...sums.map((sum) =>
        numberCell(sum.value, totalText(sum, look), look, `${of} 个单位中 ${sum.n} 个有数`),
      ),
      comparableCell(facts),
      ...(isRatio ? splitTotals(facts) : []),
      effectCell(facts, change),
    ],
  }
}

/** The change of a total is told over the units with both years alone: others only come and go. */
export function comparableCell({ comparable, look, explanation }: ChangeFacts): CellText {
  const { before, now, units } = comparable
  const all = explanation.effects.length + explanation.excluded.length
  return {
    ...plainCell(changeWord(before, now, look), '只在两年都有数、又是同一单位的之间算'),
    ...(units.length === all ? {} : { sign: `可比 ${units.length}/${all}` }),
  }
}

function splitTotals(facts: ChangeFacts): readonly CellText[] {
  return (['numerator', 'denominator', 'mix'] as const).map((part) =>
    effectCell(facts, sumOfSplit(facts.explanation.effects, part)),
  )
}

/** What all units together add in one of the three ways. */
export function sumOfSplit(
  effects: readonly UnitEffect[],
  part: 'numerator' | 'denominator' | 'mix',
): number {
  return effects.reduce((sum, { split }) => sum + (split?.[part] ?? NaN), 0)
}

function effectRow(facts: ChangeFacts, one: UnitEffect): RowText {
  const { look } = facts
  const { unit, presence, before, now, effect, split } = one
  const own =
    presence === 'both'
      ? ownChange(facts, one)
      : missingCell(presenceWord(facts, presence), '只计入它有数的那一年，缺的那年不作 0')
  return {
    ...headOf(facts, unit),
    cells: [
      cellWords(before, null, look),
      cellWords(now, null, look),
      own,
      ...(split === null
        ? []
        : [split.numerator, split.denominator, split.mix].map((part) => effectCell(facts, part))),
      effectCell(facts, effect),
    ],
  }
}

/** A rate over too few cases is told, with a sign that it says little. */
function ownChange(facts: ChangeFacts, { unit, before, now }: UnitEffect): CellText {
  const { answer, look, base, year } = facts
  if (!isSameUnit(answer.units[unit] ?? {}, base, year))
    return missingCell('区划调整，不比', extentText(answer.units[unit] ?? {}, base, year))
  const least = look.minimumDenominator
  const isSmall = least !== null && [before, now].some(({ denominator }) => denominator < least)
  const cell = plainCell(changeWord(before.value, now.value, look), '')
  if (!isSmall) return cell
  return { ...cell, sign: '分母小', note: `有一年分母小于 ${least}，变化说明不了什么` }
}

function excludedRow(facts: ChangeFacts, unit: number, why: string): RowText {
  const { answer, item, pair, look, explanation } = facts
  const cells = [pair.before, pair.now].map((year) =>
    cellWords(answerCell(answer, item, unit, year), null, look),
  )
  const splits = explanation.isRatio ? splitColumns.map(() => missingCell('不计', why)) : []
  return {
    ...headOf(facts, unit),
    cells: [...cells, missingCell(why, ''), ...splits, missingCell('不计', why)],
  }
}

function headOf({ answer, names }: ChangeFacts, unit: number): Omit<RowText, 'cells'> {
  const { id = '', code = null } = answer.units[unit] ?? {}
  return {
    key: id,
    header: names[unit] ?? '',
    aside: code ?? '',
    isTotal: false,
    href: unitAddress(id),
  }
}

/** A number with its sign, also as a number for files. */
export function effectCell(facts: ChangeFacts, effect: number): CellText {
  return {
    ...plainCell(effectText(effect, decimalsOf(facts)), ''),
    figure: { value: effect, isPercent: false, marks: '', check: 'none' },
  }
}

/** A number that leads nowhere, such as a sum. */
export function numberCell(value: number, text: string, look: ItemLook, note: string): CellText {
  const figure = { value, isPercent: look.kind === 'percent', marks: '', check: 'none' as const }
  return { ...plainCell(text, note), figure }
}

export function plainCell(text: string, note: string): CellText {
  return { text, note, missing: false, sign: '', opens: false }
}

function missingCell(text: string, note: string): CellText {
  return { text, note, missing: true, sign: '', opens: false }
}
