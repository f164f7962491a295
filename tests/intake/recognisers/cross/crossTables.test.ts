import { describe, expect, test } from 'vitest'
import type { Finding } from '@/domain/finding'
import type { Report } from '@/domain/report'
import type { Grid } from '@/intake/document'
import { draftReports } from '@/intake/draftReports'
import { FindingList } from '@/intake/readers/findings'
import { recogniseFile } from '@/intake/recognisers/recogniseFile'
import { registry, value } from '../recognise'

interface Outcome {
  readonly layout: string | null
  readonly reports: readonly Report[]
  readonly findings: readonly Finding[]
}

function recognise(
  grids: readonly Grid[],
  file = '汇总.xlsx',
  kind: 'xlsx' | 'html' = 'xlsx',
): Outcome {
  const findings = new FindingList()
  const context = { registry, within: null, source: 'hash', findings }
  const document = { file, kind, grids, prose: [], findings: [] } as const
  const recognised = recogniseFile([document], context)
  return {
    layout: recognised.layout,
    reports: draftReports(recognised, registry),
    findings: findings.list(),
  }
}

function grid(name: string, lines: readonly string[]): Grid {
  return { name, rows: lines.map((line) => line.split(',')) }
}

/** Code, year and cells of every report, in order. */
function figures(reports: readonly Report[]): unknown[] {
  return reports.map(({ unit, year, cells }) => [unit.code, year, ...cells])
}

const inferred = ({ findings }: Outcome): unknown[] =>
  findings
    .filter(({ code }) => code === 'table-key-inferred')
    .map(({ detail }) => [detail?.['dimension'], detail?.['taken'], detail?.['by']])

describe('indicators as rows and counties as columns', () => {
  test('a page with counties side by side is no printed form, whatever its rows are called', () => {
    const rows = ['指标,汉阴县,洪泽区', '本年新收·总计,30,21', '规章·制发,0,0']
    const outcome = recognise([grid('', rows)], '2023年.html', 'html')

    expect(outcome.layout).toBe('cross')
    expect(figures(outcome.reports)).toEqual([
      ['610921', 2023, ['requests.new.total', value(30)], ['regulations.issued', value(0)]],
      ['320813', 2023, ['requests.new.total', value(21)], ['regulations.issued', value(0)]],
    ])
  })

  test('a sheet a year: the year is taken from the sheet and said', () => {
    const outcome = recognise([
      grid('2023年', ['指标,汉阴县,洪泽区', '行政许可,18468,550', '行政处罚,696,4119']),
      grid('2022年', ['指标,汉阴县,洪泽区', '行政许可,100,', '行政处罚,/,5']),
    ])

    expect(outcome.layout).toBe('cross')
    expect(figures(outcome.reports)).toEqual([
      ['610921', 2023, ['licensing.decisions', value(18468)], ['penalties.decisions', value(696)]],
      ['320813', 2023, ['licensing.decisions', value(550)], ['penalties.decisions', value(4119)]],
      [
        '610921',
        2022,
        ['licensing.decisions', value(100)],
        ['penalties.decisions', { kind: 'notApplicable' }],
      ],
      [
        '320813',
        2022,
        ['licensing.decisions', { kind: 'blank' }],
        ['penalties.decisions', value(5)],
      ],
    ])
    expect(inferred(outcome)).toEqual([
      ['year', '2023', '工作表名'],
      ['year', '2022', '工作表名'],
    ])
  })

  test('a column of totals is no county', () => {
    const { reports } = recognise([grid('2023', ['指标,汉阴县,洪泽区,合计', '行政许可,1,2,3'])])

    expect(reports.map(({ unit }) => unit.name)).toEqual(['汉阴县', '洪泽区'])
  })
})

describe('years as columns', () => {
  test('counties as rows: the indicator is taken from the title', () => {
    const outcome = recognise([
      grid('Sheet1', ['各县行政许可,,', '单位,2022年,2023年', '汉阴县,3,4', '合计,3,4']),
    ])

    expect(figures(outcome.reports)).toEqual([
      ['610921', 2022, ['licensing.decisions', value(3)]],
      ['610921', 2023, ['licensing.decisions', value(4)]],
    ])
    expect(inferred(outcome)).toEqual([['indicator', '行政许可', '标题']])
    expect(outcome.findings.map(({ code }) => code)).toContain('row-skipped')
  })

  test('indicators as rows: code and year of the file name are not mixed up', () => {
    const outcome = recognise(
      [grid('数据', ['指标,2022,2023', '行政许可,5,6', '行政强制,0,1'])],
      '320831_2023.xlsx',
    )

    expect(figures(outcome.reports)).toEqual([
      ['320831', 2022, ['licensing.decisions', value(5)], ['coercion.decisions', value(0)]],
      ['320831', 2023, ['licensing.decisions', value(6)], ['coercion.decisions', value(1)]],
    ])
    expect(inferred(outcome)).toEqual([['unit', '320831', '文件名']])
  })
})

