import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldCellText } from '@/intake/cell/foldCellText'
import { fixedBy, type FixRule } from '@/intake/fixRule'
import { indicatorMeasure } from '@/intake/recognisers/figureMeasure'

const count = indicatorMeasure('requests.new.total')
const money = indicatorMeasure('fees.amount')

function made(kind: 'onlyNumber' | 'joinedDigits' | 'numeral', text: string, measure = count) {
  const rule: FixRule = { kind }
  const cell = fixedBy(rule, text, measure)
  return cell?.kind === 'value' ? cell.value : (cell?.kind ?? null)
}

describe('the only number in a text', () => {
  test.each([
    ['12a', 12],
    ['１５元', 15],
    ['共 1,077 件（见附件）', 1077],
    ['-3x', -3],
    ['12/15', null],
    ['见附件', null],
  ])('%s', (text, value) => {
    expect(made('onlyNumber', text)).toBe(value)
  })

  test('is in the unit of its column', () => {
    expect(made('onlyNumber', '约合3.5（万元）整', money)).toBe(3.5)
  })
})

test.each([
  ['1,23', 123],
  ['1，234，5', 12345],
  ['12 34 件', 1234],
  ['1,2a', null],
  ['三 十', null],
])('digits are joined over what stands between them: %s', (text, value) => {
  expect(made('joinedDigits', text)).toBe(value)
})

test.each([
  ['三十二', 32],
  ['十件', 10],
  ['一千零五', 1005],
  ['两万三千', 23_000],
  ['一亿零二万', 100_020_000],
  ['〇', 0],
  ['三十二十', null],
  ['若干', null],
])('a Chinese numeral is read: %s', (text, value) => {
  expect(made('numeral', text)).toBe(value)
})

test('a fix to a state or a number is the same for every text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = { kind: 'notApplicable' } as const
      expect(fixedBy({ kind: 'set', cell }, text, count)).toEqual(cell)
    }),
  )
})

test('a rule reads a number or says that it cannot, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789,. 元件/-a一十百')) }),
      ),
      fc.constantFrom('onlyNumber' as const, 'joinedDigits' as const, 'numeral' as const),
      (text, kind) => {
        const cell = fixedBy({ kind }, text, count)
        if (cell === null) return
        expect(cell.kind === 'value' && Number.isFinite(cell.value)).toBe(true)
        if (kind !== 'numeral') expect(foldCellText(text)).toMatch(/\d/)
      },
    ),
  )
})
