import { expect, test } from 'vitest'
import { answerCell } from '@/analysis/answerCell'
import { standingsOf } from '@/analysis/standings'
import { facetOf } from '@/charts/facets'
import { rankTable } from '@/charts/rankTable'
import { answerTo } from './answers'

const item = 'licensing.decisions'
const years = [2022, 2023]
const answer = answerTo({ items: [item], units: ['990101', '990102'], years: [2022, 2023] }, [
  { unit: '990101', year: 2022, figures: { [item]: 20 } },
  { unit: '990101', year: 2023, figures: { [item]: 40 } },
  { unit: '990102', year: 2023, figures: { [item]: 50 } },
])
const standings = years.map((_, year) =>
  standingsOf(
    [0, 1].map((unit) => answerCell(answer, item, unit, year)),
    null,
  ),
)
const table = rankTable({
  ...{ answer, facets: [facetOf(answer, '许可', [item])], units: [0, 1], years: [0, 1] },
  ...{ standings: [standings], caption: '' },
})

test('ranks over the years stand below of how many they are, and no unit is first of one', () => {
  const texts = [0, 1, 2].map((row) => table.text.row(row).cells.map(({ text }) => text))
  expect(table.text.rows).toBe(3)
  expect(texts).toEqual([
    ['0/2', '2/2'],
    ['仅此一家', '2'],
    ['未报', '1'],
  ])
})

test('a rank leads to the figure of its unit, the row above to none', () => {
  expect(table.target(0, 1)).toBeNull()
  expect(table.target(1, 0)).toMatchObject({ unit: 'cn:990101', year: 2022 })
  expect(table.target(2, 1)).toMatchObject({ unit: 'cn:990102', year: 2023 })
})
