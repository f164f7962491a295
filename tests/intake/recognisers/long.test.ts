import { expect, test } from 'vitest'
import { placeAt } from '@/data/traceCell'
import { places, recogniseGrids, recogniseLines, value } from './recognise'

const head = 'unit_code,unit_name,year,scope,edition,indicator,value'

test('a long table gives the reports that its rows speak of, wherever they stand', () => {
  const { recognised, reports, findings } = recogniseLines([
    head,
    '610921,汉阴县,2023,whole,2021,licensing.decisions,18468',
    '320813,洪泽区,2023,whole,2021,fees.amount,7730.28',
    '610921,汉阴县,2023,whole,2021,行政事业性收费·收费金额,1077.892534',
    '610921,汉阴县,2023,whole,2021,prose.published.website,约5431',
    '610921,汉阴县,2023,whole,2021,custom.窗口,12',
  ])

  expect(findings).toEqual([])
  expect(recognised?.layout).toBe('long')
  expect(reports.map(({ unit, cells }) => [unit.name, cells])).toEqual([
    [
      '汉阴县',
      new Map([
        ['licensing.decisions', value(18468)],
        ['fees.amount', value(1077.892534)],
        ['prose.published.website', value(5431, true)],
        ['custom.窗口', value(12)],
      ]),
    ],
    ['洪泽区', new Map([['fees.amount', value(7730.28)]])],
  ])
  const segment = recognised?.segments[0]
  expect(segment && placeAt(segment, 1, 0)).toEqual({ source: 'hash', row: 4, column: 7 })
})

test('Chinese headers will do, and an indicator that is not known is said once', () => {
  const { reports, findings } = recogniseLines([
    '县区,年份,指标,数值',
    '汉阴县,2023,行政强制·处理决定数量,2',
    '汉阴县,2023,领导评价,9',
    '汉阴县,2022,领导评价,9',
    '汉阴县,2023,其他,1',
  ])

  expect(reports.map(({ year, cells }) => [year, [...cells]])).toEqual([
    [2023, [['coercion.decisions', value(2)]]],
    [2022, []],
  ])
  expect(places(findings)).toEqual([
    ['indicator-unknown', 3, 3],
    ['indicator-unknown', 5, 3],
  ])
})

test('of two rows with the same figure the first stands; another number is an error', () => {
  const { reports, findings } = recogniseLines([
    '县区,年份,指标,数值',
    '汉阴县,2023,coercion.decisions,2',
    '汉阴县,2023,coercion.decisions,2',
    '汉阴县,2023,coercion.decisions,3',
  ])

  expect(reports[0]?.cells).toEqual(new Map([['coercion.decisions', value(2)]]))
  expect(findings.map(({ code, severity, place }) => [code, severity, place.row])).toEqual([
    ['figure-duplicate', 'info', 3],
    ['figure-duplicate', 'error', 4],
  ])
})

test('states and faults are read as in a wide table', () => {
  const { reports, findings } = recogniseLines([
    '县区,年份,表样,指标,数值',
    '汉阴县,2023,2021,coercion.decisions,',
    '汉阴县,2023,2021,penalties.decisions,/',
    '汉阴县,2023,2021,licensing.decisions,1 2',
    '汉阴县,2023,2021,fees.itemsChange,',
    '汉阴县,20x3,2021,coercion.decisions,1',
    '合计,2023,2021,coercion.decisions,1',
  ])

  expect(reports[0]?.cells).toEqual(
    new Map([
      ['coercion.decisions', { kind: 'blank' }],
      ['penalties.decisions', { kind: 'notApplicable' }],
      ['licensing.decisions', { kind: 'unreadable' }],
    ]),
  )
  expect(places(findings)).toEqual([
    ['cell-ambiguous-number', 4, 5],
    ['year-invalid', 6, 2],
    ['row-skipped', 7, undefined],
  ])
})

test('a report that another sheet of the file has already is left out', () => {
  const { reports, findings } = recogniseGrids([
    {
      name: '宽表',
      rows: [
        ['县区', '年份', 'coercion.decisions'],
        ['汉阴县', '2023', '1'],
      ],
    },
    {
      name: '长表',
      rows: [
        ['县区', '年份', '指标', '数值'],
        ['汉阴县', '2023', 'coercion.decisions', '2'],
        ['石泉县', '2023', 'coercion.decisions', '3'],
      ],
    },
  ])

  expect(reports.map(({ unit, cells }) => [unit.name, cells.get('coercion.decisions')])).toEqual([
    ['汉阴县', value(1)],
    ['石泉县', value(3)],
  ])
  expect(findings.map(({ code, place }) => [code, place.sheet, place.row])).toEqual([
    ['report-duplicate', '长表', 2],
  ])
})

test('each sheet has its own unit of money, also in brackets and behind 填报单位', () => {
  const sheet = (name: string, line: string, year: string, amount: string) => ({
    name,
    rows: [[line], ['县区', '年份', '指标', '数值'], ['汉阴县', year, 'fees.amount', amount]],
  })
  const { reports } = recogniseGrids([
    sheet('2021', '填报单位：汉阴县人民政府  单位：元', '2021', '15000'),
    sheet('2022', '（单位：亿元）', '2022', '0.00015'),
    sheet('2023', '', '2023', '1.5'),
  ])

  expect(reports.map(({ cells }) => cells.get('fees.amount'))).toEqual([
    value(1.5),
    value(1.5),
    value(1.5),
  ])
})

test('a report that the file has in another table already is refused once', () => {
  const { findings } = recogniseGrids([
    {
      name: '宽',
      rows: [
        ['县区', '年份', '行政许可'],
        ['汉阴县', '2023', '1'],
      ],
    },
    {
      name: '长',
      rows: [
        ['县区', '年份', '指标', '数值'],
        ['汉阴县', '2023', '行政许可', '1'],
        ['汉阴县', '2023', '行政处罚', '2'],
      ],
    },
  ])

  expect(findings.filter(({ code }) => code === 'report-duplicate')).toHaveLength(1)
})
