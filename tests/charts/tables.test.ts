import { describe, expect, test } from 'vitest'
import { compositionFacets, facetOf } from '@/charts/facets'
import { unitTable } from '@/charts/tables'
import type { AnswerTable } from '@/charts/tables'
import { compositionYearTable } from '@/charts/yearTable'
import type { WrittenReport } from './answers'
import { answerTo } from './answers'

function texts({ text }: AnswerTable): readonly (readonly string[])[] {
  return Array.from({ length: text.rows }, (_, index) => {
    const { header, cells } = text.row(index)
    return [header, ...cells.map((cell) => cell.text)]
  })
}

const report = (unit: string, year: number, figures: WrittenReport['figures']): WrittenReport => ({
  unit,
  year,
  figures,
})

describe('a table over the years', () => {
  const items = ['fees.amount', 'yoy:fees.amount']
  const answer = answerTo({ items, units: ['990101', '990102', '990103'], years: [2021, 2023] }, [
    report('990101', 2021, { 'fees.amount': 1000 }),
    report('990101', 2022, { 'fees.amount': 1077.892534 }),
    report('990101', 2023, { 'fees.amount': 'notApplicable' }),
    report('990102', 2021, { 'fees.amount': 0 }),
    report('990102', 2022, { 'fees.amount': 5 }),
    report('990102', 2023, { 'fees.amount': 'unreadable' }),
  ])
  const table = unitTable({
    answer,
    facets: items.map((item) => facetOf(answer, item === 'fees.amount' ? '收费' : '同比', [item])),
    units: [1, 0, 2],
    years: [0, 1, 2],
    caption: '收费',
  })

  test('has a column a year under each figure', () => {
    expect(table.text.groups).toEqual([
      { label: '收费（万元）', span: 3 },
      { label: '同比', span: 3 },
    ])
    expect(table.text.columns.map(({ label }) => label)).toEqual([
      '2021',
      '2022',
      '2023',
      '2021',
      '2022',
      '2023',
    ])
  })

  test('has sums with n/N, exact decimals, and words where there is no number', () => {
    expect(texts(table)).toEqual([
      [
        '合计',
        '1,000（2/3）',
        '1,082.892534（2/3）',
        '无（0/3）',
        '无（0/3）',
        '+8.29%（2/3）',
        '无（0/3）',
      ],
      ['乙县', '0', '5', '不可读', '不可比', '上年为 0', '不可比'],
      ['甲县', '1,000', '1,077.892534', '不适用', '不可比', '+7.79%', '不可比'],
      ['丙县', '未报', '未报', '未报', '未报', '未报', '未报'],
    ])
  })

  test('leads from a cell to its figure, and from a sum to who is missing', () => {
    expect(table.target(2, 1)).toEqual({ unit: 'cn:990101', year: 2022, item: 'fees.amount' })
    expect(table.target(0, 1)).toBeNull()
    expect(table.total(0, 1)).toMatchObject({
      heading: '收费（万元） · 2022 年',
      total: { n: 2, of: 3, missing: [2] },
    })
    expect(table.total(1, 1)).toBeNull()
  })

  test('opens what is behind a cell, but not a report that does not exist', () => {
    expect(table.text.row(1).cells.map(({ opens }) => opens)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ])
    expect(table.text.row(3).cells.some(({ opens }) => opens)).toBe(false)
  })
})

const spec = {
  whole: { item: 'requests.new.total', label: '本年新收' },
  parts: [
    { item: 'requests.new.naturalPerson', label: '自然人' },
    { item: 'requests.new.company', label: '商业企业' },
  ],
}
const figures = (total: number, natural: number, company: number | 'blank') => ({
  'requests.new.total': total,
  'requests.new.naturalPerson': natural,
  'requests.new.company': company,
})
const compositions = answerTo(
  {
    items: [spec.whole, ...spec.parts].map(({ item }) => item),
    units: ['990101', '990102'],
    years: [2022, 2023],
  },
  [
    report('990101', 2022, figures(30, 21, 9)),
    report('990101', 2023, figures(3, 2, 1)),
    report('990102', 2023, figures(10, 7, 'blank')),
  ],
)

test('parts of a whole have their shares beside them', () => {
  const table = unitTable({
    answer: compositions,
    facets: compositionFacets(compositions, spec),
    units: [0, 1],
    years: [1],
    caption: '',
  })

  expect(texts(table)).toEqual([
    ['合计', '13', '9', '1（1/2）'],
    ['甲县', '3', '2（66.67%）', '1（33.33%）'],
    ['乙县', '10', '7（70.00%）', '空'],
  ])
})

describe('a composition over the years', () => {
  test('of one unit', () => {
    const table = compositionYearTable({ answer: compositions, spec, unit: 1, caption: '' })

    expect(texts(table)).toEqual([
      ['2022 年', '未报', '未报', '未报'],
      ['2023 年', '10', '7（70.00%）', '空'],
    ])
    expect(table.target(1, 2)).toEqual({
      unit: 'cn:990102',
      year: 2023,
      item: 'requests.new.company',
    })
  })

  test('of all together counts only those that can be divided, as the chart does', () => {
    const table = compositionYearTable({ answer: compositions, spec, unit: null, caption: '' })

    expect(texts(table)).toEqual([
      ['2022 年', '30', '21（70.00%）', '9（30.00%）'],
      ['2023 年', '3', '2（66.67%）', '1（33.33%）'],
    ])
    expect(table.text.row(1).aside).toBe('1/2')
    expect(table.total(1, 0)).toMatchObject({ total: { n: 1, of: 2, missing: [1] } })
  })
})

test('a city beside its own counties is in no sum, and the sum says so', () => {
  const parents = new Map([['cn:990102', 'cn:990101']])
  const items = ['review.total']
  const answer = answerTo(
    { items, units: ['990101', '990102', '990103'], years: [2023, 2023] },
    [
      report('990101', 2023, { 'review.total': 95 }),
      report('990102', 2023, { 'review.total': 40 }),
      report('990103', 2023, { 'review.total': 'blank' }),
    ],
    parents,
  )
  const facets = [facetOf(answer, '复议', items)]
  const table = unitTable({ answer, facets, units: [0, 1, 2], years: [0], caption: '复议' })

  expect(texts(table).map(([, text]) => text)).toEqual(['40（1/2）', '95', '40', '空'])
  expect(table.text.row(0).cells[0]?.note).toBe(
    '2 个单位中 1 个有数；合计不含 甲县（其年报已含所列下级单位的数）',
  )
  expect(table.total(0, 0)?.total).toMatchObject({ n: 1, of: 2, missing: [2] })
})
