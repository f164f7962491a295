import { expect, test } from 'vitest'
import type { SwitchPreview } from '@/engine/batchProtocol'
import {
  batchKind,
  batchOption,
  comparisonText,
  reportsText,
  switchFacts,
} from '@/views/batches/batchWords'

const nothing: SwitchPreview = {
  changed: 0,
  removed: 0,
  added: 0,
  repeated: 0,
  overruled: 0,
  lostReports: 0,
  newReports: 0,
  changes: [],
  reports: [],
}
const kept = '来源文件和它写过的格都保留着，随时可以再切换'

test('a batch is told by what it is; a sample stays a sample', () => {
  expect(batchKind({ kind: 'import', sample: false })).toBe('导入')
  expect(batchKind({ kind: 'correction', sample: false })).toBe('手工更正')
  expect(batchKind({ kind: 'import', sample: true })).toBe('示例')
  expect(batchKind({ kind: 'correction', sample: true })).toBe('示例·手工更正')
})

test('a batch to choose has its number, a short note, and whether it counts', () => {
  expect(batchOption({ id: 3, note: 'a.csv', active: true })).toBe('3 a.csv')
  expect(batchOption({ id: 4, note: '长'.repeat(40), active: false })).toBe(
    `4 ${'长'.repeat(24)}…（已撤销）`,
  )
})

test('the preview says what changes and what stays, and why', () => {
  const preview = { ...nothing, changed: 1000, removed: 2, repeated: 3, overruled: 4 }
  expect(switchFacts(preview, true)).toEqual([
    '2 格没有别的批次写过，不再有数',
    '1,000 格回到它之前的值',
    '3 格不变：别的批次写的是同一个值',
    '4 格不变：后来的批次或更正写了别的值，以那个为准',
    kept,
  ])
  expect(switchFacts({ ...nothing, changed: 1, added: 2, newReports: 1 }, false)).toEqual([
    '1 份年报重新有数据',
    '2 格现在没有别的批次写过，重新有数',
    '1 格改为这个批次的值',
    kept,
  ])
  expect(switchFacts({ ...nothing, repeated: 3 }, true)[0]).toBe('现在显示的数一个也不会变')
})

test('reports that go or come are named, and the rest counted', () => {
  const report = { unit: 'cn:610921', year: 2023, scope: 'whole', unitName: '汉阴县' } as const
  expect(reportsText(nothing)).toBe('')
  expect(reportsText({ ...nothing, lostReports: 1, reports: [report] })).toBe(
    '这些年报：汉阴县 2023。',
  )
  expect(
    reportsText({ ...nothing, lostReports: 300, reports: [{ ...report, scope: 'office' }] }),
  ).toBe('这些年报：汉阴县 2023（办公室口径）……共 300 份。')
})

test('two batches are compared in counts', () => {
  const comparison = { same: 1, different: 2, onlyFirst: 3, onlySecond: 4, differences: [] }
  expect(comparisonText(comparison, 1, 2)).toBe(
    '两个批次都写到的有 3 格：相同 1 格，不同 2 格。另有 3 格只在批次 1 里，4 格只在批次 2 里。',
  )
  expect(comparisonText({ ...comparison, same: 0, different: 0 }, 1, 2)).toContain('没有共同的格')
})
