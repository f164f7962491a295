import { describe, expect, test } from 'vitest'
import { requestFlow, flowItems } from '@/analysis/requestFlow'
import { standingsOf } from '@/analysis/standings'
import { answerCell } from '@/analysis/answerCell'
import { bumpChart } from '@/charts/bumpChart'
import type { ChartModel } from '@/charts/chartModel'
import { facetIn } from '@/charts/figureModes'
import { flowChart } from '@/charts/flowChart'
import { flowTable } from '@/charts/flowTable'
import { rankingChart } from '@/charts/rankingChart'
import { referencesOf } from '@/charts/references'
import { correlationText, scatterChart } from '@/charts/scatterChart'
import { stripChart } from '@/charts/stripChart'
import { trendChart } from '@/charts/trendChart'
import type { WrittenReport } from './answers'
import { answerTo } from './answers'
import { plainTheme } from './theme'

const rate = 'rate.disclosed'
const received = 'requests.new.total'

function report(
  unit: string,
  year: number,
  granted: number,
  processed: number,
  asked: number | 'blank' = processed,
): WrittenReport {
  return {
    unit,
    year,
    figures: {
      'requests.granted.total': granted,
      'requests.partial.total': 0,
      'requests.processed.total': processed,
      [received]: asked,
    },
  }
}

const reports = [
  report('990101', 2022, 20, 100),
  report('990101', 2023, 60, 120),
  report('990102', 2022, 50, 100),
  report('990102', 2023, 30, 100, 'blank'),
  report('990103', 2022, 5, 10),
  report('990103', 2023, 80, 100),
]
const codes = ['990101', '990102', '990103']
const answer = answerTo({ items: [rate, received], units: codes, years: [2022, 2023] }, reports)
const units = answer.units.map((_, unit) => unit)
const facet = facetIn(answer, rate, 'value', 0)
const common = { answer, facet, units, theme: plainTheme, width: 800, description: '' }

interface AnySeries {
  readonly type: string
  readonly name?: string
  readonly data: readonly unknown[]
  readonly links?: readonly unknown[]
  readonly lineStyle?: { readonly opacity?: number; readonly type?: string }
  readonly markLine?: { readonly data: readonly { readonly name: string }[] }
}

function seriesOf(model: ChartModel): readonly AnySeries[] {
  return model.option.series as unknown as AnySeries[]
}

describe('the ranks over the years', () => {
  const standings = answer.years.map((_, year) =>
    standingsOf(
      units.map((unit) => answerCell(answer, rate, unit, year)),
      30,
    ),
  )
  const model = bumpChart({ ...common, standings, breaks: [], focus: null })

  test('have a gap where a unit is not ranked', () => {
    const ranks = seriesOf(model).map(({ data }) =>
      data.map((point) => (point as { readonly value: readonly [number, number | null] }).value[1]),
    )
    expect(ranks).toEqual([
      [2, 2],
      [1, 3],
      [null, 1],
    ])
  })

  test('lead to the figure behind them, and say how far chance goes', () => {
    expect(model.target({ series: 1, data: 1 })).toEqual({
      unit: 'cn:990102',
      year: 2023,
      item: rate,
    })
    expect(model.tip([{ series: 0, data: 0 }])?.notes).toEqual(['第 2 名，与其他单位可区分'])
    expect(model.unit?.({ series: 1, data: -1 })).toBe('cn:990102')
  })
})

describe('a distribution', () => {
  const model = stripChart({ ...common, scale: 'linear', breaks: [], focus: 1 })

  test('has a point for every number, and marks the unit in focus', () => {
    const [, dots, marked] = seriesOf(model)
    expect(dots?.data).toHaveLength(6)
    expect(marked?.data).toHaveLength(2)
    expect(model.target({ series: 2, data: 0 })).toEqual({
      unit: 'cn:990102',
      year: 2022,
      item: rate,
    })
  })

  test('has no box of fewer than four numbers', () => {
    expect(seriesOf(model)[0]?.data).toEqual([])
  })
})

