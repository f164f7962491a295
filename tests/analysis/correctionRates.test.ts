import { expect, test } from 'vitest'
import { answerCell } from '@/analysis/answerCell'
import { standingsOf } from '@/analysis/standings'
import { percentText } from '@/wording/numbers'
import { answerTo } from '../charts/answers'

// 351 reviews, 37 of them pending, 64 corrected: shaped like those of 淮安市 in 2024.
const figures = {
  'review.upheld': 200,
  'review.corrected': 64,
  'review.other': 50,
  'review.pending': 37,
  'review.total': 351,
}

test('a rate of corrections says of which cases: 64/314 decided or 64/351 in all', () => {
  const items = ['rate.reviewCorrected', 'rate.reviewCorrectedOfAll']
  const asked = { items, units: ['990101'], years: [2024, 2024] as const }
  const answer = answerTo(asked, [{ unit: '990101', year: 2024, figures }])
  const cells = items.map((item) => answerCell(answer, item, 0, 0))
  expect(cells.map(({ value }) => percentText(value, 1))).toEqual(['20.4%', '18.2%'])
  expect(cells.map(({ denominator }) => denominator)).toEqual([314, 351])

  const [standing] = standingsOf(cells.slice(0, 1), 30)
  expect(standing).toMatchObject({ kind: 'alone' })
  const interval = standing?.kind === 'alone' ? standing.interval : null
  expect([interval?.low.toFixed(1), interval?.high.toFixed(1)]).toEqual(['16.3', '25.2'])
})
