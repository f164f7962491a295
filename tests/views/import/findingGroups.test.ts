import { expect, test } from 'vitest'
import type { Finding } from '@/domain/finding'
import { countSeverities, groupFindings } from '@/views/import/findingGroups'

function finding(code: Finding['code'], severity: Finding['severity'], row: number): Finding {
  return { code, severity, place: { file: 'a.csv', row } }
}

const findings = [
  finding('row-short', 'warning', 1),
  finding('cell-unreadable', 'error', 2),
  finding('row-short', 'warning', 3),
  finding('cell-remark', 'info', 4),
  finding('unit-unknown', 'error', 5),
  finding('cell-unreadable', 'error', 6),
]

test('the gravest come first, and of them the rarest', () => {
  const groups = groupFindings(findings).map(({ severity, count, codes }) => [
    severity,
    count,
    codes.map(({ code, findings: same }) => [code, same.map(({ place }) => place.row)]),
  ])

  expect(groups).toEqual([
    [
      'error',
      3,
      [
        ['unit-unknown', [5]],
        ['cell-unreadable', [2, 6]],
      ],
    ],
    ['warning', 2, [['row-short', [1, 3]]]],
    ['info', 1, [['cell-remark', [4]]]],
  ])
})

test('every finding is counted once', () => {
  expect(countSeverities(findings)).toEqual({ error: 3, warning: 2, info: 1 })
  expect(groupFindings([])).toEqual([])
})
