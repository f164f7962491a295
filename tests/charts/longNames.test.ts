import { describe, expect, test } from 'vitest'
import type { MatrixAnswer } from '@/analysis/answer'
import { standingsOf } from '@/analysis/standings'
import { answerCell } from '@/analysis/answerCell'
import { bumpChart } from '@/charts/bumpChart'
import type { ChartModel } from '@/charts/chartModel'
import { facetOf } from '@/charts/facets'
import { yearHeatChart } from '@/charts/heatChart'
import { textWidth } from '@/charts/legend'
import { multiplesChart } from '@/charts/multiplesChart'
import { trendChart } from '@/charts/trendChart'
import { latestText, numberText } from '@/wording/answers'
import { answerTo } from './answers'
import { plainTheme } from './theme'

const item = 'rate.disclosed'
const years = [2022, 2023] as const
const LONG = '望云岭彝族傣族佤族自治县'

/** Fictional counties, each with a name of twelve characters; half of all requests are granted. */
function counties(count: number): MatrixAnswer {
  const units = Array.from({ length: count }, (_, at) => String(990101 + at))
  const figures = {
    'requests.granted.total': 50,
    'requests.partial.total': 0,
    'requests.processed.total': 100,
  }
  const answer = answerTo(
    { items: [item], units, years: [...years] },
    units.flatMap((unit) => years.map((year) => ({ unit, year, figures }))),
  )
  const named = answer.units.map((unit, at) => ({ ...unit, name: `${LONG.slice(0, 10)}${at}县` }))
  return { ...answer, units: named }
}

function drawing(count: number, width: number) {
  const answer = counties(count)
  return {
    answer,
    facet: facetOf(answer, '公开率', [item]),
    units: [...answer.units.keys()],
    breaks: [],
    focus: null,
    scale: 'linear' as const,
    theme: plainTheme,
    width,
    height: 400,
    description: '',
  }
}

interface Drawn {
  readonly title: readonly { readonly text: string; readonly left: string }[]
  readonly grid: { readonly right: number }
  readonly series: readonly {
    readonly lineStyle: { readonly width: number; readonly opacity: number }
    readonly data: readonly {
      readonly label?: { readonly width: number; readonly formatter: string }
    }[]
    renderItem(
      at: { readonly dataIndex: number },
      api: object,
    ): { readonly style: { readonly text?: string } }
  }[]
}

function drawn({ option }: ChartModel): Drawn {
  return option as unknown as Drawn
}

describe('a name of twelve characters', () => {
  test.each([
    [24, 4, 900],
    [24, 6, 600],
    [2, 4, 600],
  ])(
    'runs into no other above %i small charts, %i asked beside each other',
    (count, columns, width) => {
      const { title } = drawn(multiplesChart({ ...drawing(count, width), columns }))
      const lefts = [...new Set(title.map(({ left }) => parseFloat(left)))].toSorted(
        (a, b) => a - b,
      )
      const room = ((lefts[1] ?? 100) - (lefts[0] ?? 0)) * (width / 100)
      for (const { text } of title) {
        const [, name = '', latest = ''] = /^\{name\|(.*)\}\{last\|(.*)\}$/u.exec(text) ?? []
        expect(16 * (0.8 * textWidth(name) + 0.75 * textWidth(latest))).toBeLessThan(room)
      }
    },
  )

  test('stands in full beside two small charts', () => {
    const { title } = drawn(multiplesChart({ ...drawing(2, 600), columns: 4 }))
    expect(title[0]?.text).toContain(`${LONG.slice(0, 10)}0县`)
  })

  test.each([450, 300])('stands apart at the end of a line of a chart of %i pixels', (width) => {
    const { series, grid } = drawn(trendChart(drawing(3, width)))
    const all = series.flatMap(({ data }) => data.flatMap(({ label }) => label?.formatter ?? []))
    const texts = all.filter((text) => text.includes('县'))

    expect(new Set(texts).size).toBe(3)
    // Signs stand behind a name, cut or not.
    for (const text of texts)
      expect(text).toMatch(width === 450 ? /^[^…]{10}\d县 \?$/u : /…族?.?\d县 \?$/u)
    for (const text of texts) expect(grid.right).toBeGreaterThan(12 * textWidth(text))
  })

  test('has room at the end of a line of ranks', () => {
    const input = drawing(3, 900)
    const standings = years.map((_, year) =>
      standingsOf(
        input.units.map((unit) => answerCell(input.answer, item, unit, year)),
        null,
      ),
    )
    const { series, grid } = drawn(bumpChart({ ...input, standings }))
    const widths = series.flatMap(({ data }) => data.flatMap(({ label }) => label?.width ?? []))

    expect(Math.min(...widths)).toBeGreaterThan(12 * 12)
    expect(grid.right).toBeGreaterThan(textWidth(LONG) * 12)
  })
})

describe('more lines than can be told apart', () => {
  const { grid, series } = drawn(trendChart(drawing(110, 1200)))

  test('leave no room for names that are not there', () => {
    expect(grid.right).toBeLessThan(2 * 16)
  })

  test('are thin and faint', () => {
    const [few] = drawn(trendChart(drawing(3, 1200))).series
    expect(series[0]?.lineStyle.width).toBeLessThan(few?.lineStyle.width ?? 0)
    expect(series[0]?.lineStyle.opacity).toBeLessThan(0.5)
  })
})

test('a rate in a cell of the heat map is written as in the table', () => {
  const input = drawing(3, 1200)
  const cell = answerCell(input.answer, item, 0, 0)
  const api = { value: () => 0, coord: () => [0, 0], size: () => [90, 20] }
  const model = yearHeatChart({ ...input, years: [0, 1], all: input.units })
  const [cells] = drawn(model).series
  const shapes = cells?.data.map((_, dataIndex) => cells.renderItem({ dataIndex }, api))
  const texts = shapes?.flatMap(({ style }) => style.text?.split('\n') ?? [])

  expect(texts).toContain('50.00% ?')
  expect(latestText(cell, input.facet)).toBe(numberText(cell.value, input.facet))
})
