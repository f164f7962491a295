import type { AnswerCell } from '@/analysis/answerCell'
import type { NoExplanation, UnitEffect } from '@/analysis/explainChange'
import { effectText } from '@/charts/changeChart'
import { itemLook } from '@/charts/facets'
import { leftOutNote } from '@/charts/totals'
import { breaksBetween } from '@/domain/breaks'
import { namesText, numberText, totalText } from '@/wording/answers'
import { changeText } from '@/wording/changes'
import { unitChangesText } from '@/wording/unitChanges'
import {
  directionLines,
  directionWords,
  holdingLine,
  type RobustnessLine,
} from '@/wording/robustness'
import {
  decimalsOf,
  effectsOf,
  effectUnit,
  ownAndRegrouped,
  presenceWord,
  type ChangeFacts,
} from './changeFacts'
import { excludedWords, sumOfSplit } from './changeTable'

/** Units named on either side of a change. */
const MOST_NAMED = 3

/** Why nothing is explained. */
export function abstainedText({ why }: NoExplanation, item: string, base: number, year: number) {
  const { label } = itemLook(item)
  switch (why) {
    case 'noTotal':
      return `“${label}”是百分数或自定义列，各单位相加没有意义，因此不作解释。请选一个可以相加的指标，或分子、分母都有的比率。`
    case 'unlike':
      return `${base} 年和 ${year} 年的表样不同，“${label}”只有其中一种表样有，或数的不是同一件事，不能比较，因此不作解释。请选同一表样的两年。`
    case 'noPair':
      return `没有一个单位在 ${base}、${year} 两年都有“${label}”，看不出变化，因此不作解释。请换年份或单位。`
    case 'noRate':
      return `“${label}”有一年的分母合计为 0，没有比率，因此不作解释。`
  }
}

/** The conclusion in one sentence: over the units with both years, which alone compare. */
export function conclusionText({ comparable, look, base, year, direction }: ChangeFacts): string {
  const { before, now, units, others } = comparable
  const isRegrouped = others.some(({ why }) => why === 'otherExtent')
  if (units.length === 0)
    return `${look.label}：两年都有数的单位其间都有区划调整，${base}、${year} 年不可比，不下结论。`
  const way = directionWords[direction.conclusion]
  const from = numberText(before, look)
  const to = numberText(now, look)
  return `${look.label}${way}：两年${isRegrouped ? '可比' : '都有数'}的 ${units.length} 个单位合计 ${base} 年 ${from} → ${year} 年 ${to}${unitOf(look.measureUnit)}，${changeText(before, now, look)}。`
}

function unitOf(measureUnit: string): string {
  return measureUnit === '' || measureUnit === '%' ? '' : ` ${measureUnit}`
}

/** What else must be known to read the explanation rightly. */
export function changeSentences(facts: ChangeFacts): readonly string[] {
  return [
    closingText(facts),
    ...splitText(facts),
    ...movedText(facts),
    ...excludedTexts(facts),
    ...cautions(facts),
  ].filter((text) => text !== '')
}

/** From the totals as reported to the change, with what the units of one year only bring. */
function closingText(facts: ChangeFacts): string {
  const { explanation, base, year, look, names } = facts
  const { before, now, change, effects, excluded } = explanation
  const only = (['onlyNow', 'onlyBefore'] as const).flatMap((presence) => {
    const units = effectsOf(facts, presence)
    if (units.length === 0) return []
    const sum = units.reduce((total, { effect }) => total + effect, 0)
    const who = namesText(units.map(({ unit }) => names[unit] ?? ''))
    return [
      `${presenceWord(facts, presence)}的 ${units.length} 个（${who}）带来 ${effect(facts, sum)}`,
    ]
  })
  const of = effects.length + excluded.length
  const count = (absent: string) => effects.filter(({ presence }) => presence !== absent).length
  const totals = [
    `${base} 年 ${totalText({ value: before, n: count('onlyNow'), of }, look)}`,
    `${year} 年 ${totalText({ value: now, n: count('onlyBefore'), of }, look)}`,
  ]
  const parts = only.length === 0 ? '' : `；其中${only.join('，')}，不算各县自己的升降`
  return `全部有数的单位合计 ${totals.join(' → ')}，变化 ${effect(facts, change)} ${effectUnit(facts)}${parts}。`
}

function splitText(facts: ChangeFacts): readonly string[] {
  if (!facts.explanation.isRatio) return []
  const { effects } = facts.explanation
  const [numerator, denominator, mix] = (['numerator', 'denominator', 'mix'] as const).map((part) =>
    effect(facts, sumOfSplit(effects, part)),
  )
  return [
    `按来源分：各县分子的增减 ${numerator ?? ''}，分母的增减 ${denominator ?? ''}，各县份量的变化（结构，含只有一年有数的）${mix ?? ''}，单位：百分点；四舍五入后末位相加可能略有出入。`,
  ]
}

