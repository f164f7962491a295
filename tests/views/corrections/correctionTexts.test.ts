import { expect, test } from 'vitest'
import type { LedgerEntry } from '@/engine/correctionProtocol'
import { ledgerLines } from '@/views/corrections/correctionTexts'

const entry: LedgerEntry = {
  unit: 'cn:610921',
  year: 2023,
  scope: 'office',
  indicator: 'fees.amount',
  expected: { kind: 'blank' },
  value: { kind: 'value', value: 1077.892534, approximate: false },
  reason: '县局来电',
  unitName: '汉阴县',
  batch: { id: 2, at: new Date(2024, 0, 2, 3, 4).getTime(), by: '', kind: 'correction' },
  standing: 'holds',
  file: 'a.csv',
  imported: { kind: 'blank' },
}

test('a line of the ledger tells old, new, who and when; the newest stands first', () => {
  const older = { ...entry, standing: 'undone' as const, batch: { ...entry.batch, id: 1 } }
  const lines = ledgerLines([older, entry])

  expect(lines.map(({ standing, isCurrent }) => [standing, isCurrent])).toEqual([
    ['生效', true],
    ['已撤销', false],
  ])
  expect(lines[0]).toMatchObject({
    unit: '汉阴县（办公室口径）',
    before: '空',
    after: '1,077.892534',
    imported: '空',
    by: '—',
    time: '2024-01-02 03:04',
  })
})
