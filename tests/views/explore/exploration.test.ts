import { describe, expect, test } from 'vitest'
import { askMatrix } from '@/analysis/matrix'
import { generateSample } from '@/data/sample'
import type { Cell, Report } from '@/domain/report'
import type { Comparison } from '@/views/compare/cards'
import { exploreFacts } from '@/views/explore/exploreFacts'
import { explorationOf } from '@/views/explore/explorationOf'
import { exploreLayout, exploreQuestion, heldQuestion } from '@/views/explore/exploreLayout'
import { parseExploration } from '@/views/explore/exploreState'
import { exploreForms } from '@/wording/exploreForms'
import { plainTheme } from '../../charts/theme'
import { foldReports } from '../../foldReports'
import { contextOf, surroundingsOf } from '../surroundings'

/** An exploration of these reports under an address, as the page makes it. */
function show(
  reports: readonly Report[],
  query: Readonly<Record<string, string | string[]>>,
  height: number | null = null,
): Comparison {
  const state = parseExploration(query)
  const layout = exploreLayout(state, surroundingsOf(reports))
  const answer = askMatrix(foldReports(reports), exploreQuestion(state, layout), contextOf(reports))
  const overYears = heldQuestion(state, layout)
  const held = overYears && askMatrix(foldReports(reports), overYears, contextOf(reports))
  const frame = { width: 75, height }
  return explorationOf({ state, layout, answer, held, theme: plainTheme, frame })
}

function rowsOf({ table }: Comparison): Record<string, readonly string[]> {
  return Object.fromEntries(
    Array.from({ length: table.text.rows }, (_, index) => {
      const { header, cells } = table.text.row(index)
      return [header, cells.map(({ text }) => text)]
    }),
  )
}

type Figures = Readonly<Record<string, number | 'blank'>>

function report(code: string, year: number, figures: Figures): Report {
  const cells = Object.entries(figures).map(([id, written]): [string, Cell] => [
    id,
    written === 'blank' ? { kind: 'blank' } : { kind: 'value', value: written, approximate: false },
  ])
  const name = `县${code.slice(-2)}`
  return {
    unit: { code, name },
    year,
    scope: 'whole',
    edition: '2021',
    cells: new Map(cells),
  }
}

function disclosed(code: string, year: number, granted: number, processed: number): Report {
  return report(code, year, {
    'requests.granted.total': granted,
    'requests.partial.total': 0,
    'requests.processed.total': processed,
  })
}

const counties = [
  disclosed('990101', 2023, 90, 100),
  disclosed('990102', 2023, 55, 100),
  disclosed('990103', 2023, 50, 100),
  disclosed('990104', 2023, 5, 5),
  report('990105', 2023, { 'requests.processed.total': 'blank' }),
]

describe('ranks over the years on the wall', () => {
  const reports = [2024, 2025].flatMap((year) =>
    Array.from({ length: 40 }, (_, at) => disclosed(String(990_101 + at), year, at, 100)),
  )
  const ranksOf = (count: number, height: number | null) =>
    show(
      reports.filter(({ unit }) => Number(unit.code) < 990_101 + count),
      { form: 'bump', units: 'all' },
      height,
    )

  test('come a dozen at a time where not all have room', () => {
    expect(ranksOf(40, 24).pages).toBe(4)
    expect(ranksOf(12, 24).pages).toBe(1)
    expect(ranksOf(40, null).pages).toBe(1)
  })

  test('are drawn from the best to the worst of those shown, their names apart', () => {
    const { yAxis, series } = ranksOf(40, 24).cards[0]?.model.option as unknown as {
      yAxis: { min: number; max: number }
      series: { data: { label?: { offset: [number, number] } }[] }[]
    }
    expect([yAxis.min, yAxis.max]).toEqual([0.5, 12.5])
    const offsets = series.map(({ data }) => data.at(-1)?.label?.offset[1] ?? NaN)
    expect(offsets).toHaveLength(12)
    expect(offsets.every((offset) => Number.isFinite(offset))).toBe(true)
  })
})

