import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unasked, type AnswerCell } from '@/analysis/answerCell'
import { pairDifference } from '@/analysis/pairDifference'

const item = 'licensing.decisions'
const forms = ['2021', '2021'] as const

function number(value: number): AnswerCell {
  return { ...unasked, state: 'value', value }
}

const blank: AnswerCell = { ...unasked, state: 'blank' }

test('a difference has a percentage only from a base that bears one', () => {
  expect(pairDifference(item, number(40), number(50), forms)).toMatchObject({
    difference: 10,
    percent: 25,
    differs: true,
  })
  expect(pairDifference(item, number(19), number(38), forms)).toMatchObject({
    difference: 19,
    percent: NaN,
  })
  expect(pairDifference(item, number(0), number(38), forms).percent).toBeNaN()
})

test('a number against none differs, and there is no difference to give', () => {
  expect(pairDifference(item, number(0), blank, forms)).toMatchObject({
    difference: NaN,
    differs: true,
  })
  expect(pairDifference(item, blank, blank, forms).differs).toBe(false)
})

test('what the forms count differently has no difference', () => {
  const cells = [number(40), number(50)] as const
  const stock = pairDifference('normativeDocuments.inForce', ...cells, ['2019', '2021'])

  expect(stock).toMatchObject({ comparable: 'different', difference: NaN, differs: true })
  expect(pairDifference('normativeDocuments.issued', ...cells, ['2019', '2021'])).toMatchObject({
    comparable: 'flagged',
    difference: 10,
  })
})

test('left and right changed, the difference changes its sign and nothing else', () => {
  const figure = fc.integer({ min: 0, max: 1e9 })
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      const there = pairDifference(item, number(a), number(b), forms)
      const back = pairDifference(item, number(b), number(a), forms)

      expect(back.difference + there.difference).toBe(0)
      expect(back.differs).toBe(there.differs)
    }),
  )
})
