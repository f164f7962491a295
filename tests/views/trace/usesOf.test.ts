import { expect, test } from 'vitest'
import { usesOf } from '@/views/trace/usesOf'

test('a figure leads to every measure and every comparison that it goes into', () => {
  const { measures, views } = usesOf('requests.granted.total')

  expect(measures.map(({ id }) => id)).toContain('rate.disclosed')
  expect(views.map(({ view, subject }) => `${view} ${subject}`)).toEqual(
    expect.arrayContaining(['outcomes groups', 'outcomes rates']),
  )
  expect(usesOf('fees.amount').views.map(({ view }) => view)).toContain('fees')
})
