import { describe, expect, test } from 'vitest'
import { chartBreaks } from '@/charts/breaks'
import type { ChartModel } from '@/charts/chartModel'
import { facetOf } from '@/charts/facets'
import { trendChart } from '@/charts/trendChart'
import type { Asked, WrittenReport } from './answers'
import { answerTo } from './answers'
import { plainTheme } from './theme'

interface DrawnSeries {
  readonly name: string
  readonly data: readonly (
    | [number, number | null]
    | { readonly value: [number, number | null]; readonly label: { readonly formatter: string } }
  )[]
  readonly markLine?: { readonly data: readonly unknown[] }
}

function draw(
  items: readonly string[],
  asked: Omit<Asked, 'items'>,
  reports: readonly WrittenReport[],
  scale: 'linear' | 'log' = 'linear',
): ChartModel {
  const answer = answerTo({ items, ...asked }, reports)
  const units = answer.units.map((_, unit) => unit)
  return trendChart({
    answer,
    facet: facetOf(answer, '图', items),
    units,
    scale,
    breaks: chartBreaks(answer, items, units),
    theme: plainTheme,
    width: 600,
    height: 300,
    description: '',
  })
}

function series(model: ChartModel): readonly DrawnSeries[] {
  return model.option.series as unknown as DrawnSeries[]
}

function points(drawn: DrawnSeries | undefined): readonly (readonly [number, number | null])[] {
  return (drawn?.data ?? []).map((point) => ('value' in point ? point.value : point))
}

const licences = (unit: string, year: number, value: number | 'blank'): WrittenReport => ({
  unit,
  year,
  edition: year < 2021 ? '2019' : '2021',
  figures: { 'licensing.decisions': value },
})

describe('a trend', () => {
  const reports = [
    licences('990101', 2019, 100),
    licences('990101', 2020, 0),
    licences('990101', 2022, 120),
    licences('990102', 2021, 'blank'),
    licences('990102', 2022, 50),
  ]
  const asked = { units: ['990101', '990102'], years: [2019, 2022] as const }

  test('has a gap where there is no number, and a point where there is a 0', () => {
    const drawn = series(draw(['licensing.decisions'], asked, reports))

    expect(drawn.map(({ name }) => name)).toEqual(['甲县', '乙县'])
    expect(points(drawn[0])).toEqual([
      [2019, 100],
      [2020, 0],
      [2021, null],
      [2022, 120],
    ])
    expect(points(drawn[1]).map(([, value]) => value)).toEqual([null, null, null, 50])
  })

  test('never joins over a gap', () => {
    const drawn = draw(['licensing.decisions'], asked, reports).option.series as readonly {
      readonly connectNulls: boolean
    }[]

    expect(drawn.map(({ connectNulls }) => connectNulls)).toEqual([false, false])
  })

  test('on the logarithmic axis 0 stands at 0 and 100 three steps above', () => {
    const [first] = series(draw(['licensing.decisions'], asked, reports, 'log'))

    expect(points(first).slice(0, 2)).toEqual([
      [2019, 3],
      [2020, 0],
    ])
  })

  test('says beside the pointer the exact number, or why there is none', () => {
    const tip = draw(['licensing.decisions'], asked, reports).tip([{ series: 0, data: 2 }])

    expect(tip?.title).toBe('2021 年 · 图')
    expect(tip?.rows.map(({ label, text, missing }) => [label, text, missing])).toEqual([
      ['甲县', '未报：没有该年度的年报', true],
      ['乙县', '空：年报此格没有填写', true],
    ])
  })

  test('a point leads to its figure', () => {
    const model = draw(['licensing.decisions'], asked, reports)

    expect(model.target({ series: 1, data: 3 })).toEqual({
      unit: 'cn:990102',
      year: 2022,
      item: 'licensing.decisions',
    })
    expect(model.target({ series: 9, data: 0 })).toBeNull()
  })

  test('names its lines at their ends', () => {
    const drawn = series(draw(['licensing.decisions'], asked, reports))
    const labels = drawn.map(({ data }) =>
      data.flatMap((point) => ('label' in point ? [[point.value[0], point.label.formatter]] : [])),
    )

    expect(labels).toEqual([[[2022, '甲县']], [[2022, '乙县']]])
  })

  test('marks what is approximate', () => {
    const [drawn] = series(
      draw(['prose.published.website'], { units: ['990101'], years: [2022, 2023] }, [
        { unit: '990101', year: 2022, figures: { 'prose.published.website': { about: 10_000 } } },
        { unit: '990101', year: 2023, figures: { 'prose.published.website': 9000 } },
      ]),
    )

    expect(drawn?.data).toMatchObject([
      { value: [2022, 10_000], label: { formatter: '约' } },
      [2023, 9000],
    ])
  })
})

describe('figures of which one followed the other', () => {
  const stock = ['normativeDocuments.inForce', 'normativeDocuments.publishedTotal']
  const reports: readonly WrittenReport[] = [
    { unit: '990101', year: 2020, edition: '2019', figures: { [String(stock[1])]: 300 } },
    { unit: '990101', year: 2021, edition: '2021', figures: { [String(stock[0])]: 90 } },
    { unit: '990101', year: 2022, edition: '2021', figures: { [String(stock[0])]: 95 } },
  ]
  const model = draw(stock, { units: ['990101'], years: [2020, 2022] }, reports)

  test('are lines of their own, with the break between them', () => {
    const drawn = series(model)

    expect(drawn.map((line) => points(line).map(([, value]) => value))).toEqual([
      [null, 90, 95],
      [300, null, null],
    ])
    expect(drawn[0]?.markLine?.data).toEqual([{ name: '2021 新表样', xAxis: 2020.5 }])
    expect(drawn[1]?.markLine).toBeUndefined()
  })

  test('speak only of the figure that the year has', () => {
    const labels = (year: number) => model.tip([{ series: 0, data: year }])?.rows

    expect(labels(0)).toHaveLength(1)
    expect(labels(0)?.[0]).toMatchObject({ text: '300 件' })
    expect(labels(1)?.[0]).toMatchObject({ text: '90 件' })
  })
})
