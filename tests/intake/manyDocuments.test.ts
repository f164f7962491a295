import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Report } from '@/domain/report'
import { draftReports } from '@/intake/draftReports'
import { intakeFiles, type IntakeStep } from '@/intake/intakeFile'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { printForm } from '../documents/formTables'
import { houseStyles, pieces, renderDocument } from '../documents/houseStyles'
import { renderDocx } from '../documents/renderDocx'
import { runningText } from '../documents/runningText'
import { draftsOf } from './intake'

const { reports, units } = generateSample({ counties: 20, years: [2019, 2023] }, 5)

function title({ unit, year }: Report): string {
  return `${unit.name}人民政府${year}年政府信息公开工作年度报告`
}

/** Reports in all kinds of files, then one that is damaged and one that is no report. */
async function mixedFiles(count: number): Promise<File[]> {
  const files = await Promise.all(
    reports.slice(0, count).map(async (report, at) => {
      if (report.edition === 'unknown') throw new Error('a sample report has an edition')
      const form = printForm(report, report.edition)
      const text = runningText(report)
      if (at % 6 === 5) {
        const bytes = await renderDocx(pieces(form, title(report), text))
        return new File([new Uint8Array(bytes)], `${at}.docx`)
      }
      const style = houseStyles[at % houseStyles.length] ?? 'html'
      const extension = style.startsWith('html') ? 'html' : 'txt'
      return new File([renderDocument(form, style, title(report), text)], `${at}.${extension}`)
    }),
  )
  const pdf = readFileSync('fixtures/documents/old-form.pdf')
  return [
    ...files,
    new File([pdf.subarray(0, 2000)], 'cut.pdf'),
    new File(['<html><body><h1>2023年部门预算</h1></body></html>'], 'budget.html'),
  ]
}

function cellsOf({ cells }: Report): [string, unknown][] {
  return [...cells].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

test('a hundred documents of mixed kinds in one drop are read each for itself', async () => {
  const files = await mixedFiles(98)
  const drafts = await draftsOf(files, units)
  const registry = createUnitRegistry(units)
  const read = drafts.flatMap((draft) => draftReports(draft, registry))

  expect(drafts).toHaveLength(100)
  expect(
    drafts.slice(98).map(({ reports: count, findings }) => [count, findings[0]?.code]),
  ).toEqual([
    [0, 'pdf-damaged'],
    [0, 'form-other-report'],
  ])
  expect(read.map(({ year, edition }) => [year, edition])).toEqual(
    reports.slice(0, 98).map(({ year, edition }) => [year, edition]),
  )
  expect(read.map(cellsOf)).toEqual(reports.slice(0, 98).map(cellsOf))
}, 120_000)

test('a drop of documents tells how far it is and can be stopped between two files', async () => {
  const files = await mixedFiles(8)
  const steps: IntakeStep[] = []
  const stop = new AbortController()
  const taken: string[] = []
  const running = intakeFiles(
    files,
    { ownUnits: units, within: null },
    ({ name }) => {
      taken.push(name)
      if (taken.length === 4) stop.abort()
      return Promise.resolve()
    },
    (step) => steps.push(step),
    stop.signal,
  )

  await expect(running).rejects.toThrow()
  expect(taken).toEqual(files.slice(0, 4).map(({ name }) => name))
  expect(steps.at(-1)?.fileIndex).toBe(3)
  expect(steps.every(({ bytesDone, bytesTotal }) => bytesDone <= bytesTotal)).toBe(true)
}, 120_000)
