import { describe, expect, test } from 'vitest'
import { formIndicators, formSummary } from '@/charts/formSummary'
import { noteLine } from '@/exports/statutoryFile'
import { reportNotes, summaryNotes } from '@/views/summary/summaryNotes'
import { summaryDocument } from '@/views/summary/statutoryDocument'
import { answerTo, type WrittenReport } from '../../charts/answers'
import { totalSigns } from '@/wording/answers'

const units = ['990101', '990102', '990103']
const report = (
  unit: string,
  figures: WrittenReport['figures'],
  edition: WrittenReport['edition'] = '2021',
): WrittenReport => ({ unit, year: 2021, edition, figures })
const answerOf = (reports: readonly WrittenReport[]) =>
  answerTo({ items: formIndicators, units, years: [2021, 2021] }, reports)

describe('the form of a group', () => {
  const answer = answerOf([
    report('990101', { 'regulations.issued': 1, 'fees.amount': 0.1, 'licensing.decisions': 5 }),
    report('990102', {
      'regulations.issued': 2,
      'fees.amount': 0.2,
      'licensing.decisions': 'blank',
    }),
  ])
  const summary = formSummary(answer, null)

  test('has sums cell by cell, each with n/N and who is missing', () => {
    expect(summary.figures.get('fees.amount')).toMatchObject({ value: 0.3, n: 2, of: 3 })
    expect(summary.figures.get('licensing.decisions')).toMatchObject({
      value: 5,
      n: 1,
      of: 3,
      missing: [1, 2],
    })
  })

  test('has no number, and not 0, where nobody has one', () => {
    const none = summary.figures.get('coercion.decisions')
    const { tables } = summaryDocument(summary, { title: '', facts: [], notes: [] }, new Map())
    const values = tables
      .flatMap(({ rows }) => rows.flat())
      .map((cell) => cell.kind === 'figure' && cell.value)

    expect(none).toMatchObject({ state: 'noReport', value: NaN, n: 0 })
    expect(values).not.toContain(0)
    expect(values).toContain('无')
  })

  test('says once who is missing in most cells, and marks the others', () => {
    const { notes, marks } = summaryNotes(summary, answer.units)

    expect(marks.get('licensing.decisions')).not.toBe(marks.get('fees.amount'))
    expect(notes.map(noteLine)).toEqual(
      expect.arrayContaining([
        '合计 0/3，缺：甲县、乙县、丙县',
        expect.stringMatching(
          /^[①②]“第二十条第（五）项·行政许可.*：1\/3，缺：乙县、丙县$/,
        ) as string,
      ]),
    )
  })
})

describe('a group of mixed forms', () => {
  const answer = answerOf([
    report('990101', { 'regulations.issued': 1, 'regulations.inForce': 7 }),
    report('990102', { 'regulations.issued': 2, 'regulations.inForce': 9 }),
    report(
      '990103',
      { 'regulations.issued': 4, 'regulations.inForce': 100, 'regulations.publishedTotal': 8 },
      '2019',
    ),
  ])
  const summary = formSummary(answer, null)

  test('is laid out as most reports are, and says so', () => {
    const lines = summaryNotes(summary, answer.units).notes.map(noteLine).join('\n')

    expect(summary.edition).toBe('2021')
    expect(summary.figures.has('regulations.publishedTotal')).toBe(false)
    expect(lines).toContain('用其他表样的（2019 表样：丙县）只计可比的格')
    expect(lines).toContain('两种表样的口径略有不同')
  })

  test('sums only what may be compared', () => {
    expect(summary.figures.get('regulations.issued')).toMatchObject({ value: 7, n: 3 })
    expect(summary.figures.get('regulations.inForce')).toMatchObject({
      value: 16,
      n: 2,
      missing: [2],
    })
    expect(summary.flagged).toEqual(['regulations.issued', 'normativeDocuments.issued'])
  })
})

test('a single report has its own states', () => {
  const answer = answerOf([report('990101', { 'fees.amount': 'notApplicable' })])
  const summary = formSummary(answer, 0)

  expect(summary.figures.get('fees.amount')).toMatchObject({ state: 'notApplicable' })
  expect(summary.units.get('2021')).toEqual([0])
})

test('other outcomes are one row where no report tells their parts', () => {
  const single = formSummary(answerOf([report('990101', { 'requests.other.all.total': 3 })]), null)
  const parts = formSummary(answerOf([report('990101', { 'requests.other.rest.total': 3 })]), null)

  expect(single.figures.get('requests.other.all.total')).toMatchObject({ value: 3 })
  expect(parts.figures.has('requests.other.all.total')).toBe(false)
})

test('what does not agree, or cannot be told, is said below and marked in the cells', () => {
  const answer = answerOf([
    report('990101', {
      'normativeDocuments.issued': 5,
      'normativeDocuments.inForce': 4,
      'regulations.issued': 0,
      'regulations.inForce': 'blank',
    }),
  ])
  const summary = formSummary(answer, null)
  const { notes } = summaryNotes(summary, answer.units)
  const lines = notes.map(noteLine)
  const signsOf = (indicator: string) => {
    const figure = summary.figures.get(indicator)
    return figure && totalSigns(figure).trim()
  }

  expect(signsOf('normativeDocuments.issued')).toBe('≠')
  expect(signsOf('regulations.issued')).toBe('?')
  expect(lines.some((line) => line.includes('≠ 勾稽不平'))).toBe(true)
  expect(lines.some((line) => line.includes('? 勾稽不可判'))).toBe(true)
  expect(reportNotes(formSummary(answer, 0)).map(noteLine)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('≠ 勾稽不平') as string,
      expect.stringContaining('? 勾稽不可判') as string,
    ]),
  )
})
