import { cpuUsage, env } from 'node:process'
import { chromium, type Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Report } from '@/domain/report'
import { readPdf } from '@/intake/readers/pdf/readPdf'
import { readForm } from '@/intake/recognisers/form/readForm'
import { damage, drawFrom } from '../documents/damage'
import { expectExact, published } from '../documents/expectExact'
import { printForm } from '../documents/formTables'
import { pieces, type Piece } from '../documents/houseStyles'
import { judgeReading } from '../documents/judgeReading'
import { hasOffice } from '../documents/office'
import { borderless, papers, printInBrowser, printInOffice } from '../documents/renderPdf'
import { renderDocx } from '../documents/renderDocx'
import { runningText } from '../documents/runningText'

const { reports } = generateSample({ counties: 6, years: [2019, 2024] }, 99)
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
let browser: Browser

beforeAll(async () => {
  const executablePath = env['XIANJIAN_BROWSER'] ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args: flags })
})

afterAll(async () => {
  await browser.close()
})

function damaged(report: Report, damages: number, seed: number): Piece[] {
  if (report.edition === 'unknown') throw new Error('a sample report has an edition')
  const draw = drawFrom(seed)
  let form = printForm(report, report.edition)
  for (let times = 0; times < damages; times++) form = damage(form, draw).form
  return pieces(form, '示例县年报', runningText(report))
}

async function expectRead(report: Report, pdf: Uint8Array): Promise<void> {
  expectExact(report, await readPdf(pdf, 'a.pdf'))
}

describe('a report printed by a browser', () => {
  test.each(papers)(
    'on $format, landscape $landscape, rows of $row mm, borders $border, is read exactly',
    async (paper) => {
      for (const report of reports.filter((_, at) => at % 5 === 0)) {
        await expectRead(report, await printInBrowser(browser, published(report), paper))
      }
    },
  )

  test('without borders, has no figure that is wrong without a flag, and few that are flagged', async () => {
    let right = 0
    let flagged = 0
    const silent: string[] = []
    for (const report of reports.filter((_, at) => at % 5 === 0)) {
      const pdf = await printInBrowser(browser, published(report), borderless)
      const judgement = judgeReading(report, readForm((await readPdf(pdf, 'a.pdf')).grids))
      right += judgement.right
      flagged += judgement.flagged
      silent.push(...judgement.silent, ...judgement.undetectable)
    }

    expect(silent).toEqual([])
    expect(right).toBeGreaterThan(20 * flagged)
  })

  test('and damaged before, has no figure that is wrong without a flag', async () => {
    const silent: string[] = []
    let flagged = 0
    for (let round = 0; round < 48; round++) {
      const report = reports[round % reports.length]
      const paper = papers[round % papers.length]
      if (!report || !paper) throw new Error('no report')
      const pdf = await printInBrowser(browser, damaged(report, 1 + (round % 3), round), paper)
      const form = readForm((await readPdf(pdf, 'a.pdf')).grids)
      const judgement = judgeReading(report, form)
      flagged += judgement.flagged
      silent.push(...judgement.silent)
    }

    expect(silent).toEqual([])
    expect(flagged).toBeGreaterThan(0)
  })

  test('takes less than a second of one processor, the median of twenty', async () => {
    const [report] = reports
    const [paper] = papers
    if (!report || !paper) throw new Error('no report')
    const pdf = await printInBrowser(browser, published(report), paper)
    const times: number[] = []
    for (let round = 0; round < 20; round++) {
      const start = cpuUsage()
      readForm((await readPdf(pdf, 'a.pdf')).grids)
      const { user, system } = cpuUsage(start)
      times.push((user + system) / 1000)
    }
    const median = times.toSorted((a, b) => a - b)[10] ?? Infinity

    expect(median).toBeLessThan(1000)
  })
})

describe.runIf(hasOffice('writer'))('a report printed by LibreOffice', () => {
  test('is read exactly', async () => {
    for (const report of reports.filter((_, at) => at % 9 === 0)) {
      await expectRead(report, await printInOffice(await renderDocx(published(report))))
    }
  })
})
