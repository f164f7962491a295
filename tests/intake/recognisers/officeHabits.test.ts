import * as spreadsheet from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { intake, type ReadText } from '../intake'

type Cells = readonly (readonly (string | number)[])[]

/** A workbook of sheets by their names; `merges` are ranges of the first one. */
function workbook(sheets: Readonly<Record<string, Cells>>, merges: readonly string[] = []) {
  const book = spreadsheet.utils.book_new()
  for (const [at, [name, cells]] of Object.entries(sheets).entries()) {
    const sheet = spreadsheet.utils.aoa_to_sheet(cells.map((row) => [...row]))
    if (at === 0) sheet['!merges'] = merges.map((range) => spreadsheet.utils.decode_range(range))
    spreadsheet.utils.book_append_sheet(book, sheet, name)
  }
  const bytes: unknown = spreadsheet.write(book, { type: 'array', bookType: 'xlsx' })
  return new Uint8Array(bytes as ArrayBuffer)
}

function numbers({ reports }: ReadText): unknown[] {
  return reports.map(({ unit, year, scope, cells }) => [
    ...[unit.name, year, scope],
    ...[...cells.values()].map((cell) => (cell.kind === 'value' ? cell.value : cell.kind)),
  ])
}

function told({ findings }: ReadText): unknown[] {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, place }) => [code, place.sheet, place.row])
}

describe('the unit of money in a note below a table', () => {
  const rows: Cells = [
    ['县区', '年份', '行政事业性收费金额'],
    ['汉阴县', 2023, 35_000],
  ]

  test.each([
    '注：收费金额单位为元。',
    '说明：1.本表金额单位：元；2.数据来自各县。',
    '备注：以元为单位',
  ])('counts: %s', async (note) => {
    const read = await intake('a.xlsx', workbook({ 表: [...rows, [note]] }))

    expect(numbers(read)).toEqual([['汉阴县', 2023, 'whole', 3.5]])
    expect(told(read)).toEqual([['column-unit-stated', '表', 1]])
  })

  test('counts in a cross table, and that the line above says another one is told', async () => {
    const cells: Cells = [
      ['2023年（单位：万元）'],
      ['县区', '行政事业性收费金额'],
      ['汉阴县', 3],
      ['注：金额单位为元'],
    ]
    const read = await intake('a.xlsx', workbook({ 表: cells }))

    expect(numbers(read)).toEqual([['汉阴县', 2023, 'whole', 3]])
    expect(told(read)).toEqual([['money-unit-two', '表', 2]])
  })

  test('counts in a big clean file as well', async () => {
    const lines = ['县区,年份,行政事业性收费金额', '汉阴县,2023,35000', '注：金额单位为元,,']
    const read = await intake('a.csv', lines.join('\n'))

    expect(numbers(read)).toEqual([['汉阴县', 2023, 'whole', 3.5]])
  })
})

test('a sheet a county: numbered rows, two years, and what is counted from them', async () => {
  const read = await intake(
    'a.xlsx',
    workbook({
      汉阴县: [
        ['指标', '2023年', '2022年', '同比（%）', '备注'],
        ['一、行政许可', 10, 8, '25%', '较上年增长'],
        ['二、行政处罚', 4, 5, '-20%', ''],
      ],
    }),
  )

  expect(numbers(read)).toEqual([
    ['汉阴县', 2023, 'whole', 10, 4],
    ['汉阴县', 2022, 'whole', 8, 5],
  ])
  expect(told(read)).toEqual([['column-left-out', '汉阴县', 1]])
})

test('a header of two rows without a year column takes the year of the file', async () => {
  const read = await intake(
    '2023年.xlsx',
    workbook(
      {
        表: [
          ['县区', '规章', '', '', '行政规范性文件', '', ''],
          ['', '制发', '废止', '现行有效', '制发', '废止', '现行有效'],
          ['汉阴县', 1, 2, 3, 4, 5, 6],
        ],
      },
      ['A1:A2', 'B1:D1', 'E1:G1'],
    ),
  )

  expect(numbers(read)).toEqual([['汉阴县', 2023, 'whole', 1, 2, 3, 4, 5, 6]])
  expect(read.findings.find(({ code }) => code === 'table-key-inferred')?.detail).toEqual({
    ...{ dimension: 'year', taken: '2023', by: '文件名' },
  })
})

test('a rank below the name of a figure is not its number', async () => {
  const cells: Cells = [
    ['2023年'],
    ['县区', '行政许可', ''],
    ['', '排名', '数量'],
    ['汉阴县', 2, 18_468],
  ]
  const read = await intake('a.xlsx', workbook({ 表: cells }, ['A2:A3', 'B2:C2']))

  expect(numbers(read)).not.toContainEqual(['汉阴县', 2023, 'whole', 2])
  expect(told(read)).toContainEqual(['column-unknown', '表', 2])
})

test('no sheet beside others is passed over in silence', async () => {
  const list: Cells = [
    ['县区', '行政许可'],
    ['汉阴县', 1],
  ]
  const read = await intake(
    'a.xlsx',
    workbook({
      目录: [
        ['序号', '表名'],
        [1, '附件1'],
      ],
      '2023年': list,
      两年合计: list,
      逐年: [
        ['县区', '年份', '行政处罚'],
        ['石泉县', 2022, 5],
      ],
    }),
  )

  expect(numbers(read)).toEqual([
    ['石泉县', 2022, 'whole', 5],
    ['汉阴县', 2023, 'whole', 1],
  ])
  expect(told(read)).toEqual([['column-year-missing', '两年合计', 1]])
  expect(read.findings.find(({ code }) => code === 'layout-unknown')).toMatchObject({
    severity: 'info',
    place: { sheet: '目录' },
  })
})

