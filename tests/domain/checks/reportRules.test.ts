import { describe, expect, test } from 'vitest'
import { checkList } from '@/domain/checks/checkList'
import { figuresOf } from '@/domain/checks/figures'
import { matchedReadings, proseRules } from '@/domain/checks/proseRules'
import type { ReportRule } from '@/domain/checks/reportRule'
import { tableRules } from '@/domain/checks/tableRules'
import type { Cell } from '@/domain/report'
import { realReport } from '../../realReports'

type Written = Readonly<Record<string, number | Cell['kind']>>

function cellsOf(written: Written): (indicator: string) => Cell {
  const cells = new Map(
    Object.entries(written).map(([id, cell]): [string, Cell] => [
      id,
      typeof cell === 'number'
        ? { kind: 'value', value: cell, approximate: false }
        : { kind: cell as 'blank' },
    ]),
  )
  return (indicator) => cells.get(indicator) ?? { kind: 'absent' }
}

function ruleOf(id: string): ReportRule {
  const rule = [...tableRules, ...proseRules].find((each) => each.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}

function judge(id: string, written: Written) {
  const { indicators, judge: by } = ruleOf(id)
  return by(figuresOf(indicators, cellsOf(written)), 2023)
}

const received = 'prose.requests.received'
const fresh = 'requests.new.total'
const carriedIn = 'requests.carriedIn.total'
const processed = 'requests.processed.total'
const table = { [fresh]: 9, [carriedIn]: 1, [processed]: 7 }

test.each<[string, Written, string | null]>([
  [
    'T2-VALID:normativeDocuments',
    { 'normativeDocuments.issued': 2, 'normativeDocuments.inForce': 2 },
    'passed',
  ],
  [
    'T2-VALID:normativeDocuments',
    { 'normativeDocuments.issued': 2, 'normativeDocuments.inForce': 1 },
    'failed',
  ],
  [
    'T2-VALID:normativeDocuments',
    { 'normativeDocuments.issued': 'blank', 'normativeDocuments.inForce': 1 },
    'undecidable',
  ],
  ['T2-VALID:normativeDocuments', { 'normativeDocuments.issued': 2 }, null],
  [
    'T2-2019-PUB:normativeDocuments',
    { 'normativeDocuments.issued': 5, 'normativeDocuments.newlyPublished': 5 },
    'passed',
  ],
  [
    'T2-2019-PUB:normativeDocuments',
    { 'normativeDocuments.issued': 5, 'normativeDocuments.newlyPublished': 9 },
    'failed',
  ],
  [
    'T2-2019-PUB:normativeDocuments',
    { 'normativeDocuments.issued': 5, 'normativeDocuments.newlyPublished': 'blank' },
    'undecidable',
  ],
  ['T2-RULES', { 'regulations.issued': 0, 'regulations.inForce': 0 }, 'passed'],
  ['T2-RULES', { 'regulations.issued': 0, 'regulations.inForce': 'blank' }, 'undecidable'],
  ['T2-RULES', { 'regulations.issued': 8, 'regulations.inForce': 18 }, 'failed'],
  ['T2-RULES', { 'regulations.issued': 'notApplicable' }, null],
  ['T4-2024', { 'litigation.direct.total': 0 }, 'passed'],
  ['T4-2024', { 'litigation.direct.total': 26 }, 'failed'],
  ['T4-2024', { 'litigation.direct.total': 'blank' }, 'undecidable'],
  ['T4-2024', {}, null],
  ['T3-N3', { 'requests.rejected.publication.total': 0 }, 'passed'],
  ['T3-N3', { 'requests.rejected.publication.total': 1 }, 'failed'],
  ['T3-ZERO', { [fresh]: 0, [carriedIn]: 0, [processed]: 0 }, 'passed'],
  ['T3-ZERO', { [fresh]: 0, [carriedIn]: 0, 'requests.granted.total': 3 }, 'failed'],
  ['T3-ZERO', { [fresh]: 0, [carriedIn]: 'blank', 'requests.granted.total': 3 }, 'undecidable'],
  ['T3-ZERO', { [fresh]: 0, [carriedIn]: 2, 'requests.granted.total': 3 }, null],
  ['T3-FEE', { 'requests.other.feeUnpaid.total': 2, 'prose.informationFee.amount': 0 }, 'passed'],
  ['T3-FEE', { 'requests.other.feeUnpaid.total': 2, [received]: 9 }, 'failed'],
  ['T3-FEE', { 'requests.other.feeUnpaid.total': 2 }, 'undecidable'],
  ['P-NEW', { ...table, [received]: 9 }, 'passed'],
  ['P-NEW', { ...table, [received]: 10 }, 'passed'],
  ['P-NEW', { ...table, [received]: 7 }, 'passed'],
  ['P-NEW', { ...table, [received]: 8 }, 'failed'],
  ['P-NEW', { ...table, [processed]: 'blank', [received]: 8 }, 'undecidable'],
  ['P-NEW', table, null],
  ['P-CHANNEL', { ...table, 'prose.requests.online': 5, 'prose.requests.letter': 5 }, 'passed'],
  [
    'P-CHANNEL',
    { [received]: 30, 'prose.requests.online': 21, 'prose.requests.letter': 9 },
    'passed',
  ],
  ['P-CHANNEL', { [received]: 30, 'prose.requests.online': 21 }, 'undecidable'],
  ['P-CHANNEL', { [received]: 30, 'prose.requests.online': 31 }, 'failed'],
  ['P-CHANNEL', { 'prose.requests.online': 31 }, 'undecidable'],
  ['P-FEE', { 'prose.informationFee.amount': 2950 }, 'passed'],
  ['P-FEE', { 'prose.informationFee.amount': 0 }, 'passed'],
  ['P-FEE', { 'prose.informationFee.amount': 2955 }, 'failed'],
  ['P-FEE', { 'prose.informationFee.amount': 'unreadable' }, 'undecidable'],
  ['P-FEE', {}, null],
  ['D-YEAR', { 'custom.公开日期': 20240328 }, 'passed'],
  ['D-YEAR', { 'custom.公开日期': 20230328 }, 'failed'],
  ['D-YEAR', { 'custom.公开日期': 20250107 }, 'failed'],
  ['D-YEAR', { 'custom.公开日期': 'unreadable' }, 'undecidable'],
  ['D-YEAR', { 'custom.公开日期': 'blank' }, null],
])('%s on %j is %s', (id, written, outcome) => {
  expect(judge(id, written)).toBe(outcome)
})

describe('published reports', () => {
  test.each([
    ['汉阴县', 'P-NEW', 'passed'],
    ['汉阴县', 'P-CHANNEL', 'passed'],
    ['金湖县', 'P-NEW', 'passed'],
    ['洪泽区', 'P-NEW', 'passed'],
    ['宿迁市', 'P-FEE', 'passed'],
  ])('%s: %s %s', (name, id, outcome) => {
    const { cells } = realReport(name, 2023)
    const { indicators, judge: by } = ruleOf(id)
    const cellOf = (indicator: string): Cell => cells.get(indicator) ?? { kind: 'absent' }
    expect(by(figuresOf(indicators, cellOf), 2023)).toBe(outcome)
  })

  test('the reading of 受理 that the table bears out is named', () => {
    const { indicators } = ruleOf('P-NEW')
    const read = (written: Written) => matchedReadings(figuresOf(indicators, cellsOf(written)))
    expect(read({ ...table, [received]: 9 })).toEqual(['new'])
    expect(read({ ...table, [received]: 10 })).toEqual(['newAndCarriedIn'])
    expect(read({ ...table, [received]: 7 })).toEqual(['processed'])
    expect(read({ ...table, [received]: 8 })).toEqual([])
  })
})

test('every check has an id of its own', () => {
  expect(new Set(checkList.map(({ id }) => id)).size).toBe(checkList.length)
})

test('cells of the form hold whole numbers from 0, money any from 0, 增/减 any whole one', () => {
  const holds = (indicator: string, value: number) =>
    checkList.some(
      ({ making }) =>
        making.kind === 'cell' && making.rule.indicator === indicator && making.rule.holds(value),
    )
  const tried = [-1, -0.5, 0, 2.5, 3]
  const accepted = (indicator: string) => tried.filter((value) => holds(indicator, value))
  expect(accepted('requests.new.total')).toEqual([0, 3])
  expect(accepted('review.total')).toEqual([0, 3])
  expect(accepted('licensing.decisions')).toEqual([0, 3])
  expect(accepted('fees.amount')).toEqual([0, 2.5, 3])
  expect(accepted('licensing.itemsChange')).toEqual([-1, 0, 3])
})
