import { expect, test } from 'vitest'
import { facetOf } from '@/charts/facets'
import { unitTable } from '@/charts/tables'
import { answerTo, type WrittenReport } from './answers'

const item = 'licensing.decisions'
const report = (unit: string, decisions: number): WrittenReport => ({
  unit,
  year: 2023,
  figures: { [item]: decisions },
})
const reports = [report('990101', 10), report('990102', 20), report('990201', 5)]

function answerOf(units: readonly string[]) {
  return answerTo({ items: [item], units, years: [2023, 2023] }, reports)
}

test('sums by city stand below the sum of all, each with its n/N and who is missing', () => {
  const answer = answerOf(['990101', '990102', '990201', '990202'])
  const city = (code: string, name: string, units: readonly string[]) => ({
    above: { id: `cn:${code}`, code, name, since: null, until: null },
    answer: answerOf(units),
  })
  const table = unitTable({
    answer,
    facets: [facetOf(answer, '行政许可', [item])],
    units: [0, 1, 2, 3],
    years: [0],
    caption: '',
    rollUps: [
      city('990100', '甲市', ['990101', '990102']),
      city('990200', '乙市', ['990201', '990202']),
    ],
  })
  const rows = Array.from({ length: table.text.rows }, (_, index) => table.text.row(index))

  expect(rows.map(({ header, cells }) => [header, cells[0]?.text])).toEqual([
    ['合计', '35（3/4）'],
    ['甲市合计', '30'],
    ['乙市合计', '5（1/2）'],
    ['甲县', '10'],
    ['乙县', '20'],
    ['丙县', '5'],
    ['丁县', '未报'],
  ])
  expect(table.total(2, 0)).toMatchObject({
    heading: '乙市 · 行政许可（件） · 2023 年',
    total: { missing: [3] },
  })
  expect(table.target(3, 0)).toMatchObject({ unit: 'cn:990101' })
  expect(table.target(2, 0)).toBeNull()
})
