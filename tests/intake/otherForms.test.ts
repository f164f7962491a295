import { expect, test } from 'vitest'
import { findingMessage } from '@/wording/findings'
import { intake } from './intake'

/** What is told of figures of another form, with place and text, and all figures as read. */
async function read(rows: readonly string[]) {
  const { reports, findings } = await intake('a.csv', rows.join('\n'))
  return {
    figures: reports.map(({ year, cells }) => [
      year,
      ...[...cells].map(([id, cell]) => `${id} ${'value' in cell ? cell.value : cell.kind}`),
    ]),
    told: findings.filter(({ code }) => code === 'figure-of-other-form'),
  }
}

test('a figure that the form of its year does not have is told once a column, and read', async () => {
  const { figures, told } = await read([
    '单位,年份,行政许可,行政许可增减',
    '甲县,2023,12,-3',
    '乙县,2022,11,+2',
    '丙县,2020,11,+2',
    '丁县,2021,11,',
  ])

  expect(figures[0]).toEqual([2023, 'licensing.decisions 12', 'licensing.itemsChange -3'])
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({
    severity: 'warning',
    place: { file: 'a.csv', row: 2, column: 4 },
    indicators: ['licensing.itemsChange'],
    detail: { count: 2, years: '2022、2023' },
  })
  expect(told.map(findingMessage)).toEqual([
    '“-3” 按“行政许可·项目增减”读取，可是 2021 年表样没有这一项（这一列共 2 个，2022、2023 年），也许是别的数字。请核对列名；确实用了另一种表样的，请加“表样”一列写明。',
  ])
})

test('the other way round, too', async () => {
  const { told } = await read(['单位,年份,行政许可,收费金额', '甲县,2019,12,3.5', '乙县,2018,1,2'])

  expect(told).toMatchObject([{ place: { row: 2, column: 4 }, indicators: ['fees.amount'] }])
})

test.each([
  [['单位,年份,表样,行政许可,行政许可增减', '甲县,2022,2019,12,-3']],
  [['单位,年份,行政许可,其他处理', '甲县,2023,12,3']],
  [['单位,年份,表样,行政许可,其他处理', '甲县,2023,2021,12,3']],
])('a form that the file says, and （六） in one row, are nothing to tell: %j', async (rows) => {
  const { told, figures } = await read(rows)

  expect(figures[0]).toHaveLength(3)
  expect(told).toEqual([])
})

test('what a file says of its form itself holds for its figures', async () => {
  const { told } = await read(['单位,年份,表样,行政许可增减', '甲县,2023,2021,-3'])

  expect(told.map(findingMessage)).toEqual([
    '“-3” 按“行政许可·项目增减”读取，可是这里写明是 2021 年表样，该表样没有这一项（这一列共 1 个，2023 年）。请核对列名和表样。',
  ])
})

test('a big clean list is told of like a small one', async () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => `县${at},2023,12,3`)
  const { told } = await read(['单位,年份,行政许可,行政许可增减', ...rows])

  expect(told).toMatchObject([{ place: { row: 2, column: 4 }, detail: { count: 30_000 } }])
})
