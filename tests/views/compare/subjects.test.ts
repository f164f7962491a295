import { expect, test } from 'vitest'
import { indicatorById } from '@/domain/catalogue'
import { measureById, yearOnYearById } from '@/domain/measures'
import { itemsOf, subjectOf, subjects } from '@/views/compare/subjects'
import { viewNames } from '@/wording/viewNames'

test('every figure of every view is in the catalogue', () => {
  const items = viewNames.flatMap((view) => subjects[view].flatMap(itemsOf))
  const unknown = items.filter(
    (id) => !indicatorById(id) && !measureById(id) && !yearOnYearById(id),
  )

  expect(unknown).toEqual([])
  expect(items.length).toBeGreaterThan(60)
})

test('the parts of the outcomes are the statutory ones, each group in full', () => {
  const parts = subjects.outcomes.flatMap((subject) =>
    subject.kind === 'composition' ? [[subject.id, subject.spec.parts.length]] : [],
  )

  expect(parts).toEqual([
    ['groups', 6],
    ['denied', 8],
    ['unavailable', 3],
    ['rejected', 5],
    ['other', 4],
    ['refusal', 3],
    ['applicants', 6],
  ])
})

test('an unknown subject is the one that the view opens with', () => {
  expect(subjectOf('fees', '__proto__').id).toBe('amount')
})
