import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowCandidates, type RowShape } from '@/intake/recognisers/form/rowCandidates'

const shape: RowShape = { width: 7, run: 7 }

const row = fc
  .array(fc.nat({ max: 400 }), { minLength: 6, maxLength: 6 })
  .map((parts) => [...parts, parts.reduce((sum, part) => sum + part, 0)])

function valuesOf(texts: readonly string[]): (readonly number[])[] {
  return rowCandidates(texts, shape).map(({ values }) => values)
}

describe('what one slip can have made of a row', () => {
  test('the true row is among the candidates, and the sums of all of them hold', () => {
    fc.assert(
      fc.property(
        row,
        fc.nat({ max: 6 }),
        fc.constantFrom('lose', 'join', 'cut', 'add'),
        (values, at, slip) => {
          const texts = values.map(String)
          const text = texts[at] ?? ''
          const next = texts[at + 1]
          if (slip === 'lose') texts.splice(at, 1)
          if (slip === 'add') texts.splice(at, 0, '3')
          if (slip === 'cut') {
            fc.pre(text.length > 1)
            texts.splice(at, 1, text.slice(0, 1), text.slice(1))
          }
          if (slip === 'join') {
            fc.pre(next !== undefined)
            texts.splice(at, 2, text + next)
          }
          const found = valuesOf(texts)

          expect(found).toContainEqual(values)
          for (const each of found) {
            expect(each.slice(0, 6).reduce((sum, part) => sum + part, 0)).toBe(each[6])
          }
        },
      ),
    )
  })

  test('every sum of a row with several counts', () => {
    const lostTotal = ['1', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0']
    const lostPart = ['1', '0', '0', '1', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0']
    const valuesFor = (texts: readonly string[]) =>
      rowCandidates(texts, { width: 15, run: 5 }).map(({ values }) => values)

    expect(valuesFor(lostTotal)).toEqual([[1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]])
    expect(valuesFor(lostPart).map((values) => values.slice(0, 5))).toEqual([
      [0, 1, 0, 0, 1],
      [1, 0, 0, 0, 1],
      [1, 0, 0, 1, 2],
    ])
  })

  test('text that is no whole number explains nothing', () => {
    expect(rowCandidates(['1', '0', '0', '/', '0', '1'], shape)).toEqual([])
    expect(rowCandidates([], shape)).toEqual([])
  })
})
