import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnswerCell } from '@/analysis/answerCell'
import { unasked } from '@/analysis/answerCell'
import { shownNames, unitOrder } from '@/charts/unitOrder'

const unit = (code: string | null, name: string) => ({
  id: `${String(code)}${name}`,
  code,
  name,
  since: null,
  until: null,
})
const cell = (value: number | null, denominator = NaN): AnswerCell =>
  value === null ? unasked : { ...unasked, state: 'value', value, denominator }

test('by value: the largest first, equals by code, the missing last', () => {
  const units = [unit('3', '丙'), unit('2', '乙'), unit('1', '甲'), unit('4', '丁')]
  const values = [5, 5, null, 9]

  expect(unitOrder(units, 'value', null, (at) => cell(values[at] ?? null))).toEqual([3, 1, 0, 2])
})

test('by value: ratios over a small denominator stand between the ranked and the missing', () => {
  const units = [unit('1', '甲'), unit('2', '乙'), unit('3', '丙')]
  const cells = [cell(90, 12), cell(20, 300), cell(null)]

  expect(unitOrder(units, 'value', 30, (at) => cells[at] ?? unasked)).toEqual([1, 0, 2])
})

test('by name in the order of the sounds, by code with own units last', () => {
  const units = [unit(null, '开发区'), unit('2', '白芷县'), unit('1', '云麓区')]

  expect(unitOrder(units, 'name', null, () => unasked)).toEqual([1, 0, 2])
  expect(unitOrder(units, 'code', null, () => unasked)).toEqual([2, 1, 0])
})

test('any order holds every unit once', () => {
  const values = fc.array(fc.option(fc.double({ noNaN: true })), { maxLength: 30 })
  fc.assert(
    fc.property(values, fc.constantFrom('value', 'name', 'code'), (list, by) => {
      const units = list.map((_, at) => unit(String(at % 7), '县'))
      const order = unitOrder(units, by, null, (at) => cell(list[at] ?? null))

      expect(order.toSorted((a, b) => a - b)).toEqual(list.map((_, at) => at))
    }),
  )
})

test('a name that several units share is followed by its code', () => {
  const units = [unit('110105', '朝阳区'), unit('210103', '沈河区'), unit('220104', '朝阳区')]

  expect(shownNames(units)).toEqual(['朝阳区 110105', '沈河区', '朝阳区 220104'])
})