describe('a table without a year column', () => {
  test('has the year of its title', () => {
    const outcome = recognise([
      grid('表', ['2023年度汇总表,,', '县区,行政许可,行政处罚', '汉阴县,18468,696']),
    ])

    expect(figures(outcome.reports)).toEqual([
      ['610921', 2023, ['licensing.decisions', value(18468)], ['penalties.decisions', value(696)]],
    ])
  })

  test('is not imported where nothing says the year', () => {
    const outcome = recognise([grid('表', ['县区,行政许可,行政处罚', '汉阴县,18468,696'])])

    expect(outcome.reports).toEqual([])
    expect(outcome.findings.map(({ code, severity }) => [code, severity])).toContainEqual([
      'column-year-missing',
      'error',
    ])
  })
})

test('counties by years of nobody knows what are not imported', () => {
  const outcome = recognise([grid('表', ['单位,2022,2023', '汉阴县,1,2'])])

  expect(outcome.reports).toEqual([])
  expect(outcome.findings.map(({ code, detail }) => [code, detail?.['dimension']])).toEqual([
    ['table-key-missing', 'indicator'],
  ])
})

test('a sheet a county, years as rows: the county is that of the sheet', () => {
  const outcome = recognise([
    grid('汉阴县', ['年份,行政许可,行政处罚', '2022,1,2', '2023,18468,696']),
    grid('洪泽区', ['年份,行政许可,行政处罚', '2023,550,4119']),
  ])

  expect(outcome.reports.map(({ unit, year }) => [unit.name, year])).toEqual([
    ['汉阴县', 2022],
    ['汉阴县', 2023],
    ['洪泽区', 2023],
  ])
  expect(inferred(outcome)).toEqual([
    ['unit', '汉阴县', '工作表名'],
    ['unit', '洪泽区', '工作表名'],
  ])
})

test('a unit in a merged cell counts for all rows that it covers, a blank one for none', () => {
  const merged: Grid = {
    ...grid('表', ['单位,指标,2023', '汉阴县,行政许可,1', ',行政处罚,2', '', ',行政强制,3']),
    merges: [{ row: 1, column: 0, rows: 2, columns: 1 }],
  }
  const { reports } = recognise(
    [{ ...merged, rows: merged.rows.map((row) => [...row]) }],
    '年.xlsx',
  )

  expect(figures(reports)).toEqual([
    ['610921', 2023, ['licensing.decisions', value(1)], ['penalties.decisions', value(2)]],
  ])
})

test('two counties in one file name each keep their figures, one report is taken once', () => {
  const outcome = recognise([
    grid('2023', ['指标,汉阴县', '行政许可,1']),
    grid('2023 (2)', ['指标,汉阴县', '行政许可,7']),
  ])

  expect(figures(outcome.reports)).toEqual([['610921', 2023, ['licensing.decisions', value(1)]]])
  expect(outcome.findings.map(({ code }) => code)).toContain('figure-duplicate')
})

describe('tables below one another in a sheet', () => {
  const header = '单位,本年新收·总计,上年结转·总计'

  test('each have the year of their own title', () => {
    const rows = [
      '2022年,,',
      header,
      '汉阴县,1,2',
      '洪泽区,3,4',
      '',
      '2023年,,',
      header,
      '洪泽区,5,6',
    ]
    const outcome = recognise([grid('汇总', rows)])

    expect(figures(outcome.reports)).toEqual([
      ['610921', 2022, ['requests.new.total', value(1)], ['requests.carriedIn.total', value(2)]],
      ['320813', 2022, ['requests.new.total', value(3)], ['requests.carriedIn.total', value(4)]],
      ['320813', 2023, ['requests.new.total', value(5)], ['requests.carriedIn.total', value(6)]],
    ])
    expect(inferred(outcome)).toEqual([
      ['year', '2022', '标题'],
      ['year', '2023', '标题'],
    ])
  })

  test('have the year of the row above them where the header stands only once', () => {
    const rows = [header, '2022年,,', '汉阴县,1,2', '2023年,,', '汉阴县,5,6']
    const outcome = recognise([grid('汇总', rows)])

    expect(outcome.reports.map(({ year }) => year)).toEqual([2022, 2023])
    expect(outcome.reports[1]?.cells.get('requests.new.total')).toEqual(value(5))
  })

  test.each([[[header]], [['续表,,', header]]])(
    'go on with the year where the header is only printed again: %j',
    (again) => {
      const rows = ['2022年,,', header, '汉阴县,1,2', ...again, '洪泽区,3,4']
      const { reports, findings } = recognise([grid('汇总', rows)])

      expect(reports.map(({ unit, year }) => [unit.code, year])).toEqual([
        ['610921', 2022],
        ['320813', 2022],
      ])
      expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
    },
  )
})

test('a sheet named with spaces is a county’s, and a note below it is called one', () => {
  const outcome = recognise([
    grid('石 泉 县', ['指标,2022年,2023年', 'licensing.decisions,1,2', '注：不含乡镇,,']),
  ])

  expect(figures(outcome.reports)).toEqual([
    ['610922', 2022, ['licensing.decisions', value(1)]],
    ['610922', 2023, ['licensing.decisions', value(2)]],
  ])
  expect(inferred(outcome)).toEqual([['unit', '石泉县', '工作表名']])
  expect(outcome.findings.find(({ code }) => code === 'row-skipped')?.detail).toEqual({
    reason: 'note',
  })
})
