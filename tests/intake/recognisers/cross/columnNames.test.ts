import { describe, expect, test } from 'vitest'
import { intake } from '../../intake'

/** Name, year, scope and numbers of every report of a CSV, and its findings without remarks. */
async function read(lines: readonly string[], name = '汇总.csv') {
  const { reports, findings } = await intake(name, lines.join('\n'))
  return {
    reports: reports.map(({ unit, year, scope, cells }) => [
      ...[unit.name, year, scope],
      ...[...cells.values()].map((cell) => (cell.kind === 'value' ? cell.value : cell.kind)),
    ]),
    told: findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, place, raw }) => [code, place.row, place.column, raw]),
    named: findings
      .filter(({ code }) => code === 'columns-named')
      .map(({ place, detail }) => [place.row, detail?.dimension, detail?.taken]),
  }
}

const bothYears = [
  ['汉阴县', 2022, 'whole', 1, 3],
  ['汉阴县', 2023, 'whole', 2, 4],
]

describe('a header that names two things over each column', () => {
  test.each([
    [
      'indicators over years',
      [
        '县区,行政许可,,行政处罚,',
        ',2022年,2023年,2022年,2023年',
        '汉阴县,1,2,3,4',
        '合计,1,2,3,4',
      ],
      [2, 'year', '2022年、2023年'],
    ],
    [
      'years over indicators',
      ['县区,2022年,,2023年,', ',行政许可,行政处罚,行政许可,行政处罚', '汉阴县,1,3,2,4'],
      [2, 'indicator', '行政许可、行政处罚'],
    ],
    [
      'words for both rows',
      ['年度,2022,2022,2023,2023', '县区,行政许可,行政处罚,行政许可,行政处罚', '汉阴县,1,3,2,4'],
      [2, 'indicator', '行政许可、行政处罚'],
    ],
    [
      'both in one cell',
      ['县区,2022年行政许可,行政许可（2023年）,行政处罚2022年,行政处罚[2023]', '汉阴县,1,2,3,4'],
      [1, 'year', '2022年、2023年、2023'],
    ],
  ])('%s', async (_, lines, named) => {
    const outcome = await read(lines)

    expect(outcome.reports).toEqual(bothYears)
    expect(outcome.told).toEqual([])
    expect(outcome.named[0]).toEqual(named)
  })

  test('counties over years, indicators below one another', async () => {
    const lines = [
      '指标,汉阴县,,石泉县,',
      ',2022,2023,2022,2023',
      '行政许可,1,2,5,6',
      '行政处罚,3,4,7,8',
    ]

    expect((await read(lines)).reports).toEqual([
      ...bothYears,
      ['石泉县', 2022, 'whole', 5, 7],
      ['石泉县', 2023, 'whole', 6, 8],
    ])
  })

  test('a city over its counties is none of them', async () => {
    const lines = ['2023年汇总,,', '指标,安康市,', ',汉阴县,石泉县', '行政许可,1,2']

    expect((await read(lines)).reports).toEqual([
      ['汉阴县', 2023, 'whole', 1],
      ['石泉县', 2023, 'whole', 2],
    ])
  })

  test('figures under a name that is not known are not those of the next one', async () => {
    const lines = ['县区,网站访问量,,行政许可,', ',2022年,2023年,2022年,2023年', '汉阴县,1,2,3,4']
    const { reports, told } = await read(lines)

    expect(reports).toEqual([
      ['汉阴县', 2022, 'whole', 3],
      ['汉阴县', 2023, 'whole', 4],
    ])
    expect(told).toEqual([['column-unknown', 1, 2, '网站访问量']])
  })

  test('nor are they where no name is known and the title has one', async () => {
    const lines = [
      '行政许可,,,,',
      '县区,网站访问量,,投诉量,',
      ',2022年,2023年,2022年,2023年',
      '汉阴县,1,2,3,4',
    ]
    const { reports, told } = await read(lines)

    expect(reports).toEqual([])
    expect(told.map(([code]) => code)).toEqual(['column-unknown', 'column-unknown'])
  })

  test('a unit of measure below the name of a figure counts', async () => {
    const lines = ['2023年,,', '县区,行政事业性收费金额,行政许可', ',（元）,件', '汉阴县,35000,2']

    expect((await read(lines)).reports).toEqual([['汉阴县', 2023, 'whole', 3.5, 2]])
  })
})

