import { describe, expect, test } from 'vitest'
import { facetOf } from '@/charts/facets'
import { rankingChart } from '@/charts/rankingChart'
import { unitOrder } from '@/charts/unitOrder'
import type { WrittenReport } from './answers'
import { answerTo } from './answers'
import { plainTheme } from './theme'

function rank(item: string, reports: readonly WrittenReport[]) {
  const units = ['990101', '990102', '990103', '990104']
  const answer = answerTo({ items: [item], units, years: [2023, 2023] }, reports)
  const facet = facetOf(answer, '图', [item])
  const part = facet.parts[0]
  if (!part) throw new Error('a facet without parts')
  const order = unitOrder(answer.units, 'value', facet.minimumDenominator, (unit) =>
    part.read(unit, 0),
  )
  const model = rankingChart({
    answer,
    facet,
    year: 0,
    units: order,
    all: order,
    scale: 'linear',
    theme: plainTheme,
    width: 600,
    description: '',
  })
  const { yAxis, series } = model.option as unknown as {
    readonly yAxis: { readonly data: readonly string[] }
    readonly series: readonly [
      {
        readonly data: readonly {
          readonly value: number | null
          readonly label?: { readonly formatter: string }
          readonly itemStyle?: { readonly borderType: string }
        }[]
        readonly markPoint: { readonly data: readonly unknown[] }
      },
    ]
  }
  return { model, names: yAxis.data, series: series[0] }
}

const fee = (unit: string, value: number | 'blank' | 'notApplicable'): WrittenReport => ({
  unit,
  year: 2023,
  figures: { 'fees.amount': value },
})

describe('a ranking of one year', () => {
  const { model, names, series } = rank('fees.amount', [
    fee('990101', 'blank'),
    fee('990102', 0),
    fee('990103', 1077.892534),
  ])

  test('has the largest on top, a true 0 with a bar of 0, and nothing for the missing', () => {
    expect(names).toEqual(['丙县', '乙县', '甲县', '丁县'])
    expect(series.data.map(({ value }) => value)).toEqual([1077.892534, 0, null, null])
  })

  test('writes the exact number at the bar', () => {
    expect(series.data.map(({ label }) => label?.formatter)).toEqual([
      '1,077.892534',
      '0',
      undefined,
      undefined,
    ])
  })

  test('names each gap with its reason', () => {
    expect(series.markPoint.data).toEqual([
      { name: '空', coord: [0, 2] },
      { name: '未报', coord: [0, 3] },
    ])
  })

  test('leads from a row to its figure, also where it is missing', () => {
    expect(model.target({ series: 0, data: 2 })).toEqual({
      unit: 'cn:990101',
      year: 2023,
      item: 'fees.amount',
    })
    expect(model.tip([{ series: 0, data: 0 }])).toMatchObject({
      title: '丙县 · 2023 年',
      rows: [{ text: '1,077.892534 万元' }],
    })
  })
})

describe('a rate', () => {
  const report = (unit: string, granted: number, total: number): WrittenReport => ({
    unit,
    year: 2023,
    figures: {
      'requests.granted.total': granted,
      'requests.partial.total': 0,
      'requests.processed.total': total,
    },
  })
  const { model, names, series } = rank('rate.disclosed', [
    report('990101', 10, 12),
    report('990102', 81, 263),
    report('990103', 30, 60),
    report('990104', 0, 0),
  ])

  test('over few cases stands after the others, as an outline, and is not ranked', () => {
    expect(names).toEqual(['丙县', '乙县', '甲县', '丁县'])
    expect(series.data.map(({ itemStyle }) => itemStyle?.borderType)).toEqual([
      undefined,
      undefined,
      'dashed',
      undefined,
    ])
    expect(model.tip([{ series: 0, data: 2 }])?.notes).toEqual([
      '分母小于 30，不排名',
      '勾稽不可判：算式中有的数是空的或读不出',
    ])
  })

  test('comes with its counts', () => {
    expect(model.tip([{ series: 0, data: 1 }])?.rows).toMatchObject([
      { text: '30.80%（81 ÷ 263） ?' },
    ])
  })

  test('over nothing is words, not 0 %', () => {
    expect(series.data[3]?.value).toBeNull()
    expect(series.markPoint.data).toEqual([{ name: '分母为 0', coord: [0, 3] }])
  })
})
