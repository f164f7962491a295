import { describe, expect, test } from 'vitest'
import type { ChartModel } from '@/charts/chartModel'
import { facetOf } from '@/charts/facets'
import { multiplesChart } from '@/charts/multiplesChart'
import { trendChart } from '@/charts/trendChart'
import { hollowNote } from '@/charts/trendInput'
import { answerTo } from './answers'
import { plainTheme } from './theme'

/** A rate over few cases goes up and down by chance: it must not look like the others. */

const item = 'rate.disclosed'

/** Half of so many are granted, from 2022 on. */
function halfOf(processed: readonly number[]) {
  const answer = answerTo(
    { items: [item], units: ['990101'], years: [2022, 2023] },
    processed.map((all, at) => ({
      unit: '990101',
      year: 2022 + at,
      figures: {
        'requests.granted.total': all / 2,
        'requests.partial.total': 0,
        'requests.processed.total': all,
      },
    })),
  )
  return {
    ...{ answer, facet: facetOf(answer, '公开率', [item]), units: [0], breaks: [] },
    ...{ scale: 'linear' as const, theme: plainTheme, width: 800, height: 400, description: '' },
  }
}

const drawing = halfOf([10, 100])
const { facet } = drawing
const charts: Readonly<Record<string, ChartModel>> = {
  trend: trendChart(drawing),
  'small multiples': multiplesChart({ ...drawing, columns: 1 }),
}

interface Drawn {
  readonly series: readonly {
    readonly data: readonly { readonly itemStyle?: { readonly color: string } }[]
  }[]
}

describe.each(Object.entries(charts))('%s over the years', (_, model) => {
  test('has hollow points where the denominator is small, and says so at the point', () => {
    const { series } = model.option as unknown as Drawn
    const [line] = series
    const fills = line?.data.map((point) => point.itemStyle?.color)
    expect(fills).toEqual([plainTheme.surface, undefined])
    expect(model.tip([{ series: 0, data: 0 }])?.notes).toContain(
      '空心点的分母小于 30，高低多半出于偶然',
    )
    expect(model.tip([{ series: 0, data: 1 }])?.notes).toEqual([])
  })
})

test('a chart tells what hollow points are only where it has some', () => {
  expect(hollowNote(facet, [0], [0, 1])).toContain('分母小于 30')
  expect(hollowNote(facet, [0], [1])).toBe('')
})

test.each([
  [[100, 10], '{name|甲县}{last|50.00% ? 分母小}'],
  [[10, 100], '{name|甲县}{last|50.00% ?}'],
])(
  'above a small chart stands whether its latest rate is over few cases: %j',
  (processed, text) => {
    const { title } = multiplesChart({ ...halfOf(processed), columns: 1 }).option as unknown as {
      readonly title: readonly { readonly text: string }[]
    }
    expect(title[0]?.text).toBe(text)
  },
)
