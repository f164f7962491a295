import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainByItem } from '@/analysis/explainByItem'
import { explainChange, type ChangeExplanation } from '@/analysis/explainChange'
import { partsOf } from '@/domain/itemParts'
import { answerTo, type Written, type WrittenReport } from '../charts/answers'

const count = 'requests.new.total'
const years = { before: 0, now: 1 }
/** Percentage points; far below the second decimal that is shown. */
const TOLERANCE = 1e-9

type Side = Readonly<Record<string, Written>> | null

/** The answer to reports of 2022 and 2023, a pair a county. */
function answerOf(items: readonly string[], pairs: readonly (readonly [Side, Side])[]) {
  const codes = pairs.map((_, unit) => String(990_101 + unit))
  const reports = pairs.flatMap((pair, unit) =>
    pair.flatMap((figures, year): WrittenReport[] =>
      figures === null ? [] : [{ unit: codes[unit] ?? '', year: 2022 + year, figures }],
    ),
  )
  return answerTo({ items, units: codes, years: [2022, 2023] }, reports)
}

function explained(item: string, pairs: readonly (readonly [Side, Side])[]): ChangeExplanation {
  const explanation = explainChange(answerOf([item], pairs), item, years)
  if (explanation.kind === 'abstained') throw new Error(explanation.why)
  return explanation
}

const rate = (numerator: Written, denominator: Written) => ({
  'requests.granted.total': numerator,
  'requests.partial.total': 0,
  'requests.processed.total': denominator,
})

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

describe('a sum', () => {
  test('changes by what each county changed, and by those that have one year only', () => {
    const explanation = explained(count, [
      [{ [count]: 100 }, { [count]: 130 }],
      [{ [count]: 50 }, { [count]: 40 }],
      [{ [count]: 70 }, { [count]: 'blank' }],
      [null, { [count]: 25 }],
      [{ [count]: 'notApplicable' }, null],
    ])

    expect(explanation).toMatchObject({ before: 220, now: 195, change: -25 })
    expect(
      explanation.effects.map(({ unit, presence, effect }) => [unit, presence, effect]),
    ).toEqual([
      [1, 'both', -10],
      [0, 'both', 30],
      [3, 'onlyNow', 25],
      [2, 'onlyBefore', -70],
    ])
    expect(explanation.excluded).toEqual([{ unit: 4, why: 'noNumber' }])
  })

  test('of money is exact to its last digit', () => {
    const explanation = explained('fees.amount', [
      [{ 'fees.amount': 0.1 }, { 'fees.amount': 0.3 }],
      [{ 'fees.amount': 0.2 }, { 'fees.amount': 0.3 }],
    ])

    expect(explanation).toMatchObject({ before: 0.3, now: 0.6, change: 0.3 })
    expect(explanation.effects.map(({ effect }) => effect)).toEqual([0.2, 0.1])
  })
})

