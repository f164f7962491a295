import { expect, test } from 'vitest'
import type { StoreStatus } from '@/engine/statusProtocol'
import { storageFacts } from '@/views/settings/storageFacts'

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
  reports: 1234,
  batches: 2,
  sample: 'none',
  dataVersion: '1',
  persisted: true,
  usage: { used: 1024 * 1024, quota: 2 * 1024 ** 3 },
  lastImportAt: null,
  lastBackupAt: new Date(2024, 0, 2, 3, 4).getTime(),
  sentinel: { sequence: 1, batches: 2, reports: 1234 },
}

function fact(name: string, patch: Partial<StoreStatus> = {}): string | undefined {
  return storageFacts({ ...status, ...patch }).find((one) => one.name === name)?.text
}

test('the facts are told with their counts', () => {
  expect(fact('内容')).toBe('1,234 份年报，2 个批次')
  expect(fact('占用')).toBe('1.0 MB，浏览器允许约 2.0 GB')
  expect(fact('最近导入')).toBe('没有')
  expect(fact('最近备份')).toBe('2024-01-02 03:04')
})

test('what the browser does not promise is not claimed', () => {
  expect(fact('保护')).toContain('答应不自行清理')
  expect(fact('保护', { persisted: false })).toContain('没有答应')
  expect(fact('保护', { health: { kind: 'memory', reason: '' } })).toBe('没有')
  expect(fact('位置', { health: { kind: 'memory', reason: '' } })).toContain('内存')
  expect(fact('占用', { usage: null })).toBe('浏览器没有告知')
})
