import { expect, test } from 'vitest'
import type { Finding } from '@/domain/finding'
import { fileOutcomes } from '@/views/import/fileOutcomes'

const file = {
  path: 'a.csv',
  layout: 'wide',
  leftOut: false,
  reports: 2,
  compare: { added: 5, same: 3, changed: 2, blanked: 1 },
  replaced: 0,
  findings: [],
} as const

const empty: Finding = { code: 'file-empty', severity: 'error', place: { file: 'e.csv' } }
const note: Finding = { code: 'delimiter-guessed', severity: 'info', place: { file: 'e.csv' } }

test('every file is told of, with what was written and what was not', () => {
  expect(
    fileOutcomes([
      file,
      { ...file, path: 'b.csv', replaced: 3 },
      { ...file, path: 'c.csv', compare: { added: 0, same: 3, changed: 1, blanked: 0 } },
      { ...file, path: 'd.csv', leftOut: true },
      { ...file, path: 'e.csv', layout: null, reports: 0, findings: [note, empty] },
    ]),
  ).toEqual([
    { path: 'a.csv', kind: 'taken', reports: 2, written: 5, refused: 3, reason: null },
    { path: 'b.csv', kind: 'taken', reports: 2, written: 8, refused: 0, reason: null },
    { path: 'c.csv', kind: 'unchanged', reports: 2, written: 0, refused: 1, reason: null },
    { path: 'd.csv', kind: 'leftOut', reports: 2, written: 0, refused: 0, reason: null },
    { path: 'e.csv', kind: 'unread', reports: 0, written: 0, refused: 0, reason: empty },
  ])
})

test('a file that was understood but holds no report was not read', () => {
  expect(fileOutcomes([{ ...file, reports: 0, findings: [note] }])).toEqual([
    { path: 'a.csv', kind: 'unread', reports: 0, written: 0, refused: 0, reason: note },
  ])
})
