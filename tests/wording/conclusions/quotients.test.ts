import { expect, test } from 'vitest'
import { describeItem } from '@/domain/item'
import { quotient, rate } from '@/wording/conclusions/conclusion'

const share = describeItem('rate.disclosed')
const perPeople = describeItem('per10k:常住人口:licensing.decisions')

test('a quotient is told in its own unit, a share in per cent', () => {
  expect(perPeople.unit).toBe('件/万人')
  expect(rate(500, 200_000, perPeople)).toBe('25 件/万人（500/200,000）')
  expect(rate(5, 19, perPeople)).toBe('分子 5、分母 19（分母不足 20，不计比值）')
  expect(quotient(2.5, perPeople)).toBe('2.5 件/万人')
  expect(share.unit).toBe('%')
  expect(rate(81, 263, share)).toBe('30.80%（81/263）')
  expect(rate(5, 19, share)).toBe('分子 5、分母 19（分母不足 20，不计百分比）')
})
