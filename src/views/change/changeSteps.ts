import { answerCell, jointDoubt, type Doubt } from '@/analysis/answerCell'
import { DecimalSum } from '@/analysis/decimal'
import type { PartsExplanation } from '@/analysis/explainByItem'
import type { UnitEffect } from '@/analysis/explainChange'
import { effectText, type ChangeStep } from '@/charts/changeChart'
import { itemLook } from '@/charts/facets'
import { cellWithBasis, namesText } from '@/wording/answers'
import type { TipRow } from '@/wording/tip'
import {
  decimalsOf,
  effectsOf,
  effectUnit,
  ownAndRegrouped,
  presenceWord,
  type ChangeFacts,
} from './changeFacts'
import { otherEffects } from './partTable'

/** The bars of a change by unit, `most` of them at most: the smallest effects stand together. */
export function unitSteps(facts: ChangeFacts, most: number): readonly ChangeStep[] {
  const { own: both, regrouped } = ownAndRegrouped(facts)
  const apart = [
    { word: '区划调整', units: regrouped },
    ...(['onlyNow', 'onlyBefore'] as const).map((presence) => ({
      word: presenceWord(facts, presence),
      units: effectsOf(facts, presence),
    })),
  ]
  const only = apart.flatMap(({ word, units }) =>
    units.length === 0 ? [] : [sumStep(facts, 'missing', `${word}（${units.length} 个）`, units)],
  )
  const room = Math.max(1, most - only.length - 1)
  const shown =
    both.length <= room
      ? new Set(both)
      : new Set(both.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect)).slice(0, room - 1))
  const rest = both.filter((effect) => !shown.has(effect))
  return [
    ...both.filter((effect) => shown.has(effect)).map((effect) => unitStep(facts, effect)),
    ...(rest.length === 0 ? [] : [sumStep(facts, 'rest', `其余 ${rest.length} 个单位`, rest)]),
    ...only,
    totalStep(facts),
  ]
}

/** The bars of a change by part. */
export function partSteps(facts: ChangeFacts, by: PartsExplanation): readonly ChangeStep[] {
  const step = (
    label: string,
    { effect, doubt }: Pick<ChangeStep, 'effect' | 'doubt'>,
    kind: ChangeStep['kind'],
    notes: string[],
  ) => ({
    label,
    effect,
    kind,
    doubt,
    tip: { title: label, rows: [effectTip(facts, effect)], notes },
    target: null,
  })
  return [
    ...by.parts.map(({ item, effect }) =>
      step(itemLook(item).label, { effect, doubt: partDoubt(facts, item) }, 'part', []),
    ),
    ...otherEffects(facts, by).map(({ label, note, effect }) =>
      step(label, { effect, doubt: wholeDoubt(facts) }, 'missing', [note]),
    ),
    totalStep(facts),
  ]
}

function unitStep(facts: ChangeFacts, one: UnitEffect): ChangeStep {
  const { answer, names, look, base, year, item } = facts
  const { unit, before, now, effect, split } = one
  const label = names[unit] ?? ''
  const id = answer.units[unit]?.id
  const splits =
    split === null
      ? []
      : ([
          ['其中：分子', split.numerator],
          ['分母', split.denominator],
          ['结构', split.mix],
        ] as const)
  return {
    label,
    effect,
    kind: 'part',
    doubt: jointDoubt([before, now]),
    tip: {
      title: label,
      rows: [
        row(`${base} 年`, cellWithBasis(before, look)),
        row(`${year} 年`, cellWithBasis(now, look)),
        effectTip(facts, effect),
        ...splits.map(([name, part]) => row(name, effectText(part, decimalsOf(facts)))),
      ],
      notes: [],
    },
    target: id === undefined ? null : { unit: id, year, item },
  }
}

function sumStep(
  facts: ChangeFacts,
  kind: 'rest' | 'missing',
  label: string,
  effects: readonly UnitEffect[],
): ChangeStep {
  const sum = new DecimalSum()
  for (const { effect } of effects) sum.add(effect)
  const names = namesText(effects.map(({ unit }) => facts.names[unit] ?? ''))
  return {
    label,
    effect: sum.total,
    kind,
    doubt: doubtOf(effects),
    tip: { title: label, rows: [effectTip(facts, sum.total)], notes: [names] },
    target: null,
  }
}

function totalStep(facts: ChangeFacts): ChangeStep {
  const { change } = facts.explanation
  return {
    label: '合计变化',
    effect: change,
    kind: 'total',
    doubt: wholeDoubt(facts),
    tip: { title: '合计变化', rows: [effectTip(facts, change)], notes: [] },
    target: null,
  }
}

function doubtOf(effects: readonly UnitEffect[]): Doubt {
  return jointDoubt(effects.flatMap(({ before, now }) => [before, now]))
}

function wholeDoubt({ explanation }: ChangeFacts): Doubt {
  return doubtOf(explanation.effects)
}

/** Of a part's numbers in both years, over the units that the change is explained by. */
function partDoubt({ answer, explanation, pair }: ChangeFacts, item: string): Doubt {
  return jointDoubt(
    explanation.effects.flatMap(({ unit }) =>
      [pair.before, pair.now].map((year) => answerCell(answer, item, unit, year)),
    ),
  )
}

function effectTip(facts: ChangeFacts, effect: number): TipRow {
  return row('对合计的贡献', `${effectText(effect, decimalsOf(facts))} ${effectUnit(facts)}`)
}

function row(label: string, text: string): TipRow {
  return { label, text, colour: null, missing: false }
}
