import { expect, test } from 'vitest'
import { footnotedText } from '@/wording/conclusions/footnotes'

const reference = { item: 'licensing.decisions', units: ['cn:990101'], years: [2023] }
const place = { file: '甲县.csv', row: 3, column: 5 }

test('a copy has a footnote for every clause: unit, year, indicator, source and data version', () => {
  const text = footnotedText(
    [
      {
        key: 'a',
        clauses: [
          { text: '甲县 12 件', reference },
          { text: '缺 2022 年，不作同比', reference },
        ],
      },
    ],
    () => ({ unitNames: ['甲县'], sources: [{ kind: 'place', place }], unlisted: 0 }),
    'v7',
  )
  const lines = text.split('\n')
  expect(lines[0]).toBe('甲县 12 件[1]；缺 2022 年，不作同比[2]。')
  expect(lines[2]).toMatch(
    /^\[1\] 单位：甲县；年份：2023；指标：.*处理决定.*licensing\.decisions，件/,
  )
  expect(lines[2]).toContain('来源：甲县.csv 第 3 行 第 5 列（E）；数据版本 v7')
  expect(lines[3]).toMatch(/^\[2\] /)
})

test('many places are told by their rows, corrections by their reason, and what is left out is said', () => {
  const rows = [2, 3, 4, 5, 6].map((row) => ({
    kind: 'place' as const,
    place: { file: '全市.csv', row, column: 5 },
  }))
  const text = footnotedText(
    [{ key: 'a', clauses: [{ text: '合计 60 件', reference }] }],
    () => ({
      unitNames: ['甲县', '乙县'],
      sources: [...rows, { kind: 'correction', reason: '来电更正' }],
      unlisted: 3,
    }),
    'v7',
  )
  expect(text).toContain(
    '全市.csv 第 2 行、第 3 行、第 4 行、第 5 行、第 6 行，手工更正（来电更正）',
  )
  expect(text).toContain('其余 3 份年报从略')
})
