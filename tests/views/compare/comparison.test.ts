import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { askMatrix } from '@/analysis/matrix'
import { exampleSample, generateSample } from '@/data/sample'
import type { Sample } from '@/data/sample'
import type { Cell, Report } from '@/domain/report'
import { layoutOf, questionOf } from '@/views/compare/asking'
import type { Comparison } from '@/views/compare/cards'
import { comparisonOf } from '@/views/compare/comparison'
import { parseViewState } from '@/views/compare/viewState'
import type { ViewName } from '@/wording/viewNames'
import { plainTheme } from '../../charts/theme'
import { foldReports } from '../../foldReports'
import { contextOf, surroundingsOf } from '../surroundings'

/** A view of these reports under an address, as the page makes it. */
function show(
  reports: readonly Report[],
  view: ViewName,
  query: Readonly<Record<string, string>> = {},
  height: number | null = null,
): Comparison {
  const state = parseViewState(view, query)
  const layout = layoutOf(state, surroundingsOf(reports))
  const answer = askMatrix(foldReports(reports), questionOf(state, layout), contextOf(reports))
  return comparisonOf({
    state,
    layout,
    answer,
    rollUps: [],
    theme: plainTheme,
    frame: { width: 80, height },
  })
}

function rowOf({ table }: Comparison, name: string): readonly string[] {
  for (let index = 0; index < table.text.rows; index++) {
    const { header, cells } = table.text.row(index)
    if (header === name) return cells.map(({ text }) => text)
  }
  throw new Error(`no row ${name}`)
}

interface Written {
  readonly unit: { readonly code: string; readonly name: string }
  readonly year: number
  readonly edition: '2019' | '2021'
  readonly values: Readonly<Record<string, number | null>>
  readonly states?: Readonly<Record<string, 'blank' | 'notApplicable' | 'unreadable'>>
}

/** The real reports that come with the program. */
function realReports(): readonly Report[] {
  const file = JSON.parse(readFileSync('src/engine/samples/real.json', 'utf8')) as {
    readonly reports: readonly Written[]
  }
  return file.reports.map(({ unit, year, edition, values, states }) => ({
    unit: { code: unit.code, name: unit.name.replace('人民政府', '').replace('淮安市', '') },
    year,
    scope: 'whole',
    edition,
    cells: new Map(
      Object.entries(values).map(([id, value]): [string, Cell] => [
        id,
        value === null
          ? { kind: states?.[id] ?? 'blank' }
          : { kind: 'value', value, approximate: false },
      ]),
    ),
  }))
}

describe('the real reports of 2023', () => {
  const reports = realReports()
  const in2023 = { mode: 'year', year: '2023' }

  test('汉阴县: its fee to the last digit, and no rate, as its 总计 is unknown', () => {
    expect(rowOf(show(reports, 'fees', in2023), '汉阴县')[0]).toBe('1,077.892534')
    expect(rowOf(show(reports, 'outcomes', { ...in2023, subject: 'rates' }), '汉阴县')[0]).toBe(
      '不可计算',
    )
  })

  test('汉阴县: a named gap among the outcomes, never a bar', () => {
    const { cards, table } = show(reports, 'outcomes', in2023)
    const { yAxis, series } = cards[0]?.model.option as unknown as {
      readonly yAxis: { readonly data: readonly string[] }
      readonly series: readonly {
        readonly data: readonly { readonly value: readonly (number | null)[] }[]
        readonly markPoint?: { readonly data: readonly { readonly name: string }[] }
      }[]
    }
    const row = yAxis.data.findIndex((name) => name.startsWith('汉阴县'))

    expect(series.map(({ data }) => data[row]?.value[0])).toEqual(Array(6).fill(null))
    expect(series[0]?.markPoint?.data).toContainEqual({
      name: '办理结果总计：空',
      coord: [0, row],
    })
    expect(table.text.caption).toContain('2023 年')
  })

  test('洪泽区: its single row of other outcomes is not taken apart', () => {
    const row = rowOf(show(reports, 'outcomes', { ...in2023, subject: 'other' }), '洪泽区')

    expect(row.slice(1, 4)).toEqual(['未列', '未列', '未列'])
  })
})