describe('a ranking', () => {
  test('gives ranks with their ranges, and lists apart who is not ranked and why', () => {
    const rows = rowsOf(show(counties, { form: 'ranking' }))
    expect(rows).toEqual({
      县01: ['1', '90.00%（90/100）', '82.56%–94.48%', '第 1 名，与其他单位可区分'],
      县02: ['2', '55.00%（55/100）', '45.24%–64.39%', '第 2–3 名，随机波动内不可区分'],
      县03: ['3', '50.00%（50/100）', '40.38%–59.62%', '第 2–3 名，随机波动内不可区分'],
      县04: ['分母小于 30，不排名', '100.00%（5/5）', '56.55%–100.00%', ''],
      县05: ['无数，不排名', '不可计算', '', ''],
    })
  })

  test('says who is not ranked beside the chart', () => {
    const [card] = show(counties, { form: 'ranking', lines: 'weightedMean,median' }).cards
    expect(card?.note).toContain('分母小于 30、不排名：县04')
    expect(card?.note).toContain('没有数、不排名：县05')
    expect(card?.note).toContain('加权平均 65.57%（n = 4）')
    expect(card?.note).toContain('中位数 72.50%（n = 4）')
  })

  test.each(['ranking', 'trend', 'multiples', 'strip', 'scatter'])(
    'on a logarithmic axis says so, as %s does',
    (form) => {
      const noteOf = (scale: string) =>
        show(counties, { form, scale, item: ['requests.processed.total', 'rate.disclosed'] })
          .cards[0]?.note
      expect(noteOf('log')).toContain('对数轴')
      expect(noteOf('linear')).not.toContain('对数轴')
    },
  )
})

describe('an index of a base year', () => {
  const reports = [
    report('990101', 2022, { 'requests.new.total': 40 }),
    report('990101', 2023, { 'requests.new.total': 60 }),
    report('990102', 2022, { 'requests.new.total': 3 }),
    report('990102', 2023, { 'requests.new.total': 9 }),
    report('990103', 2022, { 'requests.new.total': 0 }),
    report('990103', 2023, { 'requests.new.total': 9 }),
    report('990104', 2023, { 'requests.new.total': 50 }),
  ]

  test('is told in words where the base is 0, too small or missing', () => {
    const query = { item: 'requests.new.total', mode: 'index', lines: 'mean,weightedMean' }
    expect(rowsOf(show(reports, query))).toEqual({
      合计: ['100（3/4）', '181.4（3/4）'],
      平均数: ['100（n=1）', '150（n=1）'],
      加权平均: ['100（n=3）', '181.4（n=3）'],
      县01: ['100', '150'],
      县02: ['基年 3，本年 3', '基年 3，本年 9'],
      县03: ['基年为 0', '基年为 0'],
      县04: ['未报', '不可比'],
    })
  })

  test('asks back to its base year where one year is shown', () => {
    const query = { item: 'requests.new.total', mode: 'index', form: 'ranking', year: '2023' }
    expect(rowsOf(show(reports, query))['县01']).toEqual(['只有它可排，不排名', '150'])
  })

  test('同比 from a small base is told in words too', () => {
    const query = { item: 'requests.new.total', mode: 'change', years: '2023' }
    expect(rowsOf(show(reports, query))).toMatchObject({
      县01: ['+50.00%'],
      县02: ['上年 3，增 6'],
      县03: ['上年为 0'],
      县04: ['不可比'],
    })
  })
})

describe('a share', () => {
  test('is of the whole in the same report, and says so', () => {
    const reports = [
      report('990101', 2023, { 'requests.new.company': 10, 'requests.new.total': 40 }),
      report('990102', 2023, { 'requests.new.company': 10, 'requests.new.total': 10 }),
      report('990103', 2023, { 'requests.new.company': 'blank', 'requests.new.total': 10 }),
    ]
    const shown = show(reports, { item: 'requests.new.company', mode: 'share' })
    expect(shown.cards[0]?.title).toBe('本年新收·商业企业占本年新收·总计')
    expect(rowsOf(shown)).toEqual({
      合计: ['40.00%（2/3）'],
      县01: ['25.00%（10/40）'],
      县02: ['100.00%（10/10）'],
      县03: ['空'],
    })
  })

  test('is of all units where the form has no whole', () => {
    const reports = [
      report('990101', 2023, { 'licensing.decisions': 10 }),
      report('990102', 2023, { 'licensing.decisions': 30 }),
      report('990103', 2023, { 'licensing.decisions': 'blank' }),
    ]
    const rows = rowsOf(show(reports, { item: 'licensing.decisions', mode: 'share' }))
    expect(rows).toEqual({
      合计: ['100.00%（2/3）'],
      县01: ['25.00%（10/40）'],
      县02: ['75.00%（30/40）'],
      县03: ['空'],
    })
  })
})

