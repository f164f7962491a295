import { expect, test } from 'vitest'
import type { Batch } from '@/engine/protocol'
import { batchKind, switchText } from '@/views/batches/batchWords'

const batch: Batch = {
  id: 3,
  kind: 'import',
  sample: false,
  active: true,
  at: 0,
  by: '',
  note: '',
  sources: [],
  reports: 2,
  cells: { taken: 1000, same: 234, refused: 5 },
  segments: 1,
  contentHash: '',
}

test('a batch is told by what it is; a sample stays a sample', () => {
  expect(batchKind(batch)).toBe('导入')
  expect(batchKind({ ...batch, kind: 'correction' })).toBe('手工更正')
  expect(batchKind({ ...batch, sample: true })).toBe('示例')
})

test('the switch says what it does, and that refused cells are not concerned', () => {
  expect(switchText(batch)).toContain('撤销批次 3')
  expect(switchText(batch)).toContain('1,234 格')
  expect(switchText({ ...batch, active: false })).toContain('恢复批次 3')
})