describe('the example city', () => {
  // 澄砚县 (990128) became 澄砚市 (990181): one unit, as the import finds.
  const reports = exampleSample().reports.map((report) =>
    report.unit.code === '990128'
      ? { ...report, unit: { code: '990181', name: '澄砚市' } }
      : report,
  )

  test('disclosure over the years has no stock line across the break', () => {
    const { cards } = show(reports, 'disclosure')
    const stock = cards.find(({ title }) => title.startsWith('现行有效'))
    const { series } = stock?.model.option as unknown as {
      readonly series: readonly { readonly data: readonly unknown[] }[]
    }

    expect(series).toHaveLength(24)
    expect(stock?.note).toBe('2025 年合计 1,381 件（12/12）')
  })

  test('a missing report is a gap in the chart, words in the table, and named in the sum', () => {
    const view = show(reports, 'enforcement', { mode: 'year', year: '2022' })

    expect(rowOf(view, '汀榆县')).toEqual(['未报', '未报', '未报'])
    expect(view.cards[0]?.note).toContain('2022 年合计 210,263 件（11/12，缺：汀榆县）')
  })

  test('a logarithmic axis says that it is one, and a linear one nothing', () => {
    const noteOf = (query: Readonly<Record<string, string>>) =>
      show(reports, 'enforcement', query).cards[0]?.note ?? ''

    expect(noteOf({ mode: 'year' })).toContain('对数轴，条的长短不与数成正比')
    expect(noteOf({ mode: 'trend' })).toContain('对数轴，等距是等倍')
    expect(noteOf({ mode: 'year', scale: 'linear' })).not.toContain('对数')
  })

  test('a number that its report contradicts has a sign of doubt, others have none', () => {
    const { table } = show(reports, 'outcomes', { mode: 'year', year: '2022' })
    const rows = Array.from({ length: table.text.rows }, (_, index) => table.text.row(index))
    const doubted = rows.filter(({ cells }) => cells.some(({ sign }) => sign !== ''))

    // The sum bears the worst of what it is made of.
    expect(doubted.map(({ header }) => header)).toEqual(['合计', '砚岭县'])
    for (const { cells } of doubted) {
      expect(cells[1]).toMatchObject({ sign: '≠', missing: false })
      expect(cells[1]?.note).toContain('勾稽不平')
    }
  })

  test('只看可信 leaves the doubted number out of the bars, the table and the sum, and says so', () => {
    const query = { mode: 'year', year: '2022' }
    const all = show(reports, 'outcomes', query)
    const trusted = show(reports, 'outcomes', { ...query, checks: 'trusted' })

    expect(rowOf(all, '砚岭县')[1]).toMatch(/^\d/)
    expect(rowOf(trusted, '砚岭县')[1]).toBe('不平未计')
    expect(rowOf(all, '合计')[0]).toContain('（11/12）')
    expect(rowOf(trusted, '合计')[0]).toContain('（10/12）')
    expect(trusted.cards[0]?.note).toContain('不平或不可判未计：砚岭县')
    expect(trusted.table.text.row(0).cells.map(({ sign }) => sign)).not.toContain('≠')
  })

  test('a rate has its counts beside it', () => {
    const row = rowOf(show(reports, 'outcomes', { subject: 'rates', mode: 'year' }), '松屿县')

    expect(row[0]).toBe('50.68%（37/73）')
  })

  test('the first fee of all has no change, in words', () => {
    const row = rowOf(show(reports, 'fees', { years: '2021-2022' }), '白芷县')

    expect(row).toEqual(['6,195.42365', '4,823.9587', '不可比', '-22.14%'])
  })

  test('chart and table have the same units in the same order', () => {
    const { cards, table } = show(reports, 'enforcement', { mode: 'year', sort: 'value' })
    const { yAxis } = cards[0]?.model.option as unknown as {
      readonly yAxis: { readonly data: readonly string[] }
    }
    const rows = Array.from({ length: table.text.rows }, (_, index) => table.text.row(index).header)

    expect(yAxis.data).toEqual(rows.slice(1))
  })

  test('figures that the years do not have are named, not drawn', () => {
    const { cards, empty } = show(reports, 'disclosure', { years: '2021-2025' })

    expect(cards.map(({ title }) => title)).toEqual([
      '本年制发（件）',
      '本年废止（件）',
      '现行有效｜对外公开总数（件）',
    ])
    expect(empty).toEqual(['本年新公开·2019 表样'])
  })
})

describe('a hundred and ten counties', () => {
  const sample: Sample = generateSample({ counties: 110, years: [2023, 2025] }, 7)

  test('are small charts, a page at a time, and all of them in the table', () => {
    const view = show(sample.reports, 'enforcement', { page: '4' })

    expect([view.pages, view.page, view.drawn.units]).toEqual([5, 4, [97, 110, 110]])
    expect(view.cards).toHaveLength(1)
    expect(view.table.text.rows).toBe(111)
  })

  test('keep one scale on every page', () => {
    const axes = ['0', '5'].map((page) => {
      const { cards } = show(sample.reports, 'fees', { mode: 'year', page })
      const { xAxis } = cards[0]?.model.option as unknown as {
        readonly xAxis: { readonly max: number }
      }
      return xAxis.max
    })

    expect(new Set(axes).size).toBe(1)
  })

  test('on the wall are as many as the height holds', () => {
    const { drawn } = show(sample.reports, 'enforcement', { mode: 'year' }, 30)

    expect(drawn).toEqual({ units: [1, 15, 110], figures: [1, 3, 3] })
  })

  test('figures too many for the wall are shown a few at a time, with all their units', () => {
    const rates = { mode: 'year', subject: 'rates' }
    const first = show(sample.reports, 'outcomes', rates, 30)
    const last = show(sample.reports, 'outcomes', { ...rates, page: '99' }, 30)

    expect(first.drawn).toEqual({ units: [1, 15, 110], figures: [1, 3, 8] })
    expect(last.drawn).toEqual({ units: [106, 110, 110], figures: [7, 8, 8] })
    expect([last.page, last.pages]).toEqual([23, 24])
    expect(last.cards.map(({ title }) => title)).toEqual(['其他处理率（%）', '结转率（%）'])
  })

  test('a page beyond the last is the last', () => {
    expect(show(sample.reports, 'enforcement', { mode: 'year', page: '99' }).drawn.units).toEqual([
      101, 110, 110,
    ])
  })
})
