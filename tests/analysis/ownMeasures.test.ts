import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { answerCell } from '@/analysis/answerCell'
import { checkMarks } from '@/analysis/answer'
import { centreOf } from '@/analysis/centres'
import { explainChange } from '@/analysis/explainChange'
import { askMatrix } from '@/analysis/matrix'
import { standingsOf } from '@/analysis/standings'
import { formatFormula } from '@/domain/formula/formatFormula'
import { itemsIn, type Formula } from '@/domain/formula/formula'
import { describeItem } from '@/domain/item'
import { measureById, operandsOf } from '@/domain/measures'
import { measureValue } from '@/domain/measureValue'
import { compileMeasure, setOwnMeasures, type OwnMeasure } from '@/domain/ownMeasure'
import type { Cell } from '@/domain/report'
import { blank, correctionsOf, cubeOf, importOf, number, report, segmentsOf } from '../data/reports'
import { foldBatches } from '@/data/fold'
import { anyFormula } from '../domain/formula/formulas'
import { noUnits } from '../unitTree'

const A = 'requests.new.total'
const B = 'licensing.decisions'
const C = 'custom.人口'
const items = [A, B, C]

afterEach(() => {
  setOwnMeasures([])
})

function own(formula: string, changes: Partial<OwnMeasure> = {}): string {
  const measure = { id: 'own:1', name: '甲', unit: '', formula, minimumDenominator: null }
  setOwnMeasures([{ ...measure, ...changes }])
  return measure.id
}

function ask(cube: ReturnType<typeof cubeOf>, item: string) {
  return askMatrix(
    cube,
    { items: [item], units: null, years: null, scope: 'whole' },
    {
      label: (id) => ({ id, code: null, name: id, since: null, until: null }),
      units: noUnits,
      dataVersion: '1',
    },
  )
}

/** What a formula comes to, computed straight from what is written. */
function reference(formula: Formula, read: (id: string) => number | null) {
  let isZero = false
  let isNegative = false
  const valueOf = (part: Formula): number => {
    if (part.kind === 'number') return part.value
    if (part.kind === 'item') return read(part.id) ?? NaN
    if (part.kind === 'negative') return -valueOf(part.of)
    const [left, right] = [valueOf(part.left), valueOf(part.right)]
    if (part.operator === '+') return left + right
    if (part.operator === '−') return left - right
    if (part.operator === '×') return left * right
    if (Math.abs(right) < 1e-9) isZero = true
    if (right < 0) isNegative = true
    return left / right
  }
  const value = valueOf(formula)
  const isMissing = itemsIn(formula).some((id) => read(id) === null)
  return { value, isMissing, isZero, isNegative }
}

const anyFigure: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(40).map(number) },
  { weight: 1, arbitrary: fc.constant<Cell>(blank) },
  { weight: 1, arbitrary: fc.constant<Cell>({ kind: 'notApplicable' }) },
  { weight: 1, arbitrary: fc.constant<Cell>({ kind: 'absent' }) },
)

test('any formula over any cells is what it says, and no state is ever a number', () => {
  fc.assert(
    fc.property(
      anyFormula(items),
      fc.array(fc.tuple(anyFigure, anyFigure, anyFigure), { minLength: 1, maxLength: 4 }),
      (formula, rows) => {
        fc.pre(itemsIn(formula).length > 0)
        const id = own(formatFormula(formula))
        const measure = measureById(id)
        // Too many products: then it cannot be kept.
        if (measure === undefined) return
        const cube = cubeOf(
          rows.map(([a, b, c], row) => report(`u${row}`, 2023, { [A]: a, [B]: b, [C]: c })),
        )
        const answer = ask(cube, id)
        for (const [row, cells] of rows.entries()) {
          const read = (item: string) => {
            const cell = cells[items.indexOf(item)]
            return cell?.kind === 'value' ? cell.value : null
          }
          const unit = answer.units.findIndex((one) => one.id === `u${row}`)
          const { state, value } = answerCell(answer, id, unit, 0)
          const expected = reference(formula, read)
          if (expected.isMissing) expect(state).toBe('notComputable')
          else if (state === 'notComputable') expect(expected.isNegative).toBe(true)
          else if (expected.isZero) expect(state).toBe('zeroDenominator')
          else {
            expect(state).toBe('value')
            const tolerance = 1e-7 * Math.max(1, Math.abs(expected.value), 1e8)
            expect(Math.abs(value - expected.value)).toBeLessThan(tolerance)
          }
          const alone = measureValue(measure, read)
          expect(alone.kind).toBe(state)
        }
      },
    ),
  )
})

test('a total over units is the sum of the numerators over that of the denominators', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyFigure, anyFigure), { minLength: 1, maxLength: 8 }),
      (rows) => {
        const id = own(`[${A}] ÷ [${C}] × 10000`, { unit: '件/万人' })
        const cube = cubeOf(rows.map(([a, c], row) => report(`u${row}`, 2023, { [A]: a, [C]: c })))
        const { totals } = ask(cube, id)
        const known = rows.filter(([a, c]) => a.kind === 'value' && c.kind === 'value')
        const sum = (at: 0 | 1) =>
          known.reduce((all, row) => all + (row[at].kind === 'value' ? row[at].value : NaN), 0)
        expect(totals.n[0]).toBe(known.length)
        if (sum(1) === 0) expect(totals.values[0]).toBeNaN()
        else expect(totals.values[0]).toBeCloseTo((10000 * sum(0)) / sum(1), 6)
      },
    ),
  )
})

const two = [
  report('a', 2023, { [A]: number(30), [B]: number(100), [C]: number(20000) }),
  report('b', 2023, { [A]: number(10), [B]: number(300), [C]: number(10000) }),
]