describe('a rate', () => {
  test('changes by numerators, denominators and mix, as worked by hand', () => {
    // 甲 10/50 → 30/100, 乙 40/50 → 40/50: together 50 % → 46.67 %.
    const explanation = explained('rate.disclosed', [
      [rate(10, 50), rate(30, 100)],
      [rate(40, 50), rate(40, 50)],
    ])
    const [first, second] = [0, 1].map((unit) =>
      explanation.effects.find((effect) => effect.unit === unit),
    )

    expect(explanation.before).toBe(50)
    expect(explanation.now).toBeCloseTo(140 / 3, 12)
    // w̄ = (1/2 + 2/3)/2 = 7/12; mean(100/D) = 1.5; Δ(100/D) = −1; N̄ = 20; r̄ = 25; R̄ = 145/3; Δw = 1/6.
    expect(first?.split?.numerator).toBeCloseTo((7 / 12) * 20 * 1.5, 12)
    expect(first?.split?.denominator).toBeCloseTo((7 / 12) * 20 * -1, 12)
    expect(first?.split?.mix).toBeCloseTo((25 - 145 / 3) / 6, 12)
    expect(second?.split).toMatchObject({ numerator: 0, denominator: 0 })
    expect(second?.split?.mix).toBeCloseTo((80 - 145 / 3) / -6, 12)
    expect(sumOf(explanation.effects.map(({ effect }) => effect))).toBeCloseTo(-10 / 3, 12)
  })

  test('of all can fall though no county’s own rate fell: all of it is mix', () => {
    const explanation = explained('rate.disclosed', [
      [rate(10, 100), rate(40, 400)],
      [rate(90, 100), rate(90, 100)],
    ])
    const within = explanation.effects.map(
      ({ split }) => (split?.numerator ?? NaN) + (split?.denominator ?? NaN),
    )

    expect(explanation.change).toBeCloseTo(-24, 12)
    expect(Math.max(...within.map(Math.abs))).toBeLessThan(TOLERANCE)
  })

  test('over nothing in one year is known, and all mix', () => {
    const explanation = explained('rate.disclosed', [
      [rate(0, 0), rate(10, 20)],
      [rate(10, 40), rate(10, 40)],
    ])
    const first = explanation.effects.find(({ unit }) => unit === 0)

    expect(first).toMatchObject({ presence: 'both', split: { numerator: 0, denominator: 0 } })
    expect(sumOf(explanation.effects.map(({ effect }) => effect))).toBeCloseTo(
      explanation.change,
      12,
    )
  })
})

describe('it abstains', () => {
  const inForce = 'normativeDocuments.inForce'
  const report = (unit: string, year: number, edition: '2019' | '2021', value: number) => ({
    unit,
    year,
    edition,
    figures: { [inForce]: value },
  })

  test('across a break of the form, and names who cannot be compared where others can', () => {
    const asked = { items: [inForce], units: ['990101', '990102'], years: [2020, 2021] } as const
    const old = [report('990101', 2020, '2019', 30), report('990102', 2020, '2019', 20)]
    const all = answerTo(asked, [
      ...old,
      report('990101', 2021, '2021', 40),
      report('990102', 2021, '2021', 10),
    ])
    const one = answerTo(asked, [
      ...old,
      report('990101', 2021, '2019', 35),
      report('990102', 2021, '2021', 10),
    ])

    expect(explainChange(all, inForce, years)).toEqual({ kind: 'abstained', why: 'unlike' })
    expect(explainChange(one, inForce, years)).toMatchObject({
      before: 30,
      now: 35,
      excluded: [{ unit: 1, why: 'unlike' }],
    })
  })

  test('where one of the two forms does not have the figure at all', () => {
    const only = answerTo({ items: [inForce], units: ['990101'], years: [2020, 2021] }, [
      { unit: '990101', year: 2020, edition: '2019', figures: { [count]: 5 } },
      report('990101', 2021, '2021', 40),
    ])

    expect(explainChange(only, inForce, years)).toEqual({ kind: 'abstained', why: 'unlike' })
  })

  test('without a county that has both years, and of what has no total', () => {
    const lone = answerOf([count], [[{ [count]: 5 }, null]])

    expect(explainChange(lone, count, years)).toEqual({ kind: 'abstained', why: 'noPair' })
    expect(explainChange(lone, 'custom.x', years)).toEqual({ kind: 'abstained', why: 'noTotal' })
  })
})

