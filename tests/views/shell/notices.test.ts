import { expect, test } from 'vitest'
import type { StoreStatus } from '@/engine/statusProtocol'
import { noticesOf } from '@/views/shell/notices'

const status: StoreStatus = {
  health: { kind: 'ok' },
  settings: {
    city: null,
    rosterAdded: [],
    rosterRemoved: [],
    groups: [],
    measures: [],
    boundary: null,
    notes: [],
    operator: '',
    theme: 'system',
  },
  roster: [],
  reports: 5,
  batches: 1,
  sample: 'none',
  dataVersion: '1',
  persisted: true,
  usage: null,
  lastImportAt: 2000,
  lastBackupAt: 3000,
  sentinel: { sequence: 1, batches: 1, reports: 5 },
}

function ids(patch: Partial<StoreStatus>): string[] {
  return noticesOf({ ...status, ...patch }).map(({ id }) => id)
}

test('nothing is said while all is well', () => {
  expect(ids({})).toEqual([])
  expect(ids({ lastImportAt: null, lastBackupAt: null })).toEqual([])
})

test('an import without a later backup is reminded of, anew after every import', () => {
  expect(ids({ lastBackupAt: null })).toEqual(['backup-2000'])
  expect(ids({ lastBackupAt: 1999 })).toEqual(['backup-2000'])
  expect(ids({ lastImportAt: 4000 })).toEqual(['backup-4000'])
})

test('a sample stands under its banner and needs no backup', () => {
  expect(ids({ sample: 'real', lastBackupAt: null })).toEqual(['sample'])
  expect(noticesOf({ ...status, sample: 'fictional' })[0]).toMatchObject({
    title: '示例数据',
    action: 'removeSamples',
    canWait: false,
  })
})

test('a store that cannot keep or change data says so, and cannot be put off', () => {
  const memory = { kind: 'memory', reason: '隐私窗口' } as const
  expect(noticesOf({ ...status, health: memory, lastBackupAt: null })).toMatchObject([
    { id: 'memory', tone: 'warning', action: 'exportPackage', canWait: false },
  ])
  expect(ids({ health: { kind: 'superseded' } })).toEqual(['superseded'])
  expect(ids({ health: { kind: 'newerVersion', stored: 2, known: 1 } })).toEqual(['newerVersion'])
  expect(ids({ health: { kind: 'damaged', batches: [1] } })).toEqual(['gone'])
})
