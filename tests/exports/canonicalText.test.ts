import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortLabel } from '@/domain/catalogue'
import type { Cell, Report } from '@/domain/report'
import { toJson, toLongCsv, toWideCsv } from '@/exports/canonical'
import { csvCell } from '@/exports/csvText'

function value(number: number, approximate = false): Cell {
  return { kind: 'value', value: number, approximate }
}

const reports: readonly Report[] = [
  {
    unit: { code: '610921', name: '汉阴县' },
    ...{ year: 2023, scope: 'whole', edition: '2021' },
    cells: new Map<string, Cell>([
      ['custom.窗口', value(3)],
      ['fees.amount', value(1077.892534)],
      ['coercion.decisions', { kind: 'unreadable' }],
      ['prose.published.website', value(5400, true)],
      ['penalties.decisions', { kind: 'notApplicable' }],
      ['licensing.decisions', { kind: 'blank' }],
      ['fees.itemsChange', { kind: 'blank' }],
    ]),
    raw: new Map([['coercion.decisions', '12a']]),
  },
  {
    unit: { code: '', name: '示例, 高新区' },
    ...{ year: 2019, scope: 'office', edition: '2019' },
    cells: new Map<string, Cell>([
      ['fees.itemsChange', value(-2)],
      ['coercion.decisions', { kind: 'unreadable' }],
    ]),
  },
]

test('a wide CSV has a column an indicator in the order of the form, and says why a cell is empty', () => {
  expect(toWideCsv(reports).split('\r\n')).toEqual([
    '\ufeffunit_code,unit_name,year,scope,edition,licensing.decisions,penalties.decisions,coercion.decisions,fees.amount,fees.itemsChange,prose.published.website,custom.窗口',
    '610921,汉阴县,2023,whole,2021,,/,12a,1077.892534,空白,约5400,3',
    ',"示例, 高新区",2019,office,2019,未列,未列,不可读,,-2,未列,未列',
    '',
  ])
})

test('a wide CSV may have Chinese headers, alone or below the ids', () => {
  const names = ['licensing.decisions', 'penalties.decisions', 'coercion.decisions'].map(shortLabel)
  const labels = ['单位代码,单位名称,年份,口径,表样', ...names].join(',')
  expect(toWideCsv(reports, 'labels').split('\r\n')[0]?.startsWith(`\ufeff${labels}`)).toBe(true)
  expect(toWideCsv(reports, 'both').split('\r\n')[1]?.startsWith(labels)).toBe(true)
})

test('a long CSV has a row a figure', () => {
  expect(toLongCsv(reports.slice(1)).split('\r\n')).toEqual([
    '\ufeffunit_code,unit_name,year,scope,edition,indicator,value',
    ',"示例, 高新区",2019,office,2019,fees.itemsChange,-2',
    ',"示例, 高新区",2019,office,2019,coercion.decisions,不可读',
    '',
  ])
})

test('JSON has values, states, marks and prose apart', () => {
  expect(JSON.parse(toJson(reports.slice(0, 1)))).toEqual({
    format: 'xianjian-reports',
    version: 1,
    units: [],
    reports: [
      {
        unit: { code: '610921', name: '汉阴县' },
        ...{ year: 2023, scope: 'whole', edition: '2021' },
        values: {
          'custom.窗口': 3,
          'fees.amount': 1077.892534,
          'coercion.decisions': null,
          'penalties.decisions': null,
          'licensing.decisions': null,
          'fees.itemsChange': null,
        },
        states: {
          'coercion.decisions': 'unreadable',
          'penalties.decisions': 'notApplicable',
          'licensing.decisions': 'blank',
          'fees.itemsChange': 'blank',
        },
        marks: { 'prose.published.website': 'approximate' },
        prose: { 'prose.published.website': 5400 },
        raw: { 'coercion.decisions': '12a' },
      },
    ],
  })
  expect(JSON.parse(toJson([]))).toMatchObject({ reports: [] })
})

test.each([
  ['=1+1', "'=1+1"],
  ['＝1+1', "'＝1+1"],
  [' =1+1', "' =1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['\t=1', "'\t=1"],
  ['=HYPERLINK("http://x","a")', `"'=HYPERLINK(""http://x"",""a"")"`],
  ['-12.5', '-12.5'],
  ['+3', '+3'],
  ['-', '-'],
  ['汉阴县', '汉阴县'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
])('%j as a cell is %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell)
})

test('no cell begins as a formula, but for plain numbers and a dash', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('=+-@＝＋－＠\t\r\n\0 1.,"a甲')) })
  fc.assert(
    fc.property(text, (any) => {
      const cell = csvCell(any).replace(/^"/, '')
      expect(
        /^[+-]?\d+(\.\d+)?$|^-$/.test(cell) || !/^\s*[=+\-@＝＋－＠]|^[\t\r\n\0]/u.test(cell),
      ).toBe(true)
    }),
  )
})
