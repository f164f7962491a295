import { describe, expect, test } from 'vitest'
import { placeAt } from '@/data/traceCell'
import { places, recogniseGrids, recogniseLines, value } from './recognise'

const head = 'unit_code,unit_name,year,scope,edition'

describe('a wide table', () => {
  test('gives a report a row, with the place of every cell', () => {
    const { recognised, reports, findings } = recogniseLines([
      `${head},licensing.decisions,fees.amount`,
      '610921,汉阴县,2023,whole,2021,18468,1077.892534',
      '320813,洪泽区,2023,,2021,550,/',
    ])

    expect(findings).toEqual([])
    expect(reports).toEqual([
      {
        unit: { code: '610921', name: '汉阴县' },
        year: 2023,
        scope: 'whole',
        edition: '2021',
        cells: new Map([
          ['licensing.decisions', value(18468)],
          ['fees.amount', value(1077.892534)],
        ]),
      },
      {
        unit: { code: '320813', name: '洪泽区' },
        year: 2023,
        scope: 'whole',
        edition: '2021',
        cells: new Map([
          ['licensing.decisions', value(550)],
          ['fees.amount', { kind: 'notApplicable' }],
        ]),
      },
    ])
    const segment = recognised?.segments[0]
    expect(segment && placeAt(segment, 1, 1)).toEqual({ source: 'hash', row: 3, column: 7 })
  })

  test('may have Chinese headers, a second header in the other language, and any key order', () => {
    const { reports, findings } = recogniseLines([
      '年份,行政许可·处理决定数量,单位名称,单位代码',
      'year,licensing.decisions,unit_name,unit_code',
      '2023年,18468,汉阴县人民政府,610921',
    ])

    expect(findings).toEqual([])
    expect(reports.map(({ unit, cells }) => [unit.name, [...cells]])).toEqual([
      ['汉阴县', [['licensing.decisions', value(18468)]]],
    ])
  })

  test('an empty cell is blank, but absent where the edition has no such cell', () => {
    const { reports } = recogniseLines([
      `${head},fees.amount,fees.itemsChange,requests.other.all.total`,
      '610921,汉阴县,2023,,2021,,,未列',
      '610921,汉阴县,2019,,2019,,,',
      '610921,汉阴县,2020,,,,,',
    ])

    expect(reports.map(({ cells }) => [...cells].map(([id, { kind }]) => `${id} ${kind}`))).toEqual(
      [
        ['fees.amount blank'],
        ['fees.itemsChange blank', 'requests.other.all.total blank'],
        ['fees.amount blank', 'fees.itemsChange blank', 'requests.other.all.total blank'],
      ],
    )
  })

  test('columns of the user’s own are kept', () => {
    const { reports, findings } = recogniseLines([
      `${head},custom.常住人口（万人）`,
      '610921,汉阴县,2023,,2021,24.5',
    ])

    expect(findings).toEqual([])
    expect(reports[0]?.cells).toEqual(new Map([['custom.常住人口(万人)', value(24.5)]]))
  })

  test('a header below titles is found, and the unit of money above it counts', () => {
    const { reports, findings } = recogniseLines([
      '安康市2023年度政府信息公开情况,,,',
      '单位：件、元,,,',
      '',
      '县区,年份,行政许可,行政事业性收费',
      '汉阴县,2023,18468,10778925.34',
    ])

    expect(reports[0]?.cells).toEqual(
      new Map([
        ['licensing.decisions', value(18468)],
        ['fees.amount', value(1077.892534)],
      ]),
    )
    expect(places(findings)).toEqual([
      ['header-found-below', 4, undefined],
      ['column-inferred', 4, 3],
      ['column-inferred', 4, 4],
      ['column-unit-stated', 4, 4],
    ])
  })

  test('a merged header that names the column above the row is read as the other way round', () => {
    const { reports } = recogniseLines([
      '县区,年份,结果维持,,自然人',
      ',,行政复议,未经复议直接起诉,本年新收政府信息公开申请数量',
      '汉阴县,2023,2,1,5',
    ])

    expect([...(reports[0]?.cells ?? [])]).toEqual([
      ['review.upheld', value(2)],
      ['litigation.direct.upheld', value(1)],
      ['requests.new.naturalPerson', value(5)],
    ])
  })

  test.each([
    '同比增长(%)',
    '上年',
    '结果维持',
    '公安局',
    '其中：开发区',
    '上半年',
    '计划',
    '网上',
  ])('under %s the name of a row is not its own figure, and is asked about', (above) => {
    const { reports, findings } = recogniseLines([
      `县区,年份,${above},,行政许可`,
      ',,行政处罚,行政强制,处理决定数量',
      '汉阴县,2023,58,12,7',
    ])

    expect([...(reports[0]?.cells ?? [])]).toEqual([['licensing.decisions', value(7)]])
    expect(findings.filter(({ code }) => code === 'column-unknown')).toHaveLength(2)
  })

  test('the titles of tables over row and column of the form say nothing of their own', () => {
    const { reports } = recogniseLines([
      '县区,年份,主动公开政府信息情况,,收到和处理申请情况,',
      ',,规章,行政许可,本年新收,',
      ',,制发件数,处理决定数量,自然人,总计',
      '甲县,2023,1,2,3,4',
    ])

    expect([...(reports[0]?.cells ?? [])]).toEqual([
      ['regulations.issued', value(1)],
      ['licensing.decisions', value(2)],
      ['requests.new.naturalPerson', value(3)],
      ['requests.new.total', value(4)],
    ])
  })

  test('a merged header of two rows is joined, and said to be', () => {
    const { reports, findings } = recogniseLines([
      '县区,年份,行政复议,,本年新收,',
      ',,结果维持,结果纠正,自然人,总计',
      '汉阴县,2023,1,2,3,4',
    ])

    expect(places(findings)).toEqual([['header-joined', 1, undefined]])
    expect(reports[0]?.cells).toEqual(
      new Map([
        ['review.upheld', value(1)],
        ['review.corrected', value(2)],
        ['requests.new.naturalPerson', value(3)],
        ['requests.new.total', value(4)],
      ]),
    )
  })

  test('sheets of a workbook keep their names in the places', () => {
    const rows = [
      ['县区', '年份', 'coercion.decisions'],
      ['汉阴县', '2023', '2x'],
    ]
    const { recognised, findings } = recogniseGrids([{ name: '安康', rows }])

    expect(findings.map(({ place }) => place)).toEqual([
      { file: 'a.csv', sheet: '安康', row: 2, column: 3 },
    ])
    const segment = recognised?.segments[0]
    expect(segment && placeAt(segment, 0, 0)).toEqual({
      source: 'hash',
      sheet: '安康',
      row: 2,
      column: 3,
    })
  })

  test('a second table in the same grid has a header of its own', () => {
    const { reports } = recogniseLines([
      '县区,年份,coercion.decisions',
      '汉阴县,2022,1',
      '',
      '年份,县区,penalties.decisions',
      '2023,汉阴县,5',
    ])

    expect(reports.map(({ year, cells }) => [year, [...cells.keys()]])).toEqual([
      [2022, ['coercion.decisions']],
      [2023, ['penalties.decisions']],
    ])
  })
})

