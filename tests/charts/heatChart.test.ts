import { describe, expect, test } from 'vitest'
import type { ChartModel } from '@/charts/chartModel'
import { facetIn } from '@/charts/figureModes'
import { figureHeatChart, yearHeatChart } from '@/charts/heatChart'
import { heatScale } from '@/charts/heatColours'
import { inkOn } from '@/charts/theme'
import { answerTo } from './answers'
import { plainTheme } from './theme'

const rate = 'rate.disclosed'
const codes = ['990101', '990102', '990103']

/** Of each unit in 2022 and 2023: granted and processed. */
const counts = [
  [20, 100, 60, 120],
  [50, 100, 30, 100],
  [5, 10, 80, 100],
]
const reports = codes.flatMap((unit, at) =>
  [0, 1].map((year) => ({
    unit,
    year: 2022 + year,
    figures: {
      'requests.granted.total': counts[at]?.[2 * year] ?? 0,
      'requests.partial.total': 0,
      'requests.processed.total': counts[at]?.[2 * year + 1] ?? 0,
    },
  })),
)
const answer = answerTo({ items: [rate], units: codes, years: [2022, 2023] }, reports)
const units = answer.units.map((_, unit) => unit)

/** Where on the axes a heat map paints a cell, in order. */
function cellsPaintedBy({ option }: ChartModel): readonly string[] {
  const [width, height] = [100, 20]
  const api = {
    coord: ([x = 0, y = 0]: number[]) => [x * width, y * height],
    size: () => [width, height],
  }
  const [cells] = option.series as unknown as readonly PaintedSeries[]
  const paths = cells?.data.flatMap((_, dataIndex) => {
    const { shape } = cells.renderItem({ dataIndex }, api)
    return shape ? [...shape.pathData.matchAll(/M([\d.-]+) ([\d.-]+)h([\d.]+)v([\d.]+)/gu)] : []
  })
  const middles = paths?.map((path) => {
    const [left = 0, top = 0, across = 0, down = 0] = path.slice(1).map(Number)
    return `${(left + across / 2) / width} ${(top + down / 2) / height}`
  })
  return middles?.toSorted() ?? []
}

interface PaintedSeries {
  readonly data: readonly unknown[]
  renderItem(
    at: { readonly dataIndex: number },
    api: object,
  ): {
    readonly shape?: { readonly pathData: string }
    readonly style: { readonly text?: string; readonly fontSize?: number }
  }
}

describe('a heat map', () => {
  const input = {
    ...{ answer, facet: facetIn(answer, rate, 'value', 0), units, all: units, theme: plainTheme },
    ...{ scale: 'linear' as const, focus: null, breaks: [], width: 800, description: '' },
  }
  const model = yearHeatChart({ ...input, years: [0, 1] })

  test('has a cell for every unit and year, and each leads to its figure', () => {
    const years = [2022, 2023].flatMap((year) => units.map((row) => `${year} ${row}`))
    expect(cellsPaintedBy(model)).toEqual(years)
    expect(model.target({ series: 0, data: 0, at: [2023.2, 1] })).toEqual({
      unit: 'cn:990102',
      year: 2023,
      item: rate,
    })
    expect(model.unit?.({ series: 0, data: 0, at: [2021.9, 2] })).toBe('cn:990103')
    expect(model.target({ series: 0, data: 0, at: [2024, 1] })).toBeNull()
    expect(model.target({ series: 0, data: 0 })).toBeNull()
  })

  test('of figures leads from each to its own', () => {
    const figures = figureHeatChart({ ...input, facets: [input.facet, input.facet], year: 1 })
    const at = (x: number) => figures.target({ series: 0, data: 0, at: [x, 2] })
    const columns = [0, 1].flatMap((column) => units.map((row) => `${column} ${row}`))
    expect(cellsPaintedBy(figures)).toEqual(columns)
    expect(at(1)).toEqual({ unit: 'cn:990103', year: 2023, item: rate })
    expect(at(2)).toBeNull()
  })

  test('gives no colour to a rate over few cases, and says so', () => {
    expect(model.tip([{ series: 0, data: 0, at: [2022, 2] }])?.notes).toEqual([
      '分母小于 30，不上色',
    ])
    expect(model.tip([{ series: 0, data: 0, at: [2023, 2] }])?.notes).toEqual([])
  })

  test('writes its numbers a little smaller where so all of them have room', () => {
    const texts = (width: number) => {
      const api = { coord: () => [0, 0], size: () => [width, 20] }
      const [cells] = model.option.series as unknown as readonly PaintedSeries[]
      const styles = cells?.data.map((_, dataIndex) => cells.renderItem({ dataIndex }, api).style)
      return styles?.flatMap(({ text, fontSize }) =>
        text === undefined ? [] : [{ text, fontSize }],
      )
    }
    const [wide, narrow] = [texts(100), texts(53)]
    expect(narrow?.map(({ text }) => text)).toEqual(wide?.map(({ text }) => text))
    expect(new Set(narrow?.map(({ fontSize }) => fontSize)).size).toBe(1)
    expect(narrow?.[0]?.fontSize).toBeLessThan(wide?.[0]?.fontSize ?? 0)
  })

  test('has steps of colour that are in order without their hue, with readable numbers', () => {
    const { colour } = heatScale([0, 70], false, plainTheme)
    const steps = [0, 10, 20, 30, 40, 50, 60].map((value) => colour(value + 5))
    const lightness = steps.map(greyOf)
    expect(lightness).toEqual(lightness.toSorted((a, b) => b - a))
    expect(new Set(lightness).size).toBe(7)
    for (const step of steps) expect(contrast(step, inkOn(step))).toBeGreaterThan(4.5)
  })

  test('has colours around no change for changes', () => {
    const { least, most, colour } = heatScale([-10, 50, NaN], true, plainTheme)
    expect([least, most]).toEqual([-50, 50])
    expect(colour(0)).toBe('#f1efea')
    expect(colour(-50)).not.toBe(colour(50))
  })
})

function greyOf(colour: string): number {
  return Math.round(255 * luminance(colour))
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
}