describe('by item', () => {
  const item = 'review.total'
  const parts = partsOf(item)
  const channel = (upheld: Written, corrected: Written, total: Written) => ({
    'review.upheld': upheld,
    'review.corrected': corrected,
    'review.other': 0,
    'review.pending': 0,
    [item]: total,
  })
  const items = [item, ...parts.map((part) => part.item)]

  test('the parts, what does not add up and who is not divided make the change', () => {
    const answer = answerOf(items, [
      [channel(10, 5, 15), channel(20, 4, 26)],
      [channel(1, 'blank', 8), channel(2, 1, 10)],
      [null, channel(3, 0, 3)],
    ])
    const explanation = explainChange(answer, item, years)
    if (explanation.kind === 'abstained') throw new Error(explanation.why)

    expect(explanation.change).toBe(16)
    expect(explainByItem(answer, explanation, parts, years)).toMatchObject({
      parts: [
        { item: 'review.upheld', before: 10, now: 20, effect: 10 },
        { effect: 0 },
        { effect: 0 },
        { item: 'review.corrected', effect: -1 },
      ],
      units: [0],
      unbalanced: 2,
      undivided: { units: [1], effect: 2 },
      onlyNow: 3,
      onlyBefore: 0,
    })
  })

  test('for any reports, everything together is the change exactly', () => {
    const side = fc.option(
      fc
        .tuple(cellOf(1000), cellOf(1000), cellOf(2000))
        .map(([upheld, corrected, total]) => channel(upheld, corrected, total)),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 6 }), (pairs) => {
        const answer = answerOf(items, pairs)
        const explanation = explainChange(answer, item, years)
        fc.pre(explanation.kind === 'explained')
        const by = explainByItem(answer, explanation, parts, years)
        const all = [
          ...by.parts.map(({ effect }) => effect),
          by.unbalanced,
          by.undivided.effect,
          by.onlyNow,
          by.onlyBefore,
        ]

        expect(sumOf(all)).toBe(explanation.change)
      }),
    )
  })
})

function cellOf(max: number): fc.Arbitrary<Written> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('blank' as const, 'notApplicable' as const, 'unreadable' as const),
    },
  )
}

const counts = fc.option(cellOf(1e6).map((value): Side => ({ [count]: value })))
const rates = fc.option(
  fc.tuple(cellOf(500), cellOf(1000)).map(([above, below]): Side => rate(above, below)),
)

/** Whether a side has a number, told from what was written alone. */
function hasNumber(side: Side): boolean {
  return side !== null && Object.values(side).every((written) => typeof written === 'number')
}

for (const [item, side] of [
  [count, counts],
  ['rate.disclosed', rates],
] as const) {
  const pairs = fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 6 })

  test(`for any reports, the effects on ${item} add up to the change`, () => {
    fc.assert(
      fc.property(pairs, (written) => {
        const explanation = explainChange(answerOf([item], written), item, years)
        fc.pre(explanation.kind === 'explained')
        const difference =
          sumOf(explanation.effects.map(({ effect }) => effect)) -
          (explanation.now - explanation.before)

        expect(Math.abs(difference)).toBeLessThanOrEqual(item === count ? 0 : TOLERANCE)
      }),
    )
  })

  test(`for any reports, no state becomes a 0 in what is said of ${item}`, () => {
    fc.assert(
      fc.property(pairs, (written) => {
        const explanation = explainChange(answerOf([item], written), item, years)
        fc.pre(explanation.kind === 'explained')
        for (const { unit, presence } of explanation.effects) {
          const [before, now] = written[unit] ?? [null, null]
          const expected = hasNumber(before) ? (hasNumber(now) ? 'both' : 'onlyBefore') : 'onlyNow'
          expect(presence).toBe(expected)
        }
        const said = explanation.effects.length + explanation.excluded.length
        expect(said).toBe(written.length)
      }),
    )
  })

  test(`another order of the counties explains ${item} the same way`, () => {
    fc.assert(
      fc.property(pairs, (written) => {
        const explanation = explainChange(answerOf([item], written), item, years)
        fc.pre(explanation.kind === 'explained')
        const turned = explained(item, written.toReversed())
        const effectsOf = ({ effects }: ChangeExplanation, isTurned: boolean) =>
          new Map(
            effects.map(({ unit, effect }) => [
              isTurned ? written.length - 1 - unit : unit,
              effect,
            ]),
          )
        const [straight, back] = [effectsOf(explanation, false), effectsOf(turned, true)]

        expect(back.size).toBe(straight.size)
        for (const [unit, effect] of straight) {
          expect(Math.abs((back.get(unit) ?? NaN) - effect)).toBeLessThanOrEqual(TOLERANCE)
        }
      }),
    )
  })
}
