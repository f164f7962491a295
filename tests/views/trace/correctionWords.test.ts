import { expect, test } from 'vitest'
import { readCorrected } from '@/views/trace/correctionWords'
import { hasReport } from '@/views/trace/reportOnRecord'
import type { Trace } from '@/engine/questionProtocol'

const FEES = 'fees.amount'
const RECEIVED = 'requests.new.total'

test('what is typed is read as it would be in a file', () => {
  expect(readCorrected('value', ' 1,077.89 ', FEES)).toEqual({
    cell: { kind: 'value', value: 1077.89, approximate: false },
    note: '读作 1,077.89 万元。',
    isProblem: false,
  })
  expect(readCorrected('value', '约30', RECEIVED).cell).toEqual({
    kind: 'value',
    value: 30,
    approximate: true,
  })
})

test('what is no number is none, and what is doubtful is said', () => {
  expect(readCorrected('value', '', RECEIVED)).toEqual({ cell: null, note: '', isProblem: false })
  expect(readCorrected('value', '12a', RECEIVED)).toEqual({
    cell: null,
    note: '这不是一个数。',
    isProblem: true,
  })
  expect(readCorrected('value', '/', RECEIVED).cell).toBeNull()
  expect(readCorrected('value', '-3', RECEIVED).note).toContain('是负数')
  expect(readCorrected('value', '1.5', RECEIVED).note).toContain('不是整数')
})

test('a state needs no number', () => {
  expect(readCorrected('blank', '12a', RECEIVED).cell).toEqual({ kind: 'blank' })
  expect(readCorrected('notApplicable', '', RECEIVED).cell).toEqual({ kind: 'notApplicable' })
})

test('only the cells of a report on record can be corrected', () => {
  const unit = {
    ...{ id: 'cn:610921', code: '610921', name: '汉阴县', fullName: '陕西省安康市汉阴县' },
    ...{ kind: 'county' as const, parent: 'cn:610900', formerNames: [] },
  }
  const nowhere = { indicator: RECEIVED, cell: { kind: 'absent' as const }, raw: '' }
  const cell = { ...nowhere, year: 2022, place: null, source: null, batch: null }
  const batch = { id: 1, at: 0, by: '', kind: 'import' as const }
  const trace: Trace = {
    unit,
    year: 2023,
    item: RECEIVED,
    value: { kind: 'noReport' },
    cells: [],
    facts: null,
  }

  expect(hasReport(trace, 2023)).toBe(false)
  expect(hasReport({ ...trace, value: { kind: 'absent' } }, 2023)).toBe(true)
  expect(hasReport({ ...trace, value: { kind: 'notComputable' }, cells: [cell] }, 2022)).toBe(false)
  expect(hasReport({ ...trace, cells: [{ ...cell, batch }] }, 2022)).toBe(true)
})
