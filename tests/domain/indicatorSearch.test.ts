import { expect, test } from 'vitest'
import { searchIndicators } from '@/domain/indicatorSearch'

function found(text: string): readonly string[] {
  return searchIndicators(text, 5).map(({ id }) => id)
}

test('an indicator is found by words of its label, in any order, and by its id', () => {
  expect(found('本年新收·总计')[0]).toBe('requests.new.total')
  expect(found('总计 新收')[0]).toBe('requests.new.total')
  expect(found('fees.amount')).toContain('fees.amount')
})

test('an indicator of several of one name is found by its group or table', () => {
  expect(found('收费金额')[0]).toBe('fees.amount')
  expect(found('表四 总计')[0]).toMatch(/^(?:review|litigation)\./)
})

test('nothing is found without a word, or for a word that no label has', () => {
  expect(found(' ')).toEqual([])
  expect(found('没有这样的指标')).toEqual([])
})
