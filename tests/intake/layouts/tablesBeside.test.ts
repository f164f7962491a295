import { expect, test } from 'vitest'
import { placeAt } from '@/data/traceCell'
import type { Report } from '@/domain/report'
import { intake } from '../intake'

/** Unit, year and figures of the reports, with row and column where each was read. */
async function read(rows: readonly string[]) {
  const { reports, findings } = await intake('a.csv', rows.join('\n'))
  return { reports: reports.map(said), codes: findings.map(({ code }) => code) }
}

function said({ unit, year, cells }: Report): string {
  const figures = [...cells].map(
    ([id, cell]) => `${id} ${'value' in cell ? cell.value : cell.kind}`,
  )
  return [unit.name, year, ...figures].join(' ')
}

test('two tables beside each other are both read, each with its own units and years', async () => {
  const { reports, codes } = await read([
    '单位,年度,行政许可,,单位,年度,行政许可',
    '洪泽区,2022,1,,洪泽区,2021,5',
    '金湖县,2022,3,,涟水县,2022,7',
    ',,,,盱眙县,2022,9',
  ])
  expect(reports).toEqual([
    '洪泽区 2022 licensing.decisions 1',
    '金湖县 2022 licensing.decisions 3',
    '洪泽区 2021 licensing.decisions 5',
    '涟水县 2022 licensing.decisions 7',
    '盱眙县 2022 licensing.decisions 9',
  ])
  expect(codes).toContain('tables-beside')
})

test('figures beside another unit of their own are its own, whatever the order', async () => {
  const { reports, codes } = await read([
    '单位,年度,行政许可,,单位,年度,行政处罚',
    '洪泽区,2022,1,,金湖县,2022,5',
    '金湖县,2022,3,,洪泽区,2022,7',
    ',,,,盱眙县,2022,9',
  ])
  expect(reports).toEqual([
    '洪泽区 2022 licensing.decisions 1 penalties.decisions 7',
    '金湖县 2022 licensing.decisions 3 penalties.decisions 5',
    '盱眙县 2022 penalties.decisions 9',
  ])
  expect(codes).toContain('tables-joined')
  expect(codes).not.toContain('report-duplicate')
})

test('each figure of tables put together has its own place', async () => {
  const { draft } = await intake(
    'a.csv',
    [
      '单位,年度,行政许可,,单位,年度,行政处罚',
      '洪泽区,2022,1,,金湖县,2022,5',
      '金湖县,2022,3,,洪泽区,2022,7',
    ].join('\n'),
  )
  const [segment] = draft.segments
  const places = segment?.columns.flatMap((_, column) =>
    [0, 1].map((row) => {
      const place = placeAt(segment, column, row)
      return [place?.row, place?.column]
    }),
  )
  expect(places).toEqual([
    [2, 3],
    [3, 3],
    [3, 7],
    [2, 7],
  ])
})

test('below each other as well, and a report twice in one of them is refused', async () => {
  const { reports, codes } = await read([
    '单位,年度,行政许可',
    '洪泽区,2022,1',
    '金湖县,2022,3',
    '金湖县,2022,4',
    '',
    '单位,年度,行政处罚',
    '金湖县,2022,5',
  ])
  expect(reports).toEqual([
    '洪泽区 2022 licensing.decisions 1',
    '金湖县 2022 licensing.decisions 3 penalties.decisions 5',
  ])
  expect(codes.filter((code) => code === 'report-duplicate')).toHaveLength(1)
})

test('tables that have a figure in common are not put together', async () => {
  const { reports, codes } = await read([
    '单位,年度,行政许可,行政处罚,,单位,年度,行政处罚',
    '洪泽区,2022,1,2,,金湖县,2022,5',
    '金湖县,2022,3,4,,洪泽区,2022,7',
  ])
  expect(reports).toEqual([
    '洪泽区 2022 licensing.decisions 1 penalties.decisions 2',
    '金湖县 2022 licensing.decisions 3 penalties.decisions 4',
  ])
  expect(codes.filter((code) => code === 'report-duplicate')).toHaveLength(2)
})

test('a figure beside another unit without a year is never that of the first', async () => {
  const { reports, codes } = await read([
    '单位,年度,行政许可,,单位,行政处罚',
    '洪泽区,2022,1,,金湖县,5',
    '金湖县,2022,3,,洪泽区,7',
  ])
  expect(reports).toEqual([
    '洪泽区 2022 licensing.decisions 1',
    '金湖县 2022 licensing.decisions 3',
  ])
  expect(codes).toContain('column-year-missing')
})

