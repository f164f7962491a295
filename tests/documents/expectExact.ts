import { expect } from 'vitest'
import type { Report } from '@/domain/report'
import type { SourceDocument } from '@/intake/document'
import { documentLines } from '@/intake/recognisers/form/documentLines'
import { readProse } from '@/intake/recognisers/form/prose/readProse'
import { readForm } from '@/intake/recognisers/form/readForm'
import { printForm } from './formTables'
import { pieces, type Piece } from './houseStyles'
import { judgeReading } from './judgeReading'
import { runningText } from './runningText'

/** A report as it is published, with its title, its tables and what its text tells. */
export function published(report: Report): Piece[] {
  if (report.edition === 'unknown') throw new Error('a published report has an edition')
  const title = `${report.unit.name}人民政府${report.year}年政府信息公开工作年度报告`
  return pieces(printForm(report, report.edition), title, runningText(report))
}

/**
 * Every figure of tables and text is read, and there is nothing to say but what was `assumed`: codes of
 * findings.
 */
export function expectExact(
  report: Report,
  document: SourceDocument,
  assumed: readonly string[] = [],
): void {
  const form = readForm(document.grids)
  const prose = readProse(documentLines(document), report.year)
  const told = new Map(prose.figures.map(({ indicator, cell }) => [indicator, cell]))
  const printed = [...report.cells].filter(([id]) => id.startsWith('prose.'))

  expect(judgeReading(report, form)).toMatchObject({ flagged: 0, silent: [], undetectable: [] })
  expect(form?.notes.filter(({ code }) => !assumed.includes(code))).toEqual([])
  expect(form?.edition).toBe(report.edition)
  expect(told).toEqual(new Map(printed))
}
