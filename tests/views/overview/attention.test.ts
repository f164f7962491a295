import { expect, test } from 'vitest'
import type { HealthAnswer } from '@/engine/checkProtocol'
import { attentionLines, type AttentionFacts } from '@/views/overview/attention'
import { coverageTable } from '@/views/overview/coverageTable'
import { parseOverviewState } from '@/views/overview/overviewState'

const label = (id: string, name: string) => ({ id, code: id, name, since: null, until: null })
/** 甲县 has reported both years, 乙县 the first one only; 丙县 did not exist in the first. */
const health: HealthAnswer = {
  units: ['1', '2', '3'],
  years: [2022, 2023],
  labels: [label('1', '甲县'), label('2', '乙县'), label('3', '丙县')],
  existed: Uint8Array.of(1, 1, 1, 1, 0, 1),
  reported: Uint8Array.of(1, 1, 1, 0, 0, 1),
  partial: Uint8Array.of(0, 0, 0, 0, 0, 1),
  errors: Uint16Array.of(0, 2, 1, 0, 0, 0),
  warnings: Uint16Array.of(0, 0, 0, 0, 0, 1),
  notes: new Uint16Array(6),
  undecidable: new Uint16Array(6),
  passed: Uint16Array.of(9, 9, 9, 0, 0, 9),
  disposed: new Uint16Array(6),
}
const late = Date.parse('2026-01-01T00:00:00+08:00')
const facts: AttentionFacts = {
  state: parseOverviewState({}),
  year: 2023,
  health,
  jumps: 2,
  late: [],
  conflicts: 1,
  status: { lastImportAt: 2, lastBackupAt: null, sample: 'none' },
  now: late,
}

test('what needs attention is said with whom it concerns and where to go', () => {
  expect(attentionLines(facts).map(({ word, text, address }) => [word, text, address])).toEqual([
    ['≠ 不平', '2023 年 1 份年报共 2 条：甲县', '#/health?years=2023-2023'],
    ['△ 不符', '2023 年 1 份年报共 1 条：丙县', '#/health?years=2023-2023'],
    ['≠ 不平', '其他年份 1 份年报共 1 条：乙县', '#/health'],
    ['— 未报', '2023 年 1 个（已报 2/3，已过 3 月 31 日）：乙县', '#/import'],
    ['⚑ 冲突', '1 处更正与导入的数不一致，要决定用哪个', '#/corrections'],
    ['◐ 缺项', '2023 年 1 份年报的表格不全：丙县', '#/health?years=2023-2023'],
    [
      '↕ 突变',
      '2023 年 2 个数比上年增至 5 倍以上或减至五分之一以下',
      '#/health?years=2023-2023&kinds=info&rule=Y-JUMP',
    ],
    ['↓ 备份', '还没有备份过，之后又有导入；请导出数据包另存', '#/batches'],
  ])
})

test('where all is well nothing is said', () => {
  const well: AttentionFacts = {
    ...facts,
    health: {
      ...health,
      reported: Uint8Array.of(1, 1, 1, 1, 0, 1),
      partial: new Uint8Array(6),
      errors: new Uint16Array(6),
      warnings: new Uint16Array(6),
    },
    jumps: 0,
    conflicts: 0,
    status: { lastImportAt: 2, lastBackupAt: 3, sample: 'none' },
  }

  expect(attentionLines(well)).toEqual([])
})

test('a report is not missing before it is due', () => {
  const early = { ...facts, now: Date.parse('2024-02-01T00:00:00+08:00') }
  const line = attentionLines(early).find(({ id }) => id === 'missing')

  expect(line).toMatchObject({ word: '— 未到期', tone: 'open' })
  const { text } = coverageTable(health, early.now)
  expect(text.row(2).cells.map((cell) => cell.text)).toEqual(['≠ 不平 1', '未到期'])
})

test('the matrix counts who has reported among those that existed', () => {
  const { text, target } = coverageTable(health, late)
  const rows = Array.from({ length: text.rows }, (_, index) => text.row(index))

  expect(rows.map(({ header, cells }) => [header, ...cells.map((cell) => cell.text)])).toEqual([
    ['已报', '2/2', '2/3'],
    ['甲县', '✓ 通过', '≠ 不平 2'],
    ['乙县', '≠ 不平 1', '— 未报'],
    ['丙县', '无此单位', '△ 不符 1'],
  ])
  expect(rows[0]?.cells[1]?.note).toBe('未报：乙县')
  expect(target(2, 0)).toEqual({ unit: '2', year: 2022 })
  expect(target(2, 1)).toBeNull()
})

test('what is 不符 in other years is listed too: a change may rest on it', () => {
  const warned = { ...facts, health: { ...health, warnings: Uint16Array.of(3, 0, 0, 0, 0, 0) } }
  const line = attentionLines(warned).find(({ id }) => id === 'earlierWarnings')

  expect(line).toMatchObject({ word: '△ 不符', tone: 'doubtful' })
  expect(line?.text).toMatch(/^其他年份 1 份年报共 3 条：/u)
})
