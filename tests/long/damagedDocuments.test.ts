import { stdout } from 'node:process'
import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Report } from '@/domain/report'
import { readDocx } from '@/intake/readers/docx/readDocx'
import { readHtml } from '@/intake/readers/html/readHtml'
import { readText } from '@/intake/readers/text/readText'
import { damage, drawFrom, type Draw } from '../documents/damage'
import { printForm, type PrintedForm } from '../documents/formTables'
import { houseStyles, pieces, renderDocument } from '../documents/houseStyles'
import { damageDocx } from '../documents/damageDocx'
import { ReadingTally } from '../documents/readingTally'
import { renderDocx } from '../documents/renderDocx'

const DOCUMENTS = 10_000
const WORD_FILES = 300
const SPOILT_WORD_FILES = 600
const MOST_DAMAGES = 4

const { reports } = generateSample({ counties: 40, years: [2019, 2024] }, 20240331)

function drawReport(draw: Draw): Report & { readonly edition: '2019' | '2021' } {
  const report = reports[draw(reports.length)]
  if (!report || report.edition === 'unknown') throw new Error('a sample report has an edition')
  return { ...report, edition: report.edition }
}

function damaged(form: PrintedForm, draw: Draw): { form: PrintedForm; kinds: string[] } {
  const kinds: string[] = []
  let spoilt = form
  for (let times = 1 + draw(MOST_DAMAGES); times > 0; times--) {
    const next = damage(spoilt, draw)
    spoilt = next.form
    kinds.push(next.kind)
  }
  return { form: spoilt, kinds }
}

test('in many damaged pages and texts no figure is wrong without a flag', () => {
  const draw = drawFrom(31)
  const tally = new ReadingTally()
  for (let round = 0; round < DOCUMENTS; round++) {
    const report = drawReport(draw)
    const style = houseStyles[draw(houseStyles.length)] ?? 'html'
    const { form, kinds } = damaged(printForm(report, report.edition), draw)
    const text = renderDocument(form, style, '示例县年报')
    const { grids } = style.startsWith('html') ? readHtml(text, 'a') : readText(text, 'a')
    tally.add(report, grids, [style, ...kinds])
  }
  stdout.write([tally.toString(), ...tally.undetectable, ...tally.proposedWrong, ''].join('\n'))

  expect(tally.silent).toEqual([])
  expect(tally.undetectable.length).toBeLessThan(DOCUMENTS / 100)
  expect(tally.right).toBeGreaterThan(20 * tally.flagged)
  expect(tally.proposedRight).toBeGreaterThan(20 * tally.proposedWrong.length)
})

test('in damaged Word files no figure is wrong without a flag', async () => {
  const draw = drawFrom(32)
  const tally = new ReadingTally()
  for (let round = 0; round < WORD_FILES; round++) {
    const report = drawReport(draw)
    const { form, kinds } = damaged(printForm(report, report.edition), draw)
    const file = await renderDocx(pieces(form, '示例县年报'))
    tally.add(report, (await readDocx(file, 'a.docx')).grids, kinds)
  }
  stdout.write([tally.toString(), ...tally.undetectable, ''].join('\n'))

  expect(tally.silent).toEqual([])
})

test('in Word files whose tables were damaged themselves no figure is wrong without a flag', async () => {
  const draw = drawFrom(33)
  const tally = new ReadingTally()
  for (let round = 0; round < SPOILT_WORD_FILES; round++) {
    const report = drawReport(draw)
    const whole = await renderDocx(pieces(printForm(report, report.edition), '示例县年报'))
    const { bytes, kinds } = damageDocx(whole, 1 + draw(MOST_DAMAGES), draw)
    tally.add(report, (await readDocx(bytes, 'a.docx')).grids, kinds)
  }
  stdout.write([tally.toString(), ...tally.undetectable, ...tally.proposedWrong, ''].join('\n'))

  expect(tally.silent).toEqual([])
  expect(tally.undetectable.length).toBeLessThan(SPOILT_WORD_FILES / 100)
  expect(tally.right).toBeGreaterThan(20 * tally.flagged)
})
