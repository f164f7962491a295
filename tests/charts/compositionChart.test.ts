import { describe, expect, test } from 'vitest'
import type { CompositionBar } from '@/charts/compositionChart'
import { compositionRows, compositionYears } from '@/charts/compositionChart'
import { plainTheme } from './theme'

const spec = {
  whole: { item: 'whole', label: '总计' },
  parts: [
    { item: 'a', label: '甲类' },
    { item: 'b', label: '乙类' },
    { item: 'c', label: '未分项', undivided: true },
  ],
} as const

const bars: readonly CompositionBar[] = [
  {
    label: '甲县',
    composed: {
      kind: 'whole',
      whole: 40,
      parts: [30, 10, null],
      sum: 40,
      doubt: { approximate: false, corrected: false, check: 'passed' },
    },
    target: { unit: 'cn:990101', year: 2023 },
    note: '',
  },
  {
    label: '乙县',
    composed: { kind: 'gap', reason: '总计：空' },
    target: { unit: 'cn:990102', year: 2023 },
    note: '',
  },
  {
    label: '丙县',
    composed: {
      kind: 'whole',
      whole: 40,
      parts: [30, 12, null],
      sum: 42,
      doubt: { approximate: false, corrected: false, check: 'failed' },
    },
    target: null,
    note: '11/12',
  },
]
const input = {
  spec,
  bars,
  shape: 'share' as const,
  measureUnit: '件',
  theme: plainTheme,
  width: 800,
  description: '',
}

describe('what stands under a column', () => {
  const years = Array.from({ length: 18 }, (_, at) => 2008 + at)
  const columns = years.map(() => bars[2]).filter((bar) => bar !== undefined)
  const labels = (width: number) => {
    const { option } = compositionYears({ ...input, bars: columns, years, breaks: [], width })
    return (option as unknown as { xAxis: { axisLabel: Labels } }).xAxis.axisLabel
  }

  test('is small enough not to run into the next', () => {
    const size = (width: number) => labels(width).rich.size.fontSize
    // 11/12 is 3 full-width characters wide.
    expect(size(600)).toBeLessThanOrEqual(600 / 18 / 3)
    expect(size(2400)).toBeGreaterThan(size(600))
    expect(size(4800)).toBe(size(2400))
  })

  test('has its year as large as a year may be there, for the back row', () => {
    const { rich, formatter } = labels(800)
    expect(rich.year.fontSize).toBeGreaterThan(rich.size.fontSize)
    expect(2.4 * rich.year.fontSize).toBeLessThan(800 / 18)
    expect(formatter(2025)).toBe('{year|2025}\n{size|40 ≠}\n{size|11/12}')
  })
})

interface Labels {
  readonly rich: Readonly<Record<'year' | 'size', { readonly fontSize: number }>>
  readonly formatter: (year: number) => string
}

interface Drawn {
  readonly yAxis: { readonly data: readonly string[] }
  readonly xAxis: { readonly max: number }
  readonly legend: { readonly data: readonly string[] }
  readonly series: readonly {
    readonly name: string
    readonly data: readonly { readonly value: readonly (number | null)[] }[]
    readonly markPoint?: { readonly data: readonly unknown[] }
    readonly markLine?: { readonly data: readonly unknown[] }
  }[]
}

function drawn(option: unknown): Drawn {
  return option as Drawn
}

describe('parts of a whole, a bar a unit', () => {
  const model = compositionRows(input)
  const { yAxis, xAxis, legend, series } = drawn(model.option)

  test('are per cent of the whole, and nothing where the whole is unknown', () => {
    expect(series.map(({ name, data }) => [name, data.map(({ value }) => value[0])])).toEqual([
      ['甲类', [75, null, 75]],
      ['乙类', [25, null, 30]],
    ])
  })

  test('name the gap and its reason', () => {
    expect(series[0]?.markPoint?.data).toEqual([{ name: '总计：空', coord: [0, 1] }])
  })

  test('say how many they are of, and where they do not add up', () => {
    expect(yAxis.data).toEqual(['甲县 40', '乙县', '丙县 40 ≠（11/12）'])
    expect(xAxis.max).toBe(105)
    expect(model.tip([{ series: 0, data: 2 }])?.notes).toEqual(['不平：各项之和 42 ≠ 总计 40 件'])
  })

  test('leave out an undivided part that nobody has', () => {
    expect(legend.data).toEqual(['甲类', '乙类'])
  })

  test('have counts and shares beside the pointer', () => {
    expect(model.tip([{ series: 0, data: 0 }])).toMatchObject({
      title: '甲县',
      rows: [
        { label: '甲类', text: '30 件  75.00%' },
        { label: '乙类', text: '10 件  25.00%' },
      ],
      notes: ['总计 40 件'],
    })
  })

  test('lead to the figure of a unit, and nowhere for a sum', () => {
    expect(model.target({ series: 1, data: 0 })).toEqual({
      unit: 'cn:990101',
      year: 2023,
      item: 'b',
    })
    expect(model.target({ series: 1, data: 2 })).toBeNull()
  })

  test('can be the numbers themselves', () => {
    const counts = drawn(compositionRows({ ...input, shape: 'count' }).option)

    expect(counts.series[0]?.data.map(({ value }) => value[0])).toEqual([30, null, 30])
    expect(counts.xAxis.max).toBe(60)
  })
})

test('over the years they stand at their year, with the breaks between', () => {
  const years = [2019, 2020, 2021]
  const breaks = [{ after: 2020, name: '2021 新表样' }]
  const { series } = drawn(compositionYears({ ...input, years, breaks }).option)

  expect(series[0]?.data.map(({ value }) => value)).toEqual([
    [2019, 75],
    [2020, null],
    [2021, 75],
  ])
  expect(series[0]?.markLine?.data).toEqual([{ name: '2021 新表样', xAxis: 2020.5 }])
})