describe('rows that say of the columns what a list has in columns', () => {
  test('years below counties, each column its own', async () => {
    const lines = ['指标,汉阴县,石泉县', '行政许可,1,2', '年份,2023,2022', '行政处罚,3,4']
    const outcome = await read(lines)

    expect(outcome.reports).toEqual([
      ['汉阴县', 2023, 'whole', 1, 3],
      ['石泉县', 2022, 'whole', 2, 4],
    ])
    expect(outcome.named).toEqual([[3, 'year', '2023、2022']])
  })

  test('the whole list turned by a right angle', async () => {
    const lines = [
      '单位代码,610921,610922',
      '单位名称,汉阴县,石泉县',
      '年份,2023,2022',
      '口径,全县汇总,办公室',
      '行政许可,1,2',
    ]

    expect((await read(lines)).reports).toEqual([
      ['汉阴县', 2023, 'whole', 1],
      ['石泉县', 2022, 'office', 2],
    ])
  })

  test('a year that is wrong in such a row is told', async () => {
    const lines = ['指标,汉阴县,石泉县,宁陕县', '年份,2023,20222,2022', '行政许可,1,2,3']
    const { reports, told } = await read(lines)

    expect(reports.map(([name]) => name)).toEqual(['汉阴县', '宁陕县'])
    expect(told).toEqual([['year-invalid', 3, undefined, '20222']])
  })

  test('a column of scopes counts in a table of years, too', async () => {
    const lines = [
      '县区,口径,指标,2022年',
      '汉阴县,办公室,行政许可,1',
      '汉阴县,全县汇总,行政许可,3',
    ]

    expect((await read(lines)).reports).toEqual([
      ['汉阴县', 2022, 'office', 1],
      ['汉阴县', 2022, 'whole', 3],
    ])
  })
})

describe('years in words', () => {
  test('are counted from the year of the table, which is said', async () => {
    const lines = [
      '汉阴县2023年统计表,,,',
      '指标,上年,本年,增减',
      '行政许可,1,2,1',
      '行政处罚,3,4,1',
    ]
    const outcome = await read(lines)

    expect(outcome.reports).toEqual(bothYears)
    expect(outcome.named).toEqual([[2, 'year', '上年（2022）、本年（2023）']])
    expect(outcome.told).toEqual([['column-left-out', 2, 4, '增减']])
  })

  test('are asked about where nothing says that year', async () => {
    const { reports, told } = await read(['指标,汉阴县,', ',上年,本年', '行政许可,1,2'])

    expect(reports).toEqual([])
    expect(told.map(([code]) => code)).toEqual(['table-key-missing'])
  })

  test('本年 under a figure says what the row of a list does', async () => {
    const lines = ['县区,年份,行政许可,', ',,本年,上年', '汉阴县,2023,2,1']
    const { reports, told } = await read(lines)

    expect(reports).toEqual([['汉阴县', 2023, 'whole', 2]])
    expect(told).toEqual([['column-unknown', 1, 4, '行政许可·上年']])
  })

  test.each(['二〇二三年度', '二○二三年', '二O二三年'])('%s in a title is a year', async (year) => {
    const { reports } = await read([`${year}汇总表,,`, '县区,行政许可', '汉阴县,1'])

    expect(reports).toEqual([['汉阴县', 2023, 'whole', 1]])
  })
})

test('a row without a name is no total, and its figures are told', async () => {
  const { told } = await read(['指标,2022,2023', '行政许可,1,2', ',3,4'], '汉阴县.csv')

  expect(told).toEqual([['row-skipped', 3, undefined, '3 4']])
})
