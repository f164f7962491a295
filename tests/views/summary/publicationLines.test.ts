import { expect, test } from 'vitest'
import { PUBLISHED_ON } from '@/domain/publication'
import { dayOf, publicationLine, publicationLines } from '@/views/summary/publicationLines'
import { answerTo } from '../../charts/answers'

const units = ['990101', '990102', '990103', '990104']
const answer = answerTo({ items: [PUBLISHED_ON], units, years: [2023, 2023] }, [
  { unit: '990101', year: 2023, figures: { [PUBLISHED_ON]: 20240331 } },
  { unit: '990102', year: 2023, figures: { [PUBLISHED_ON]: 20240412 } },
  { unit: '990103', year: 2023, figures: { 'fees.amount': 1 } },
])

test('who was late and who has not reported is named, the others are counted', () => {
  expect(publicationLines(answer, 20240601)).toEqual([
    '逾期 1 个：乙县（2024-04-12）',
    '未报 1 个：丁县',
    '日期不详 1 个',
    '按时 1 个',
  ])
})

test('before the day nobody is missing', () => {
  expect(publicationLines(answer, 20240301).join()).toContain('未到期 1 个')
})

test('a report says when it was made public', () => {
  expect(publicationLine(answer, 20240601)).toBe('2024-03-31，按时')
})

test('a moment is the day of the clock on the wall', () => {
  expect(dayOf(new Date(2024, 2, 5, 23, 30).getTime())).toBe(20240305)
})