describe('units', () => {
  test('what leads to no unit, or to several, is asked about under a placeholder', () => {
    const { openUnits, reports, findings } = recogniseLines([
      `${head},coercion.decisions`,
      ',示例高新区,2022,,,1',
      ',示例高新区,2023,,,2',
      ',鼓楼区,2023,,,3',
      '610921,洪泽区,2023,,,4',
    ])

    expect(findings.map(({ code, place, severity }) => [code, place.row, severity])).toEqual([
      ['unit-unknown', 2, 'warning'],
      ['unit-ambiguous', 4, 'warning'],
      ['unit-code-name-conflict', 5, 'warning'],
    ])
    expect(findings[1]?.detail?.candidates).toContain('江苏省南京市鼓楼区（320106）')
    expect(findings[2]?.detail).toEqual({
      code: '610921',
      name: '洪泽区',
      byCode: '陕西省安康市汉阴县',
      byName: '江苏省淮安市洪泽区',
    })
    expect(
      openUnits.map(({ placeholder, match, reports: count }) => [placeholder, match.kind, count]),
    ).toEqual([
      ['?|示例高新区', 'none', 2],
      ['?|鼓楼区', 'many', 1],
      ['?610921|洪泽区', 'conflict', 1],
    ])
    expect(reports.map(({ unit }) => unit.name)).toEqual([
      '示例高新区',
      '示例高新区',
      '鼓楼区',
      '洪泽区',
    ])
  })

  test('a former name leads to the unit of today, and is said', () => {
    const { reports, findings } = recogniseLines([
      '县区,年份,coercion.decisions',
      '旬阳县,2019,1',
      '旬阳县,2020,1',
    ])

    expect(places(findings)).toEqual([['unit-by-former-name', 2, 1]])
    expect(reports.map(({ unit }) => unit.code)).toEqual(['610981', '610981'])
  })
})