test('numerator and denominator are kept, and the unit says how they are scaled', () => {
  const perPeople = own(`[${A}] ÷ [${C}] × 10000`)
  expect(answerCell(ask(cubeOf(two), perPeople), perPeople, 0, 0)).toMatchObject({
    value: 15,
    numerator: 30,
    denominator: 20000,
    scale: 10000,
  })
  const percent = own(`[${A}] ÷ [${B}]`, { unit: '%' })
  expect(ask(cubeOf(two), percent).values[0]).toBe(30)
  expect(ask(cubeOf(two), percent).totals.values[0]).toBe(10)
  const already = own(`[${A}] × 100 ÷ [${B}]`, { unit: '%' })
  expect(ask(cubeOf(two), already).values[0]).toBe(30)
})

test('a measure of the catalogue in a formula is the number that is shown', () => {
  const id = own('100 − [share.naturalPerson]', { unit: '%' })
  const cube = cubeOf([
    report('a', 2023, { [A]: number(40), 'requests.new.naturalPerson': number(30) }),
    report('b', 2023, { [A]: number(60), 'requests.new.naturalPerson': number(60) }),
  ])
  const answer = ask(cube, id)
  expect([...answer.values]).toEqual([25, 0])
  expect(answer.totals.values[0]).toBe(10)
})

test('quotients with unlike denominators have values and no total', () => {
  const id = own(`[${A}] ÷ [${B}] + [${A}] ÷ [${C}]`)
  const answer = ask(cubeOf(two), id)
  expect(answer.values[0]).toBeCloseTo(0.3015, 10)
  expect(answer.totals.values[0]).toBeNaN()
  expect(answer.totals.n[0]).toBe(2)
  expect(describeItem(id).note).toContain('不能合成')
})

test('a figure that cancels out must be there all the same', () => {
  const id = own(`[${B}] − [${B}] + [${A}]`)
  expect(ask(cubeOf(two), id).values[0]).toBe(30)
  const without = cubeOf([report('a', 2023, { [A]: number(30), [B]: blank })])
  expect(ask(without, id).values[0]).toBeNaN()
})

test('marks and checks of every operand travel', () => {
  const id = own(`[${A}] × [${B}] ÷ [${C}]`)
  const reports = [
    report('a', 2023, {
      [A]: number(30),
      [B]: { kind: 'value', value: 100, approximate: true },
      [C]: number(20000),
      'requests.new.naturalPerson': number(31),
      'requests.new.legalPerson.business': number(0),
      'requests.new.legalPerson.research': number(0),
      'requests.new.legalPerson.civic': number(0),
      'requests.new.legalPerson.legalService': number(0),
      'requests.new.legalPerson.other': number(0),
    }),
  ]
  const plain = answerCell(ask(cubeOf(reports), id), id, 0, 0)
  expect(plain).toMatchObject({ approximate: true, corrected: false })
  const onlyA = own(`[${A}] × 2`)
  const check = answerCell(ask(cubeOf(reports), A), A, 0, 0).check
  expect(checkMarks.indexOf(check)).toBeGreaterThan(0)
  expect(answerCell(ask(cubeOf(reports), onlyA), onlyA, 0, 0).check).toBe(check)
  const corrected = foldBatches([
    importOf(1, segmentsOf(two)),
    correctionsOf(2, [
      {
        unit: 'a',
        year: 2023,
        scope: 'whole',
        indicator: C,
        expected: number(20000),
        value: number(10000),
        reason: '核实',
      },
    ]),
  ])
  const again = own(`[${A}] ÷ [${C}]`)
  expect(answerCell(ask(corrected, again), again, 0, 0)).toMatchObject({
    value: 0.003,
    corrected: true,
  })
})

test('what cannot be read is no measure, and operands are those that a trace shows', () => {
  const whole = { id: 'own:1', name: '甲', unit: '', minimumDenominator: null }
  expect(compileMeasure({ ...whole, formula: '[nothing.known] ÷ 2' })).toBeNull()
  const id = own('[rate.disclosed] ÷ [custom.人口]')
  const measure = measureById(id)
  expect(measure && operandsOf(measure)).toEqual(
    expect.arrayContaining(['requests.processed.total', 'custom.人口']),
  )
  setOwnMeasures([])
  expect(measureById(id)).toBeUndefined()
})

test('a quotient per 10,000 is ranked without the interval of a share, and its weighted mean is per 10,000', () => {
  const id = own(`[${A}] ÷ [${C}] × 10000`, { unit: '件/万人' })
  const answer = ask(cubeOf(two), id)
  const cells = [0, 1].map((unit) => answerCell(answer, id, unit, 0))
  expect(standingsOf(cells, 30)).toMatchObject([
    { kind: 'ranked', rank: 1, interval: null },
    { kind: 'ranked', rank: 2, interval: null },
  ])
  expect(centreOf('weightedMean', cells)).toEqual({ value: (10000 * 40) / 30000, n: 2 })
})

test('the change of a quotient per 10,000 is explained in its own unit, to the last part', () => {
  const id = own(`[${A}] ÷ [${C}] × 10000`, { unit: '件/万人' })
  const cube = cubeOf([
    report('a', 2022, { [A]: number(20), [C]: number(20000) }),
    report('b', 2022, { [A]: number(10), [C]: number(10000) }),
    report('a', 2023, { [A]: number(50), [C]: number(20000) }),
    report('b', 2023, { [A]: number(10), [C]: number(5000) }),
  ])
  const explained = explainChange(ask(cube, id), id, { before: 0, now: 1 })
  expect(explained).toMatchObject({ kind: 'explained', before: 10, now: 24, change: 14 })
  const effects = explained.kind === 'explained' ? explained.effects : []
  expect(effects.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(14, 9)
})
