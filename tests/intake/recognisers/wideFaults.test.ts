import { describe, expect, test } from 'vitest'
import { places, recogniseLines, value } from './recognise'

const head = 'unit_code,unit_name,year,scope,edition'

describe('what is not taken, and said', () => {
  test('no column with the unit', () => {
    const { recognised, findings } = recogniseLines(['year,licensing.decisions', '2023,5'])

    expect(recognised).toBeNull()
    expect(places(findings)).toEqual([['column-unit-missing', 1, undefined]])
  })

  test('no column with the year', () => {
    const { recognised, findings } = recogniseLines(['县区,licensing.decisions', '汉阴县,5'])

    expect(recognised).toBeNull()
    expect(places(findings)).toEqual([['column-year-missing', 1, undefined]])
  })

  test('years side by side', () => {
    const { recognised, findings } = recogniseLines(['地区,2020年,2021年', '汉阴县,1,2'])

    expect(recognised).toBeNull()
    expect(places(findings)).toEqual([['years-as-columns', 1, undefined]])
  })

  test('nothing known at all', () => {
    const { recognised, findings } = recogniseLines(['a,b', '1,2'])

    expect(recognised).toBeNull()
    expect(places(findings)).toEqual([['layout-unknown', 1, undefined]])
  })

  test('a header without rows', () => {
    const { reports, findings } = recogniseLines(['县区,年份,coercion.decisions'])

    expect(reports).toEqual([])
    expect(places(findings)).toEqual([['no-data-rows', 1, undefined]])
  })

  test.each(['2023-12-31', '2023/12/31', '2023年12月31日', '20231231', '2023-12-31 00:00:00'])(
    'a column of years with %s has the last days of its years, and is said to',
    (date) => {
      const { reports, findings } = recogniseLines([
        '县区,年份,coercion.decisions',
        `汉阴县,${date},1`,
        `汉阴县,${date.replace('2023', '2022')},2`,
        '洪泽区,2023,3',
        `合计,${date},6`,
      ])

      expect(reports.map(({ year, cells }) => [year, cells.get('coercion.decisions')])).toEqual([
        [2023, value(1)],
        [2022, value(2)],
        [2023, value(3)],
      ])
      expect(findings.filter(({ code }) => code === 'year-from-date')).toMatchObject([
        { severity: 'warning', place: { row: 2, column: 2 }, raw: date, detail: { year: '2023' } },
      ])
    },
  )

  test('dates that may be days of publication are no years, the last of December among them neither', () => {
    const { reports, findings } = recogniseLines([
      '县区,年份,coercion.decisions',
      '汉阴县,2024-01-20,1',
      '洪泽区,2023-12-31,2',
    ])

    expect(reports).toEqual([])
    expect(places(findings)).toEqual([
      ['year-invalid', 2, 2],
      ['year-invalid', 3, 2],
    ])
  })

  test('a year that is short of its century is a fault, no header printed again', () => {
    const { findings } = recogniseLines(['县区,年份,coercion.decisions', '汉阴县,23年,1'])

    expect(places(findings)).toContainEqual(['year-invalid', 2, 2])
  })

  test('a year 20x3, a row without a unit and one without a year: the other rows are taken', () => {
    const { reports, findings } = recogniseLines([
      '县区,年份,coercion.decisions',
      '汉阴县,20x3,1',
      ',2023,2',
      '汉阴县,,3',
      '汉阴县,1023,4',
      '汉阴县,２０２２年度,5',
      '汉阴县,二〇二三年,6',
    ])

    expect(places(findings)).toEqual([
      ['year-invalid', 2, 2],
      ['unit-missing', 3, 1],
      ['year-missing', 4, 2],
      ['year-invalid', 5, 2],
    ])
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error', 'error', 'error'])
    expect(reports.map(({ year }) => year)).toEqual([2022, 2023])
  })

  test('the second of two reports of the same unit and year', () => {
    const { reports, findings } = recogniseLines([
      `${head},coercion.decisions`,
      '610921,汉阴县,2023,,2021,1',
      '610921,汉阴县,2023,办公室,2021,7',
      ',汉阴县人民政府,2023,,2021,2',
    ])

    expect(places(findings)).toEqual([['report-duplicate', 4, undefined]])
    expect(findings[0]?.detail).toEqual({ firstRow: 2, scope: 'whole' })
    expect(reports.map(({ scope, cells }) => [scope, cells.get('coercion.decisions')])).toEqual([
      ['whole', value(1)],
      ['office', value(7)],
    ])
  })

  test('totals, notes and a header printed again', () => {
    const { reports, findings } = recogniseLines([
      '县区,年份,coercion.decisions',
      '汉阴县,2023,1',
      '小计,2023,1',
      '合 计,,1',
      '全市,2023,1',
      '县区,年份,coercion.decisions',
      '石泉县,2023,4',
      '注：数据来源于统计年鉴。',
      '填报人：张三,,审核人：李四',
    ])

    expect(reports.map(({ unit }) => unit.name)).toEqual(['汉阴县', '石泉县'])
    expect(findings.map(({ code, place, detail }) => [code, place.row, detail?.reason])).toEqual([
      ['row-skipped', 3, 'total'],
      ['row-skipped', 4, 'total'],
      ['row-skipped', 5, 'total'],
      ['row-skipped', 6, 'header'],
      ['row-skipped', 8, 'note'],
      ['row-skipped', 9, 'note'],
    ])
  })

  test('a total that is not the sum of its reports, unless a report is missing or unclear', () => {
    const rows = ['汉阴县,2022,1,0.1', '石泉县,2022,2,0.2', '汉阴县,2023,4,', '石泉县,2023,8,1']
    const said = (total: string, ...more: string[]) =>
      recogniseLines(['县区,年份,coercion.decisions,fees.amount', ...rows, ...more, total])
        .findings.filter(({ code }) => code === 'total-mismatch')
        .map(({ place, detail }) => [place.row, place.column, detail?.stated, detail?.sum])

    expect(said('合计,2022,3,0.3')).toEqual([])
    expect(said('合计,2022,4,0.31')).toEqual([
      [6, 3, 4, 3],
      [6, 4, 0.31, 0.3],
    ])
    expect(said('总计,2023,13,5')).toEqual([[6, 3, 13, 12]])
    expect(said('合计,,99,99')).toEqual([])
    expect(said('小计,2022,99,99')).toEqual([])
    expect(said('合计,2022,,/')).toEqual([])
    expect(said('合计,2022,99,99', '宁陕县,20x2,7,7')).toEqual([])
  })

  test('a total that stands above its reports and is not their sum', () => {
    const rows = ['汉阴县,2022,1,0.1', '石泉县,2022,2,0.2']
    const said = (total: string, ...more: string[]) =>
      recogniseLines(['县区,年份,coercion.decisions,fees.amount', total, ...rows, ...more])
        .findings.filter(({ code }) => code === 'total-mismatch')
        .map(({ place, detail }) => [place.row, place.column, detail?.stated, detail?.sum])

    expect(said('合计,2022,3,0.3')).toEqual([])
    expect(said('全市合计,2022,4,0.3')).toEqual([[2, 3, 4, 3]])
    expect(said('合计,2022,4,0.3', '宁陕县,20x2,7,7')).toEqual([])
  })

  test('a row with a cell too many or too few, because it may be shifted', () => {
    const { reports, findings } = recogniseLines([
      '县区,年份,coercion.decisions,penalties.decisions',
      '汉阴县,2022,1,234,5',
      '汉阴县,2021,1',
      '汉阴县,2023,1,2,',
    ])

    expect(findings.map(({ code, place, severity }) => [code, place.row, severity])).toEqual([
      ['row-skipped', 2, 'error'],
      ['row-skipped', 3, 'error'],
    ])
    expect(reports.map(({ year }) => year)).toEqual([2023])
  })

  test('columns that are unknown, ambiguous, repeated or of an impossible unit', () => {
    const { recognised, reports, findings } = recogniseLines([
      '县区,年份,领导评价,其他,coercion.decisions,行政强制·处理决定数量,行政许可（万元）,',
      '汉阴县,2023,好,1,2,3,4,5',
    ])

    expect(places(findings)).toEqual([
      ['column-unknown', 1, 3],
      ['column-ambiguous', 1, 4],
      ['column-duplicate', 1, 6],
      ['column-inferred', 1, 7],
      ['column-unit-conflict', 1, 7],
      ['column-unknown', 1, 8],
    ])
    expect(reports[0]?.cells).toEqual(new Map([['coercion.decisions', value(2)]]))
    expect(recognised?.columns.map(({ column, indicator }) => [column, indicator])).toEqual([
      [3, null],
      [4, null],
      [5, 'coercion.decisions'],
      [6, null],
      [7, null],
      [8, null],
    ])
  })

  test('another word for scope leaves the row out, another word for the edition does not', () => {
    const { reports, findings } = recogniseLines([
      `${head},coercion.decisions`,
      '610921,汉阴县,2023,部分部门,2021,1',
      '610921,汉阴县,2022,,新版,1',
    ])

    expect(places(findings)).toEqual([
      ['scope-unknown', 2, 4],
      ['edition-unknown', 3, 5],
    ])
    expect(reports.map(({ year, edition }) => [year, edition])).toEqual([[2022, 'unknown']])
  })

  test('a cell that is no number: with its raw text, unit, year and place', () => {
    const { reports, findings } = recogniseLines([
      '县区,年份,coercion.decisions,fees.amount',
      '汉阴县,2023,12a,1077.89元',
    ])

    expect(findings).toEqual([
      {
        code: 'cell-unreadable',
        severity: 'error',
        place: { file: 'a.csv', row: 2, column: 3 },
        raw: '12a',
        unit: '汉阴县',
        year: 2023,
        indicators: ['coercion.decisions'],
        detail: {},
      },
      {
        code: 'cell-converted',
        severity: 'warning',
        place: { file: 'a.csv', row: 2, column: 4 },
        raw: '1077.89元',
        unit: '汉阴县',
        year: 2023,
        indicators: ['fees.amount'],
        detail: { from: '元', to: '万元', suffix: '元', unit: '万元', value: 0.107789 },
      },
    ])
    expect(reports[0]?.raw).toEqual(new Map([['coercion.decisions', '12a']]))
  })
})
