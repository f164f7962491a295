import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Finding, FindingCode } from '@/domain/finding'
import { findingLine, findingMessage } from '@/wording/findings'

/** Every code of the union, read from its declaration, so that none can be forgotten. */
const codes = [
  ...readFileSync('src/domain/finding.ts', 'utf8').matchAll(/^ {2}\| '([a-z-]+)'$/gm),
].map(([, code]) => code as FindingCode)

function finding(code: FindingCode, more: Partial<Finding> = {}): Finding {
  return { code, severity: 'warning', place: { file: '甲县.csv', row: 3, column: 5 }, ...more }
}

test('every code has a Chinese sentence of its own', () => {
  const messages = codes.map((code) => findingMessage(finding(code)))

  expect(codes.length).toBeGreaterThan(70)
  for (const message of messages) expect(message).toMatch(/[\u4e00-\u9fff]{2,}.*。/)
  expect(new Set(messages).size).toBe(codes.length)
})

test('a line names file, row, column, what was read and what to do', () => {
  const line = findingLine(finding('cell-unreadable', { raw: '12a' }))

  expect(line).toBe(
    '甲县.csv 第 3 行 第 5 列（E）：“12a” 不是数字，按不可读处理，原文保留。请改正后重新导入或更正。',
  )
})

test('findings that were only counted are mentioned', () => {
  const message = findingMessage(
    finding('row-short', { detail: { expected: 5, cells: 4, more: 12 } }),
  )

  expect(message).toContain('应有 5 列，实有 4 列')
  expect(message).toContain('还有 12 处')
})

test('long text is cut, never dropped in whole', () => {
  const message = findingMessage(finding('column-unknown', { raw: '甲'.repeat(500) }))

  expect(message).toContain(`${'甲'.repeat(60)}…`)
})

test('a sum that fails says what each of its sides is', () => {
  const detail = { rule: 'T4-SUM', label: '行政复议', left: 11, right: 0 }
  const message = findingMessage(finding('form-sum-fails', { detail }))

  expect(message).toContain('“行政复议”合计不平：各项结果之和是 11，总计是 0。')
})
