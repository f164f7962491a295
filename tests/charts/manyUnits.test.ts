import { describe, expect, test } from 'vitest'
import { facetOf } from '@/charts/facets'
import { multiplesChart } from '@/charts/multiplesChart'
import { totalsChart } from '@/charts/totalsChart'
import { totalOf } from '@/charts/totals'
import type { WrittenReport } from './answers'
import { answerTo } from './answers'
import { plainTheme } from './theme'

const item = 'licensing.decisions'
const units = ['990101', '990102', '990103']
const report = (unit: string, year: number, value: number | 'blank'): WrittenReport => ({
  unit,
  year,
  figures: { [item]: value },
})
const answer = answerTo({ items: [item], units, years: [2022, 2023] }, [
  report('990101', 2022, 10),
  report('990101', 2023, 40),
  report('990102', 2022, 'blank'),
  report('990102', 2023, 20),
  report('990103', 2023, 0),
])
const drawing = {
  answer,
  facet: facetOf(answer, '行政许可', [item]),
  units: [0, 1, 2],
  scale: 'linear' as const,
  breaks: [],
  theme: plainTheme,
  width: 900,
  height: 300,
  description: '',
}

describe('small charts', () => {
  const model = multiplesChart({ ...drawing, columns: 2 })
  const { title, yAxis, series } = model.option as unknown as {
    readonly title: readonly { readonly text: string }[]
    readonly yAxis: readonly { readonly min: number; readonly max: number }[]
    readonly series: readonly {
      readonly data: readonly { readonly value: readonly [number, number | null] }[]
    }[]
  }

  test('are higher where few leave them wide, and fill the wall', () => {
    const rems = (width: number, columns: number, fill?: number) =>
      multiplesChart({ ...drawing, width, columns, fill }).rems

    expect(rems(300, 3)).toBe(7.5)
    expect(rems(1600, 3)).toBeGreaterThan(7.5)
    expect(rems(1600, 3)).toBeLessThanOrEqual(14)
    expect(rems(300, 2, 30)).toBe(30)
    expect(rems(300, 1, 10)).toBe(3 * 7.5)
  })

  test('share one scale', () => {
    expect(yAxis.map(({ min, max }) => [min, max])).toEqual([
      [0, 40],
      [0, 40],
      [0, 40],
    ])
  })

  test('are headed by their unit and its latest number', () => {
    expect(title.map(({ text }) => text)).toEqual([
      '{name|甲县}{last|40}',
      '{name|乙县}{last|20}',
      '{name|丙县}{last|0}',
    ])
  })

  test('keep gaps', () => {
    expect(series.map(({ data }) => data.map(({ value: [, value] }) => value))).toEqual([
      [10, 40],
      [null, 20],
      [null, 0],
    ])
  })

  test('lead from a point to its figure', () => {
    expect(model.target({ series: 1, data: 1 })).toEqual({ unit: 'cn:990102', year: 2023, item })
    expect(model.tip([{ series: 1, data: 0 }])).toMatchObject({
      title: '乙县 · 2022 年',
      rows: [{ text: '空：年报此格没有填写' }],
    })
  })
})

describe('the sum of all', () => {
  const model = totalsChart(drawing)
  const { xAxis, series } = model.option as unknown as {
    readonly xAxis: { readonly axisLabel: { readonly formatter: (year: number) => string } }
    readonly series: readonly {
      readonly data: readonly {
        readonly value: readonly [number, number | null]
        readonly itemStyle?: { readonly borderType: string }
      }[]
    }[]
  }

  test('counts only the units that have a number, and says how many', () => {
    expect(series[0]?.data.map(({ value }) => value)).toEqual([
      [2022, 10],
      [2023, 60],
    ])
    expect([2022, 2023].map(xAxis.axisLabel.formatter)).toEqual(['2022\n1/3', '2023\n3/3'])
  })

  test('that lacks a unit is an outline, and names who is missing', () => {
    expect(series[0]?.data.map(({ itemStyle }) => itemStyle?.borderType)).toEqual([
      'dashed',
      undefined,
    ])
    expect(model.tip([{ series: 0, data: 0 }])).toMatchObject({
      rows: [{ text: '10（1/3）' }],
      notes: ['缺：乙县、丙县'],
    })
  })

  test('of nothing is no 0', () => {
    const nothing = answerTo({ items: [item], units, years: [2022, 2022] }, [])

    expect(totalOf(nothing, item, 0)).toEqual({
      value: NaN,
      n: 0,
      of: 3,
      missing: [0, 1, 2],
      untrusted: [],
      check: 'none',
      approximate: false,
      corrected: false,
    })
  })
})
