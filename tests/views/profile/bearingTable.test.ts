import { expect, test } from 'vitest'
import { viewCsv } from '@/exports/viewCsv'
import { fileTable } from '@/exports/viewFile'
import { viewWorkbook } from '@/exports/viewWorkbook'
import { readSource } from '@/intake/readers/readSource'
import { runThrough } from '@/ui/slices'
import { bearingTable } from '@/views/profile/bearingTable'
import { answerTo } from '../../charts/answers'

const items = ['licensing.decisions', 'rate.disclosed']
const units = ['990101', '990102', '990103']
const answer = answerTo(
  { items, units, years: [2023, 2023] },
  units.map((unit, at) => ({
    unit,
    year: 2023,
    figures: {
      'licensing.decisions': 10 * (at + 1),
      'requests.granted.total': 50 + at,
      'requests.partial.total': 0,
      'requests.processed.total': 100,
    },
  })),
)
const circle = { id: 'city', name: '本市', medianName: '本市中位数', units: [0, 1, 2] }
const { text } = bearingTable(answer, items, 1, [circle])
const file = { title: '县区画像', facts: [], table: runThrough(fileTable(text)) }
const names = [
  '行政许可·处理决定（件）',
  '行政许可·处理决定（件） · 本市中位数',
  '行政许可·处理决定 · 本市名次',
  '公开率',
  '公开率 · 本市中位数',
  '公开率 · 本市名次',
]

test('on the page a median and a rank stand below their figure', () => {
  expect(text.row(1).header).toBe('　本市中位数')
})

test('in a file every row names its figure', async () => {
  expect(file.table.rows.map(({ head: [name] }) => name)).toEqual(names)
  expect(
    viewCsv(file)
      .split('\r\n')
      .slice(1, 7)
      .map((line) => line.split(',')[0]),
  ).toEqual(names)

  const bytes = new Uint8Array(await (await viewWorkbook(file)).arrayBuffer())
  const [document] = await readSource({ name: 'a.xlsx', path: 'a.xlsx', bytes })
  const rows = document?.grids.find(({ name }) => name === '数据')?.rows ?? []
  expect(rows.slice(1, 7).map((row) => row[0])).toEqual(names)
})

test('a spreadsheet cannot take a rank for a date', () => {
  // 2/3 would be the third of February.
  expect(viewCsv(file)).toContain('行政许可·处理决定 · 本市名次,（2/3）')
})