test('keys that every row repeats are those of one table', async () => {
  const { reports, codes } = await read([
    '单位,年度,行政许可,,单位,年度,行政处罚',
    '洪泽区,2022,1,,洪泽区,2022,5',
    '金湖县,2022,3,,金湖县,2022,7',
  ])
  expect(reports).toEqual([
    '洪泽区 2022 licensing.decisions 1 penalties.decisions 5',
    '金湖县 2022 licensing.decisions 3 penalties.decisions 7',
  ])
  expect(codes).toContain('tables-beside')
})

test('a second column of years is of the figures behind it', async () => {
  const { reports } = await read([
    '单位,年度,行政许可,年度,行政许可',
    '洪泽区,2022,1,2021,5',
    '金湖县,2022,3,2021,7',
  ])
  expect(reports).toEqual([
    '洪泽区 2022 licensing.decisions 1',
    '金湖县 2022 licensing.decisions 3',
    '洪泽区 2021 licensing.decisions 5',
    '金湖县 2021 licensing.decisions 7',
  ])
})

test('the unit of money above is that of both tables', async () => {
  const { reports } = await read([
    '单位：元',
    '单位,年度,收费金额,,单位,年度,收费金额',
    '洪泽区,2022,10000,,盱眙县,2022,50000',
  ])
  expect(reports).toEqual(['洪泽区 2022 fees.amount 1', '盱眙县 2022 fees.amount 5'])
})

test.each([
  ['县区,年度,行政许可,填报单位,行政处罚', '洪泽区,2022,1,洪泽区政府办,5'],
  ['年度,单位名称,行政许可,行政处罚,单位代码', '2022,洪泽区,1,5,320813'],
  ['单位,年度,年份,行政许可,行政处罚', '洪泽区,2022,2022,1,5'],
])('one table with another column of units or years is one: %s', async (header, row) => {
  const { reports, codes } = await read([header, row])
  expect(reports).toEqual(['洪泽区 2022 licensing.decisions 1 penalties.decisions 5'])
  expect(codes).not.toContain('tables-beside')
})

test.each([
  ['单位,年度,行政许可,,行政处罚,', ',,2022,2023,2022,2023', '洪泽区,2023,1,2,3,4'],
  ['单位,年度,行政许可,,行政处罚,', ',,2022年,2023年,2022年,2023年', '洪泽区,2023,1,2,3,4'],
  ['单位,年度,2022年行政许可,2023年行政许可,2023年度行政处罚', '洪泽区,2023,1,2,4'],
])('of columns named by years those of the year of all rows are read: %s', async (...rows) => {
  const { reports, codes } = await read(rows)
  expect(reports).toEqual(['洪泽区 2023 licensing.decisions 2 penalties.decisions 4'])
  expect(codes).toContain('columns-of-year')
})

test('a unit of measure beside the year counts', async () => {
  const { reports } = await read([
    '单位,年度,收费金额（元）,',
    ',,2022年,2023年',
    '洪泽区,2023,10000,20000',
  ])
  expect(reports).toEqual(['洪泽区 2023 fees.amount 2'])
})

test.each([
  '单位,年度,行政许可（本年）,行政许可（上年）,行政处罚本年数,行政处罚上年数',
  '单位,年度,本年行政许可,上年行政许可,本年度行政处罚,上年度行政处罚',
])('本年 in the name of a column is the year of its row, 上年 is told: %s', async (header) => {
  const { reports, codes } = await read([header, '洪泽区,2023,1,9,3,9', '洪泽区,2022,2,9,4,9'])
  expect(reports).toEqual([
    '洪泽区 2023 licensing.decisions 1 penalties.decisions 3',
    '洪泽区 2022 licensing.decisions 2 penalties.decisions 4',
  ])
  expect(codes.filter((code) => code === 'column-unknown')).toHaveLength(2)
})

test.each([
  [
    '单位,年度,行政许可,,行政处罚,',
    ',,2022,2023,2022,2023',
    '洪泽区,2023,1,2,3,4',
    '洪泽区,2022,1,2,3,4',
  ],
  ['单位,年度,行政许可,,行政处罚,', ',,2021年,2022年,2021年,2022年', '洪泽区,2023,1,2,3,4'],
  ['单位,年度,2022年行政许可,2023年行政许可', '洪泽区,2023,1,2', '洪泽区,2022,1,2'],
])(
  'years over the figures of a list that has a year column are asked about: %s',
  async (...rows) => {
    const { reports, codes } = await read(rows)
    expect(reports).toEqual([])
    expect(codes).toContain('years-twice')
  },
)

test('without the year column the years over the figures are theirs', async () => {
  const { reports } = await read([
    '单位,行政许可,,行政处罚,',
    ',2022,2023,2022,2023',
    '洪泽区,1,2,3,4',
  ])
  expect(reports).toEqual([
    '洪泽区 2022 licensing.decisions 1 penalties.decisions 3',
    '洪泽区 2023 licensing.decisions 2 penalties.decisions 4',
  ])
})
