import { expect, test } from 'vitest'
import type { Finding } from '@/domain/finding'
import { fileOutcomes } from '@/views/import/fileOutcomes'

const file = {
  path: 'a.csv',
  kind: 'csv',
  listed: [],
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

test('a file of an archive that gave no report stands below it, with why', () => {
  const inside = (name: string): Finding['place'] => ({ file: `a.zip/${name}` })
  const other: Finding = {
    code: 'form-other-report',
    severity: 'error',
    place: { ...inside('预算.html'), row: 1 },
  }
  const damaged: Finding = { code: 'pdf-damaged', severity: 'error', place: inside('b.pdf') }
  const empty: Finding = { code: 'form-empty', severity: 'warning', place: inside('空表.docx') }
  const sum: Finding = {
    code: 'form-sum-fails',
    severity: 'error',
    place: { ...inside('c.html'), row: 9 },
    indicators: ['review.total'],
  }
  const listed = [{ unitName: '示例县', year: 2023, document: 'a.zip/c.html' }]
  const archive = { ...file, path: 'a.zip', kind: 'zip', layout: 'form', listed } as const

  const outcomes = fileOutcomes([{ ...archive, findings: [other, sum, damaged, empty] }])

  expect(outcomes.map(({ path, kind, reason }) => [path, kind, reason])).toEqual([
    ['a.zip', 'taken', null],
    ['a.zip/预算.html', 'unread', other],
    ['a.zip/b.pdf', 'unread', damaged],
    ['a.zip/空表.docx', 'unread', empty],
  ])
})