function movedText(facts: ChangeFacts): readonly string[] {
  const { own: both } = ownAndRegrouped(facts)
  const up = both.filter((one) => one.effect > 0).toSorted((a, b) => b.effect - a.effect)
  const down = both.filter((one) => one.effect < 0).toSorted((a, b) => a.effect - b.effect)
  const named = (some: readonly UnitEffect[]) =>
    some
      .slice(0, MOST_NAMED)
      .map((one) => `${facts.names[one.unit] ?? ''} ${effect(facts, one.effect)}`)
      .join('、')
  const words = [
    ...(up.length === 0 ? [] : [`拉升的 ${up.length} 个，最多的是 ${named(up)}`]),
    ...(down.length === 0 ? [] : [`拉低的 ${down.length} 个，最多的是 ${named(down)}`]),
  ]
  return words.length === 0 ? [] : [`${words.join('；')}。`]
}

function excludedTexts({ explanation, names }: ChangeFacts): readonly string[] {
  return (['noNumber', 'untrusted', 'unlike'] as const).flatMap((why) => {
    const units = explanation.excluded.filter((one) => one.why === why)
    if (units.length === 0) return []
    const who = namesText(units.map(({ unit }) => names[unit] ?? ''))
    return [`不在合计内（${excludedWords[why]}）：${who}。`]
  })
}

function cautions(facts: ChangeFacts): readonly string[] {
  const { explanation, comparable, item, base, year, answer, look, names } = facts
  const opposed = explanation.change * comparable.difference < 0
  const failed = explanation.effects
    .filter(({ before, now }) => [before, now].some(isCountedInDoubt))
    .map(({ unit }) => names[unit] ?? '')
  const breaks = breaksBetween([item], Math.min(base, year), Math.max(base, year))
  const changed = unitChangesText(answer.units, base, year)
  return [
    failed.length === 0 ? '' : `注意：其中有勾稽不平或不符的数（${namesText(failed)}）。`,
    opposed
      ? '注意：合计的升降与两年都有数的单位的升降相反，是有数的单位不同造成的，不宜引用。'
      : '',
    changed === '' ? '' : `注意：其间有区划调整：${changed}；由此带来的增减不是各县自己的升降。`,
    explanation.isFlagged ? '注意：两年的表样对此项的叫法不同，大体同义，比较时请说明。' : '',
    ...breaks.map(({ name, explanation: why }) => `其间有断点“${name}”：${why}。`),
    look.minimumDenominator !== null && isSmallRate(facts)
      ? `注意：有一年分母合计小于 ${look.minimumDenominator}，比率的变化不足为据。`
      : '',
    leftOutNote(answer),
  ]
}

/** What 只看可信 leaves out is in no sum that could be in doubt for it. */
function isCountedInDoubt({ state, check }: AnswerCell): boolean {
  return state === 'value' && check === 'failed'
}

function isSmallRate({ explanation, look }: ChangeFacts): boolean {
  const least = look.minimumDenominator ?? 0
  return (['before', 'now'] as const).some((side) => {
    const cells = explanation.effects.map((one) => one[side].denominator)
    const known = cells.filter((denominator) => !Number.isNaN(denominator))
    return known.reduce((sum, denominator) => sum + denominator, 0) < least
  })
}

function effect(facts: ChangeFacts, value: number): string {
  return effectText(value, decimalsOf(facts))
}

/** How far the conclusions rest on one unit alone. */
export function changeRobustness(
  facts: ChangeFacts,
  by: 'unit' | 'part',
): readonly RobustnessLine[] {
  const { direction, foremost, largest, names, explanation, year } = facts
  const whole = `可比单位 ${year} 年${explanation.isRatio ? '分母' : '合计'}`
  const first =
    foremost.conclusion === null || foremost.flips.length === 0
      ? []
      : [
          holdingLine(
            foremost,
            `“拉动最大的是${names[foremost.conclusion] ?? ''}”`,
            names,
            (unit) => (unit === null ? '并列' : (names[unit] ?? '')),
          ),
        ]
  const part =
    by === 'unit' || largest === null || largest.conclusion === null
      ? []
      : [
          holdingLine(
            largest,
            `“${year} 年最大的分项是${itemLook(largest.conclusion).label}”`,
            names,
            (item) => (item === null ? '并列' : itemLook(item).label),
          ),
        ]
  return [...directionLines(direction, names, whole), ...first, ...part]
}