test('sums of some counties are no county', async () => {
  const read = await intake(
    'a.csv',
    ['县区,年份,行政许可', '汉阴县,2023,1', '南片小计,2023,1', '安康市合计,2023,1'].join('\n'),
  )

  expect(numbers(read)).toEqual([['汉阴县', 2023, 'whole', 1]])
  expect(read.findings.filter(({ code }) => code === 'row-skipped')).toHaveLength(2)
})

test('a figure in a cell merged over two counties, two years or two figures is nobody’s', async () => {
  const cells: Cells = [
    ['县区', '年份', '行政许可', '行政处罚'],
    ['甲县', 2022, 12, 5],
    ['乙县', 2022, '', 6],
    ['丙县', 2022, 13, 7],
    ['', 2023, '', 8],
    ['丁县', 2022, 9, ''],
    ['戊县', 2022, '/', 4],
    ['己县', 2022, '', 3],
  ]
  const merges = ['C2:C3', 'A4:A5', 'C4:C5', 'C6:D6', 'C7:C8']
  const read = await intake('a.xlsx', workbook({ 表: cells }, merges))

  expect(numbers(read)).toEqual([
    ['甲县', 2022, 'whole', 'unreadable', 5],
    ['乙县', 2022, 'whole', 'unreadable', 6],
    ['丙县', 2022, 'whole', 'unreadable', 7],
    ['丙县', 2023, 'whole', 'unreadable', 8],
    ['丁县', 2022, 'whole', 'unreadable', 'unreadable'],
    ['戊县', 2022, 'whole', 'notApplicable', 4],
    ['己县', 2022, 'whole', 'blank', 3],
  ])
  expect(read.findings.filter(({ code }) => code === 'cell-unreadable')).toHaveLength(6)
  expect(read.findings.find(({ code }) => code === 'cell-unreadable')).toMatchObject({
    place: { sheet: '表', row: 2, column: 3 },
    raw: '合并单元格：12',
  })
})

test('a figure merged over its own rows alone is read', async () => {
  const cells: Cells = [
    ['县区', '年份', '行政许可'],
    ['甲县', 2022, 12],
    ['', '', ''],
    ['乙县', 2022, 13],
  ]
  const read = await intake('a.xlsx', workbook({ 表: cells }, ['A2:A3', 'B2:B3', 'C2:C3']))

  expect(numbers(read)).toEqual([
    ['甲县', 2022, 'whole', 12],
    ['乙县', 2022, 'whole', 13],
  ])
})

test.each([
  ['乡镇', '城关镇', ''],
  ['镇（街道）', '城关镇', '合计'],
  ['季度', '一季度', '全年'],
  ['月份', '1月', '全年'],
])(
  'the rows of a column %s are of parts, but for that of the whole',
  async (header, part, whole) => {
    const lines = [
      `县区,${header},年份,行政许可`,
      `甲县,${part},2023,1`,
      `甲县,${whole},2023,9`,
      `乙县,${part},2023,2`,
    ]
    const read = await intake('a.csv', lines.join('\n'))

    expect(numbers(read)).toEqual([['甲县', 2023, 'whole', 9]])
    expect(read.findings.filter(({ code }) => code === 'row-of-part')).toHaveLength(2)
  },
)

test('what is worked out below a table, and who filled it in, is no report', async () => {
  const below = [
    '县均',
    '中位数',
    '最大值',
    '排名',
    '占比（%）',
    '上年同期',
    '同比增减',
    '填表人：张三',
  ]
  const lines = ['县区,年份,行政许可', '甲县,2023,1', ...below.map((name) => `${name},2023,7`)]
  const read = await intake('a.csv', lines.join('\n'))

  expect(numbers(read)).toEqual([['甲县', 2023, 'whole', 1]])
  expect(read.findings.filter(({ code }) => code === 'row-skipped')).toHaveLength(below.length)
})

test('numbers before names are no part of them, and the name of an office says the scope', async () => {
  const lines = [
    '县区,年份,行政许可',
    '1.汉阴县,2023,1',
    '（二）石泉县,2023,2',
    '汉阴县政府办,2023,3',
    '石泉县（本级）,2023,4',
  ]
  const read = await intake('a.csv', lines.join('\n'))

  expect(numbers(read)).toEqual([
    ['汉阴县', 2023, 'whole', 1],
    ['石泉县', 2023, 'whole', 2],
    ['汉阴县', 2023, 'office', 3],
    ['石泉县', 2023, 'office', 4],
  ])
  expect(
    read.findings.flatMap(({ code, raw }) => (code === 'scope-from-name' ? [raw] : [])),
  ).toEqual(['汉阴县政府办', '石泉县（本级）'])
})

test('a list by names of figures with 本年 and 上年 has those of its year, and the others are told', async () => {
  const lines = ['单位,年度,指标,上年数,本年数,备注', '汉阴县,2023,行政许可,1,2,含乡镇']
  const read = await intake('a.csv', lines.join('\n'))

  expect(numbers(read)).toEqual([['汉阴县', 2023, 'whole', 2]])
  expect(
    read.findings.flatMap(({ code, raw, severity }) =>
      code === 'column-left-out' ? [[raw, severity]] : [],
    ),
  ).toEqual([
    ['上年数', 'warning'],
    ['备注', 'info'],
  ])
})

test.each([
  [['单位,年份,行政许可,行政处罚', '甲,乙,1,2', '汉阴县,2023,3,4']],
  [['2023年,,', '单位,行政许可,行政处罚', '甲,1,2', '汉阴县,3,4']],
])('a row that numbers the columns is no report: %j', async (lines) => {
  const read = await intake('a.csv', lines.join('\n'))

  expect(numbers(read)).toEqual([['汉阴县', 2023, 'whole', 3, 4]])
  expect(told(read)).toEqual([])
})
