import { env } from 'node:process'
import { chromium, type Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Report } from '@/domain/report'
import type { Grid } from '@/intake/document'
import { readDocx } from '@/intake/readers/docx/readDocx'
import { readPdf } from '@/intake/readers/pdf/readPdf'
import { damage, drawFrom } from '../documents/damage'
import { expectExact, published } from '../documents/expectExact'
import { printForm } from '../documents/formTables'
import { pieces, type Piece } from '../documents/houseStyles'
import { printStyled, printStyles } from '../documents/printStyles'
import { ReadingTally } from '../documents/readingTally'
import { renderWord, wordStyles } from '../documents/wordStyles'

const { reports } = generateSample({ counties: 3, years: [2019, 2022] }, 31)

function spoilt(report: Report, seed: number): Piece[] {
  if (report.edition === 'unknown') throw new Error('a sample report has an edition')
  return pieces(damage(printForm(report, report.edition), drawFrom(seed)).form, '示例县年报')
}

/** Nothing that is wrong goes without a flag. */
async function expectFlagged(read: (all: Piece[], at: number) => Promise<readonly Grid[]>) {
  const tally = new ReadingTally()
  for (const [at, report] of reports.entries()) {
    tally.add(report, await read(spoilt(report, at), at), ['damaged'])
  }
  expect(tally.silent).toEqual([])
}

describe.each(wordStyles)('a Word file laid out as %s', (style) => {
  test('is read exactly, wherever its tables are cut', async () => {
    for (const [at, report] of reports.entries()) {
      const file = await renderWord(published(report), style, at * 5)
      expectExact(report, await readDocx(file, 'a.docx'))
    }
  })

  test('and damaged before, has no figure that is wrong without a flag', async () => {
    await expectFlagged(
      async (all, at) => (await readDocx(await renderWord(all, style, at * 5), 'a.docx')).grids,
    )
  })
})

describe.each(printStyles)('a PDF printed with $name', (style) => {
  let browser: Browser
  beforeAll(async () => {
    const executablePath = env['XIANJIAN_BROWSER'] ?? '/usr/bin/chromium'
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  })
  afterAll(async () => {
    await browser.close()
  })

  test('is read exactly', async () => {
    for (const report of reports.filter((_, at) => at % 4 === 0 || at % 4 === 3)) {
      const pdf = await printStyled(browser, published(report), style)
      expectExact(report, await readPdf(pdf, 'a.pdf'), style.assumed)
    }
  })

  test('and damaged before, has no figure that is wrong without a flag', async () => {
    await expectFlagged(
      async (all) => (await readPdf(await printStyled(browser, all, style), 'a.pdf')).grids,
    )
  })
})