describe('two figures against each other', () => {
  const facets = [facetIn(answer, received, 'value', 0), facet] as const
  const model = scatterChart({
    ...common,
    facets,
    year: 1,
    scale: 'linear',
    focus: null,
    references: [[], []],
  })

  test('leave out a unit that lacks one of them', () => {
    const values = seriesOf(model)[0]?.data.map(
      (dot) => (dot as { readonly value: readonly number[] }).value,
    )
    expect(values).toEqual([
      [120, 50],
      [100, 80],
    ])
  })

  test('have no correlation of a few pairs', () => {
    expect(correlationText({ facets, units, year: 1 })).toBe(
      '只有 2 个单位两项都有可比的数，不足 10 个，不算相关',
    )
  })

  test('have one of ten pairs, with its number and what it does not say', () => {
    const many = Array.from({ length: 10 }, (_, place) =>
      report(String(990_101 + place), 2023, 40 + place, 100, 100 + place),
    )
    const all = answerTo(
      { items: [rate, received], units: many.map(({ unit }) => unit), years: [2023, 2023] },
      many,
    )
    const pair = [facetIn(all, received, 'value', 0), facetIn(all, rate, 'value', 0)] as const
    const text = correlationText({ facets: pair, units: all.units.map((_, unit) => unit), year: 0 })
    expect(text).toContain('1.00（n = 10，不含分母太小的）')
    expect(text).toContain('相关不等于因果')
  })
})

describe('a ranking', () => {
  test('draws intervals over its bars and names its statistics', () => {
    const model = rankingChart({
      ...common,
      year: 1,
      all: units,
      scale: 'linear',
      before: (unit) => `${String(unit + 1)}. `,
      interval: () => ({ low: 20, high: 90 }),
      references: referencesOf(answer, facet, ['weightedMean', 'median']),
    })
    const [bars, intervals] = seriesOf(model)
    expect(intervals?.type).toBe('custom')
    expect(intervals?.data).toEqual(units.map((row) => [20, row, 90]))
    expect(bars?.markLine?.data.map(({ name }) => name)).toEqual(['加权平均 53.13%', '中位数 50%'])
    expect(JSON.stringify(model.option.yAxis)).toContain('1. 甲县')
  })
})

describe('a trend', () => {
  const drawing = { ...common, breaks: [], scale: 'linear' as const, height: 400 }

  test('lets all but the unit in focus step back', () => {
    const opacities = seriesOf(trendChart({ ...drawing, focus: 1 })).map(
      ({ lineStyle }) => lineStyle?.opacity,
    )
    expect(opacities).toEqual([0.18, 1, 0.18])
  })

  test('draws statistics dashed and by their names', () => {
    const references = referencesOf(answer, facet, ['mean', 'median'])
    const drawn = seriesOf(trendChart({ ...drawing, references })).slice(3)
    expect(drawn.map(({ name, lineStyle }) => [name, lineStyle?.type])).toEqual([
      ['平均数', 'dashed'],
      ['中位数', 'dashed'],
    ])
  })

  test('has no weighted mean of counts', () => {
    const counts = facetIn(answer, received, 'value', 0)
    expect(referencesOf(answer, counts, ['weightedMean'])).toEqual([])
  })
})

describe('a flow', () => {
  const figures = Object.fromEntries(
    flowItems.filter((item) => !item.startsWith('requests.other.all')).map((item) => [item, 0]),
  )
  const one = answerTo({ items: flowItems, units: ['990101'], years: [2023, 2023] }, [
    {
      unit: '990101',
      year: 2023,
      figures: {
        ...figures,
        'requests.granted.naturalPerson': 30,
        'requests.denied.stateSecret.naturalPerson': 10,
        'requests.granted.company': 10,
      },
    },
  ])
  const flow = requestFlow(one, [0], 0)

  test('has a band for what happened, and none for what did not', () => {
    const [drawn] = seriesOf(flowChart({ flow, theme: plainTheme, description: '' }))
    expect(drawn?.links).toEqual([
      { source: '申请人：自然人', target: '予以公开', value: 30 },
      { source: '申请人：自然人', target: '不予公开', value: 10 },
      { source: '申请人：商业企业', target: '予以公开', value: 10 },
    ])
    expect(drawn?.data).toHaveLength(4)
  })

  test('tells a band from what it joins', () => {
    const model = flowChart({ flow, theme: plainTheme, description: '' })
    expect(model.tip([{ series: 0, data: 1, isBand: true }])?.title).toBe('自然人 → 不予公开')
    expect(model.tip([{ series: 0, data: 1 }])?.title).toBe('商业企业')
  })

  test('says the same in its table, also what is 0', () => {
    const { text } = flowTable(flow, '')
    expect(text.row(0).cells.map((cell) => cell.text)).toEqual([
      '30（75.0%）',
      '10（100.0%）',
      '0',
      '0',
      '0',
      '0',
      '40（80.0%）',
    ])
    expect(text.row(6).cells.at(-1)?.text).toBe('50')
  })
})
