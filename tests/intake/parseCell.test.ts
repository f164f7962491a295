import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@/domain/report'
import { NUMERAL_SIGNS } from '@/intake/cell/numeral'
import { parseCell, type CellMeasure } from '@/intake/parseCell'

const count: CellMeasure = { kind: 'count', unit: '件' }
const money: CellMeasure = { kind: 'money', unit: '万元' }
const yuan: CellMeasure = { kind: 'money', unit: '元' }
const percent: CellMeasure = { kind: 'percent', unit: '%' }
const change: CellMeasure = { kind: 'signed', unit: '项' }
const free: CellMeasure = { kind: 'count', unit: '' }

function value(number: number, approximate = false): Cell {
  return { kind: 'value', value: number, approximate }
}

function read(text: string, measure: CellMeasure): [Cell, string[]] {
  const { cell, notes } = parseCell(text, measure)
  return [cell, notes.map(({ code }) => code)]
}

const missing = (kind: 'blank' | 'notApplicable' | 'unreadable' | 'absent'): Cell => ({ kind })

describe('numbers', () => {
  test.each<[string, CellMeasure, Cell, string[]]>([
    ['0', count, value(0), []],
    ['18468', count, value(18468), []],
    ['1077.892534', money, value(1077.892534), []],
    ['1,077.892534', money, value(1077.892534), []],
    ['3,985,758', count, value(3985758), []],
    ['1，234', count, value(1234), ['cell-thousands']],
    ['1 234', count, value(1234), ['cell-thousands']],
    ['１２３．５', money, value(123.5), []],
    ['１，２３４', count, value(1234), ['cell-thousands']],
    ['－５', change, value(-5), []],
    ['\u00a0 12\u3000', count, value(12), []],
    ['&nbsp;12', count, value(12), []],
    ['\ufeff12\u200b', count, value(12), []],
    ['+81', change, value(81), []],
    ['-3', change, value(-3), []],
    ['-3', count, value(-3), ['cell-negative']],
    ['-0', count, value(0), []],
    ["'12.5", money, value(12.5), []],
    ['3.5', count, value(3.5), ['cell-not-integer']],
    ['16.0', count, value(16), []],
    ['.5', money, value(0.5), []],
    ['58%', percent, value(58), []],
    ['58％', percent, value(58), []],
    ['增加2', change, value(2), []],
    ['同比下降12.3%', percent, value(-12.3), []],
    ['45.6', free, value(45.6), []],
    ['12345678.123456789', money, value(12345678.123456789), ['cell-precision']],
  ])('%s', (text, measure, cell, codes) => {
    expect(read(text, measure)).toEqual([cell, codes])
  })
})

describe('what stands around a number', () => {
  test.each<[string, CellMeasure, Cell, string[]]>([
    ['22（其中修订16件）', count, value(22), ['cell-remark']],
    ['55(含自然失效29件)', count, value(55), ['cell-remark']],
    ['约300', count, value(300, true), []],
    ['近 300 个', count, value(300, true), ['cell-unit-suffix']],
    ['5500余条', count, value(5500, true), ['cell-unit-suffix']],
    ['18万余条', count, value(180000, true), ['cell-converted']],
    ['超3170 万', count, value(31700000, true), ['cell-converted']],
    ['1.17万条', count, value(11700, true), ['cell-converted']],
    ['2亿', count, value(200000000, true), ['cell-converted']],
    ['30 件', count, value(30), ['cell-unit-suffix']],
    ['89件次', count, value(89), ['cell-unit-suffix']],
    ['2起', count, value(2), ['cell-unit-suffix']],
    ['50多件', count, value(50, true), ['cell-unit-suffix']],
  ])('%s', (text, measure, cell, codes) => {
    expect(read(text, measure)).toEqual([cell, codes])
  })
})

describe('money', () => {
  test('1077.89元 for 万元 is converted by shifting the point, and recorded', () => {
    expect(parseCell('1077.89元', money)).toEqual({
      cell: value(0.107789),
      notes: [
        {
          code: 'cell-converted',
          severity: 'warning',
          detail: { from: '元', to: '万元', suffix: '元', unit: '万元', value: 0.107789 },
        },
      ],
    })
  })

  test.each<[string, CellMeasure, Cell, string[]]>([
    ['251000元', money, value(25.1), ['cell-converted']],
    ['1077.892534万元', money, value(1077.892534), []],
    ['12.3亿元', money, value(123000), ['cell-converted']],
    ['1234万', money, value(1234), ['cell-unit-suffix']],
    ['2950元', yuan, value(2950), []],
    ['0.295万元', yuan, value(2950), ['cell-converted']],
    ['10778925.34', { ...money, statedUnit: '元' }, value(1077.892534), []],
    ['7545万元', { ...money, statedUnit: '元' }, value(7545), []],
    ['约1.2亿元', money, value(12000, true), ['cell-converted']],
    ['12件', money, missing('unreadable'), ['cell-unreadable']],
    ['12.5%', money, missing('unreadable'), ['cell-unreadable']],
    ['￥12', money, missing('unreadable'), ['cell-unreadable']],
    ['500元', count, missing('unreadable'), ['cell-unreadable']],
    ['500元', free, missing('unreadable'), ['cell-unreadable']],
  ])('%s in %o', (text, measure, cell, codes) => {
    expect(read(text, measure)).toEqual([cell, codes])
  })

  test('a shift loses no digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (cents) => {
        const text = `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}元`
        const expected = Number(`${String(cents)}e-6`)
        expect(parseCell(text, money).cell).toEqual(value(expected))
      }),
    )
  })
})

