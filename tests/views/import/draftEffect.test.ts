import { expect, test } from 'vitest'
import type { DraftFileView, DraftSummary } from '@/engine/draftProtocol'
import { commitHindrance, draftEffect } from '@/views/import/draftEffect'

const file: DraftFileView = {
  source: 'a',
  name: 'a.csv',
  path: 'a.csv',
  size: 10,
  kind: 'csv',
  encoding: 'UTF-8',
  layout: 'wide',
  columns: [],
  openUnits: [],
  findings: [],
  rows: 2,
  reports: 2,
  years: [2023],
  editions: ['2021'],
  cells: { value: 9, blank: 0, notApplicable: 0, unreadable: 0 },
  compare: { added: 5, same: 3, changed: 2, blanked: 1 },
  replaced: 0,
  conflicts: 0,
  fixed: 0,
  settled: [],
  listed: [],
  overwrite: false,
  leftOut: false,
  units: [],
  changes: [],
}

function draft(...files: DraftFileView[]): DraftSummary {
  const nothing = { openUnits: [], decidedUnits: [], questions: [], offers: [] }
  return { files, ...nothing, totals: file.compare, tellsMore: false, keeping: 'kept' }
}

test('what differs is kept, unless the cells are to be taken; what is left out does nothing', () => {
  const files = [file, { ...file, replaced: 2, fixed: 1 }, { ...file, leftOut: true }]

  expect(draftEffect(files)).toEqual({
    added: 10,
    replaced: 2,
    kept: 4,
    same: 6,
    fixed: 1,
    reports: 4,
    auxiliary: 0,
  })
})

test('a draft that adds something can be committed', () => {
  expect(commitHindrance(draft(file), 'none')).toBe('')
})

test('every reason that stands in the way is told', () => {
  const repeated = { ...file, compare: { added: 0, same: 8, changed: 2, blanked: 0 } }
  const open = {
    placeholder: '?x',
    text: { code: '', name: '西湖' },
    match: { kind: 'none' },
    reports: 1,
  } as const

  expect(commitHindrance(draft(file), 'real')).toContain('示例')
  expect(commitHindrance(draft({ ...file, leftOut: true }), 'none')).toBe('没有可以写入的文件。')
  expect(commitHindrance(draft({ ...file, layout: null }), 'none')).toBe('没有可以写入的文件。')
  expect(commitHindrance({ ...draft(file), openUnits: [open] }, 'none')).toContain('1 个单位')
  expect(commitHindrance(draft(repeated), 'none')).toContain('不会给数据带来任何变化')
  expect(commitHindrance({ ...draft(repeated), tellsMore: true }, 'none')).toBe('')
  expect(commitHindrance(draft({ ...repeated, replaced: 1 }), 'none')).toBe('')
})
