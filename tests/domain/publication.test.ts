import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publicationDay, publicationState, publicationText } from '@/domain/publication'

test.each([
  ['2024-03-28', 20240328],
  ['2024年3月28日', 20240328],
  ['2024/3/28', 20240328],
  ['2024.03.28', 20240328],
  ['20240328', 20240328],
  ['２０２４－０３－２８', 20240328],
  ['2024-03-28 09:30:00', 20240328],
])('%s names a day', (text, day) => {
  expect(publicationDay(text)).toBe(day)
})

test.each(['', '3月28日', '2024-02-30', '2024-13-01', '1899-01-01', '45379', '2024', '待定'])(
  '%j names none',
  (text) => {
    expect(publicationDay(text)).toBeNull()
  },
)

test('a day is written so that it reads back', () => {
  const date = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(date, (at) => {
      const day = publicationDay(at.toISOString().slice(0, 10))

      expect(publicationDay(publicationText(day ?? NaN))).toBe(day)
    }),
  )
})

const on = (value: number) => ({ kind: 'value', value, approximate: false }) as const

test('the last day of March is in time, the first of April is late', () => {
  expect(publicationState(on(20240331), 2023, 20240601)).toBe('onTime')
  expect(publicationState(on(20240401), 2023, 20240601)).toBe('late')
})

test('no report is missing only when it was due', () => {
  expect(publicationState(null, 2023, 20240331)).toBe('notDue')
  expect(publicationState(null, 2023, 20240401)).toBe('missing')
})

test('a report without a day is neither in time nor late', () => {
  expect(publicationState({ kind: 'blank' }, 2023, 20240601)).toBe('unknown')
  expect(publicationState({ kind: 'unreadable' }, 2023, 20240601)).toBe('unknown')
})