describe('why there is no number', () => {
  test.each(['', '  ', '\u3000', '&nbsp;', '\u200b', '空白'])('blank: %j', (text) => {
    expect(read(text, count)).toEqual([missing('blank'), []])
  })

  test.each(['/', '／', '-', '－', '—', '——', '--', '–', '无', '不适用', 'N/A', 'n/a', ' / '])(
    'not applicable: %j',
    (text) => {
      expect(read(text, count)).toEqual([missing('notApplicable'), []])
    },
  )

  test('未列 is absent', () => {
    expect(read('未列', count)).toEqual([missing('absent'), []])
  })

  test.each([
    ['12a', 'cell-unreadable'],
    ['#DIV/0!', 'cell-unreadable'],
    ['#REF!', 'cell-unreadable'],
    ['…', 'cell-unreadable'],
    ['NULL', 'cell-unreadable'],
    ['暂无数据', 'cell-unreadable'],
    ['*', 'cell-unreadable'],
    ['Infinity', 'cell-unreadable'],
    ['NaN', 'cell-unreadable'],
    ['数十件', 'cell-unreadable'],
    ['第三', 'cell-unreadable'],
    ['两三件', 'cell-unreadable'],
    ['一百五', 'cell-unreadable'],
    ['3万5', 'cell-unreadable'],
    ['一', 'cell-ambiguous-number'],
    ['第3件', 'cell-unreadable'],
    ['110101000000000001', 'cell-unreadable'],
    ['1.1E+17', 'cell-ambiguous-number'],
    ['1 2', 'cell-ambiguous-number'],
    ['1\n0 0', 'cell-ambiguous-number'],
    ['12,34', 'cell-ambiguous-number'],
    ['0,5', 'cell-ambiguous-number'],
    ['1e5', 'cell-ambiguous-number'],
    ['（3）', 'cell-ambiguous-number'],
    ['3、4', 'cell-ambiguous-number'],
    ['22(3)', 'cell-ambiguous-number'],
    ['5.', 'cell-ambiguous-number'],
    ['+1+1', 'cell-ambiguous-number'],
    ['=1+1', 'cell-formula'],
    ['@SUM(A1)', 'cell-formula'],
    ['＝1+1', 'cell-formula'],
    ['1-2', 'cell-maybe-date'],
    ['1月2日', 'cell-maybe-date'],
    ['2-Jan', 'cell-maybe-date'],
    ['Mar-24', 'cell-maybe-date'],
    ['2023/1/1', 'cell-maybe-date'],
    ['2023年1月', 'cell-maybe-date'],
    ['2023.01.01', 'cell-maybe-date'],
  ])('%j is unreadable, and said to be (%s)', (text, code) => {
    const { cell, notes } = parseCell(text, count)

    expect(cell).toEqual(missing('unreadable'))
    expect(notes.map((note) => [note.code, note.severity])).toEqual([[code, 'error']])
  })
})

describe('properties', () => {
  const formats: readonly ((whole: number) => string)[] = [
    String,
    (whole) => whole.toLocaleString('en-US'),
    (whole) => whole.toLocaleString('en-US').replaceAll(',', '，'),
    (whole) => String(whole).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    (whole) => `\u00a0${String(whole)}\u3000`,
    (whole) => `${String(whole)}件`,
    (whole) => `${String(whole)} 条`,
    (whole) => `+${String(whole)}`,
    (whole) => `'${String(whole)}`,
    (whole) => `${String(whole)}（含上年）`,
    (whole) => `${String(whole)}.00`,
  ]

  test('every way of writing a whole number reads back to it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom(...formats),
        (whole, format) => {
          expect(parseCell(format(whole), count).cell).toEqual(value(whole))
        },
      ),
    )
  })

  test('a decimal reads back to the last digit', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.nat(999_999), (whole, fraction) => {
        const text = `${String(whole)}.${String(fraction).padStart(6, '0')}`
        expect(parseCell(text, money).cell).toEqual(value(Number(text)))
      }),
    )
  })

  test('never throws, and never makes a number of text without digits', () => {
    const piece = fc.constantFrom(
      ...[
        '约',
        '万',
        '亿',
        '元',
        '件',
        '（',
        '）',
        '+',
        '-',
        '.',
        ',',
        '，',
        ' ',
        '%',
        '余',
        'e',
        '无',
      ],
    )
    const DIGITS = new RegExp(`[\\d０-９${NUMERAL_SIGNS}]`, 'u')
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((all) => all.join('')),
    )
    const measure = fc.constantFrom(count, money, yuan, percent, change, free)
    fc.assert(
      fc.property(text, measure, (any, expected) => {
        const { cell } = parseCell(any, expected)
        if (!DIGITS.test(any)) expect(cell.kind).not.toBe('value')
      }),
      { numRuns: 1000 },
    )
  })

  test('text of two numbers is never one number', () => {
    fc.assert(
      fc.property(
        fc.nat(99),
        fc.nat(99),
        fc.constantFrom(' ', '、', '/', '，', ','),
        (a, b, sep) => {
          expect(parseCell(`${String(a)}${sep}${String(b)}`, count).cell.kind).toBe('unreadable')
        },
      ),
    )
  })
})
