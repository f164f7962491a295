import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Report } from '@/domain/report'
import { findingMessage } from '@/wording/findings'
import { printForm } from '../../../../documents/formTables'
import { pieces } from '../../../../documents/houseStyles'
import { renderDocx } from '../../../../documents/renderDocx'
import { intake } from '../../../intake'

/** A fictional county's report of 2023, which adds up. */
const report = generateSample({ counties: 1, years: [2023, 2023] }, 7).reports.find(
  ({ scope }) => scope === 'whole',
)

function numberIn({ cells }: Report, indicator: string): number {
  const cell = cells.get(indicator)
  if (cell?.kind !== 'value') throw new Error(`no number in ${indicator}`)
  return cell.value
}

async function findingsOf(overview: (report: Report) => readonly string[]) {
  if (report === undefined) throw new Error('no report')
  const document = pieces(printForm(report, '2021'), '示例县2023年政府信息公开工作年度报告', {
    overview: overview(report),
    others: [],
  })
  const { findings } = await intake('示例县.docx', new Uint8Array(await renderDocx(document)))
  return findings.filter(({ code }) => code.startsWith('prose-') && code !== 'prose-counted')
}

const processed = 'requests.processed.total'
const reviews = 'review.total'

test('a text that agrees with its tables raises nothing', async () => {
  const findings = await findingsOf((read) => [
    `全年办理政府信息公开申请，共答复${numberIn(read, processed)}件。`,
    `因信息公开引起行政复议${numberIn(read, reviews)}件。`,
  ])

  expect(findings).toEqual([])
})

test('a text that differs from its tables is told, each sentence at its place', async () => {
  const findings = await findingsOf((read) => [
    `全年办理政府信息公开申请，共答复${numberIn(read, processed) + 1}件。`,
    `因信息公开引起行政复议${numberIn(read, reviews) + 2}件。`,
  ])

  expect(findings.map(({ code, detail }) => [code, detail?.['rule']])).toEqual([
    ['prose-differs', 'P-ANSWERED'],
    ['prose-differs', 'P-REVIEW'],
  ])
  const [first, second] = findings
  expect(first && findingMessage(first)).toContain('与表格不符：正文说答复、办结')
  expect(first?.place.file).toBe('示例县.docx')
  expect(second?.place.row).toBe((first?.place.row ?? NaN) + 1)
})