describe('every form', () => {
  const { reports } = generateSample({ counties: 14, years: [2019, 2025] }, 7)

  test('has charts and a table of the same units', () => {
    const item = ['requests.new.total', 'rate.disclosed']
    for (const form of exploreForms) {
      const { cards, table, empty } = show(reports, { form, item })
      expect([form, cards.length > 0, empty]).toEqual([form, true, []])
      expect(table.text.rows).toBeGreaterThan(5)
      expect(table.text.row(0).cells.length).toBe(table.text.columns.length)
    }
  })

  test('survives one unit in one year, an unknown figure, and a wall', () => {
    const one = reports.slice(0, 1)
    for (const form of exploreForms) {
      for (const mode of ['value', 'share', 'index', 'change']) {
        show(one, { form, mode, item: ['custom.没有', 'rate.disclosed'] }, 40)
        show(reports, { form, mode, page: '3', focus: 'cn:990121' }, 40)
      }
    }
  })

  test('gives every point of its charts the figure that its table has', () => {
    for (const form of ['trend', 'ranking', 'heat', 'bump', 'map'] as const) {
      const { cards } = show(reports, { form })
      const target = cards[0]?.model.target({ series: 0, data: 0, at: [2023, 0] })
      expect(target?.item).toBe('rate.disclosed')
    }
  })
})

test('where there is no chart, the page says why and what to do', () => {
  const nothing = (query: Readonly<Record<string, string | string[]>>) =>
    show(counties, query).nothing

  expect(nothing({ form: 'scatter' })).toBe('散点图要两项指标。请在“指标”里再选一项。')
  expect(nothing({ form: 'trend', item: 'own.gone' })).toContain('这里没有指标“own.gone”')
  expect(nothing({ form: 'heat', units: 'group:gone' })).toContain('组已被删除')
  // Known, but no county has a number: nothing better to say than in general.
  expect(nothing({ form: 'trend', item: 'fees.amount' })).toBeUndefined()
})

test('an order by change puts the largest increase first', () => {
  const reports = [
    report('990101', 2022, { 'requests.new.total': 100 }),
    report('990101', 2023, { 'requests.new.total': 110 }),
    report('990102', 2022, { 'requests.new.total': 20 }),
    report('990102', 2023, { 'requests.new.total': 40 }),
  ]
  const query = { form: 'ranking', item: 'requests.new.total', sort: 'change' }
  expect(Object.keys(rowsOf(show(reports, query)))).toEqual(['县02', '县01'])
})

describe('whose figures an exploration is of', () => {
  const reports = generateSample({ counties: 3, years: [2022, 2023] }, 1).reports
  const around = surroundingsOf(reports)
  const [own] = around.coverage.units
  const who = (query: Readonly<Record<string, string | string[]>>) => {
    const state = parseExploration({ units: 'all', ...query })
    const facts = exploreFacts(state, exploreLayout(state, around), around)
    return facts.find(({ label }) => label === '单位')?.text
  }

  test.each([
    ['a composition over the years', { form: 'composition', over: 'years' }],
    ['a flow', { form: 'flow' }],
  ])('%s is of the unit that stands out', (_, query) => {
    expect(who({ ...query, focus: own?.id ?? '' })).toBe(own?.name)
    expect(who(query)).toContain('全部')
  })

  test('a link with a unit that is not known here says so', () => {
    expect(who({ form: 'composition', over: 'years', focus: 'no-such-unit' })).toBe('未知单位')
    expect(who({ form: 'flow', focus: 'no-such-unit' })).toContain('全部')
  })
})
