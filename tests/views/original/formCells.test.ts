import { describe, expect, test } from 'vitest'
import type { Finding } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import { applicants } from '@/domain/tableThree'
import type { SourceReport } from '@/engine/documentProtocol'
import { formCells, formTables, openDoubts, openProposals } from '@/views/original/formCells'
import { documentState } from '@/views/original/documentState'
import { figureAround } from '@/views/form/formKeys'

const row = applicants.map(({ id }) => `requests.granted.${id}`)
const blank: Cell = { kind: 'blank' }

function reportOf(cells: readonly (readonly [string, Cell])[]): SourceReport {
  return {
    key: { source: 'a', unit: '?', year: 2023, scope: 'whole' },
    unit: '?',
    unitName: '示例县',
    year: 2023,
    scope: 'whole',
    edition: '2021',
    document: null,
    cells: cells.map(([indicator, cell]) => ({ indicator, cell, raw: '', place: null, fix: null })),
  }
}

const proposal: Finding = {
  code: 'form-row-width',
  severity: 'error',
  place: { file: 'a' },
  indicators: row,
  detail: {
    proposal: '缺一格，应为 1、0、0、0、0、0、1',
    values: '1 0 0 0 0 0 1',
    damage: 'dropped',
  },
}

describe('the form as read', () => {
  test('shows what is proposed and what is derived beside a figure, never as the figure', () => {
    const unreadable = row.map((indicator) => [indicator, { kind: 'unreadable' }] as const)
    const derived: Finding = {
      code: 'form-derived',
      severity: 'info',
      place: { file: 'a' },
      indicators: ['requests.partial.total'],
      detail: { value: 5, values: '5' },
    }
    const cells = formCells(reportOf([...unreadable, ['requests.partial.total', blank]]), [
      proposal,
      derived,
    ])

    expect(cells.get('requests.granted.total')).toMatchObject({
      kind: 'unreadable',
      text: '不可读',
      proposed: '1',
      severity: 'error',
    })
    expect(cells.get('requests.partial.total')).toMatchObject({ kind: 'blank', derived: '5' })
  })

  test('offers what is proposed until something of the row is fixed', () => {
    const report = reportOf(row.map((indicator) => [indicator, { kind: 'unreadable' }] as const))
    const [open] = openProposals(report, [proposal])
    const fix = { id: 1, value: blank, reason: '原件如此' }
    const touched = report.cells.map((cell, at) => (at === 2 ? { ...cell, fix } : cell))

    expect(open?.cells.map(({ value }) => (value.kind === 'value' ? value.value : NaN))).toEqual([
      1, 0, 0, 0, 0, 0, 1,
    ])
    expect(open?.cells.map(({ indicator }) => indicator)).toEqual(row)
    expect(openProposals({ ...report, cells: touched }, [proposal])).toEqual([])
    expect(formCells({ ...report, cells: touched }, [proposal]).get(row[2] ?? '')).toMatchObject({
      kind: 'blank',
      proposed: '',
      severity: null,
      isFixed: true,
    })
  })

  test('says nothing of a derived sum that belongs to no single figure', () => {
    const sum: Finding = {
      code: 'form-derived',
      severity: 'info',
      place: { file: 'a' },
      indicators: ['requests.partial.total', 'requests.granted.total'],
      detail: { value: 5 },
    }

    expect(
      formCells(reportOf([['requests.partial.total', blank]]), [sum]).get('requests.partial.total')
        ?.derived,
    ).toBe('')
  })

  test('lists what is doubtful, the gravest first, until all its figures are fixed', () => {
    const report = reportOf([
      ['requests.new.total', blank],
      ['requests.partial.total', blank],
    ])
    const lost: Finding = {
      code: 'form-row-lost',
      severity: 'warning',
      place: { file: 'a' },
      indicators: ['requests.partial.total'],
      detail: { label: '部分公开' },
    }
    const sum: Finding = { ...lost, code: 'form-sum-fails', severity: 'error' }
    const fix = { id: 1, value: blank, reason: '原件如此' }
    const cells = report.cells.map((cell, at) => (at === 1 ? { ...cell, fix } : cell))
    const shown = (of: SourceReport, findings: readonly Finding[]) =>
      openDoubts(of, findings).map(({ severity, indicator }) => [severity, indicator])

    expect(shown(report, [lost, sum, proposal])).toEqual([
      ['error', 'requests.partial.total'],
      ['warning', 'requests.partial.total'],
    ])
    expect(shown({ ...report, cells }, [lost, sum])).toEqual([])
  })

  test('has one row of other outcomes where the report has one', () => {
    const rows = (report: SourceReport) => formTables(report)[1]?.rows.length

    expect(rows(reportOf([['requests.other.all.total', blank]]))).toBe(3 + 23)
    expect(rows(reportOf([['requests.other.rest.total', blank]]))).toBe(3 + 25)
  })
})

test('arrow keys walk from figure to figure within a table', () => {
  const [two, three, four] = formTables(reportOf([]))
  if (!two || !three || !four) throw new Error('three tables')

  expect(figureAround(three, 'requests.new.total', 'ArrowDown')).toBe('requests.carriedIn.total')
  expect(figureAround(three, 'requests.new.total', 'ArrowRight')).toBeNull()
  expect(figureAround(three, 'requests.new.total', 'Home')).toBe('requests.new.naturalPerson')
  expect(figureAround(two, 'normativeDocuments.inForce', 'ArrowDown')).toBe('licensing.decisions')
  expect(figureAround(four, 'review.upheld', 'End')).toBe('litigation.afterReview.total')
  expect(figureAround(four, 'review.upheld', 'a')).toBeNull()
})

describe('a document of a drop', () => {
  const file = { layout: 'form', reports: 1, findings: [], settled: [], openUnits: [] } as const
  const doubt: Finding = { code: 'form-sum-fails', severity: 'error', place: { file: 'a' } }

  test('is in order, asks, proposes, or was not read', () => {
    expect(documentState(file)).toEqual({ kind: 'ok', text: '无问题' })
    expect(documentState({ ...file, findings: [doubt] }).text).toBe('待核 1')
    expect(documentState({ ...file, findings: [doubt, proposal] })).toEqual({
      kind: 'proposals',
      text: '建议 1，待核 1',
    })
    expect(documentState({ ...file, layout: null, reports: 0 }).kind).toBe('unread')
  })

  test('asks nothing any more of what the review settled', () => {
    expect(documentState({ ...file, findings: [proposal, doubt], settled: [0] }).text).toBe(
      '待核 1',
    )
    expect(documentState({ ...file, findings: [proposal], settled: [0] }).kind).toBe('ok')
  })
})
