import { stdout } from 'node:process'
import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Report } from '@/domain/report'
import { readDocx } from '@/intake/readers/docx/readDocx'
import { readHtml } from '@/intake/readers/html/readHtml'
import { readText } from '@/intake/readers/text/readText'
import { readForm } from '@/intake/recognisers/form/readForm'
import { damage, drawFrom, type Draw } from '../documents/damage'
import { printForm, type PrintedForm } from '../documents/formTables'
import { houseStyles, pieces, renderDocument } from '../documents/houseStyles'
import { judgeReading } from '../documents/judgeReading'
import { renderDocx } from '../documents/renderDocx'

const DOCUMENTS = 10_000
const WORD_FILES = 300
const MOST_DAMAGES = 4

const { reports } = generateSample({ counties: 40, years: [2019, 2024] }, 20240331)

/** What became of the figures of many damaged documents. */
class Tally {
  documents = 0
  right = 0
  flagged = 0
  proposedRight = 0
  readonly proposedWrong: string[] = []
  /** Wrong without a flag, and the document's own sums speak against it. */
  readonly silent: string[] = []
  /** Wrong without a flag, but just what another valid report would look like. */
  readonly undetectable: string[] = []

  add(report: Report, grids: Parameters<typeof readForm>[0], damages: readonly string[]): void {
    const form = readForm(grids)
    const { right, flagged, silent, undetectable, proposed } = judgeReading(report, form)
    this.documents++
    this.right += right
    this.flagged += flagged
    this.proposedRight += proposed.right
    this.proposedWrong.push(...proposed.wrong)
    const after = damages.join(' + ')
    this.silent.push(...silent.map((each) => `${after}: ${each}`))
    this.undetectable.push(...undetectable.map((each) => `${after}: ${each}`))
  }

  toString(): string {
    const all = this.right + this.flagged + this.silent.length + this.undetectable.length
    const share = (count: number) => `${((100 * count) / all).toFixed(3)} %`
    return [
      `${this.documents} damaged documents, ${all} figures:`,
      `right ${share(this.right)}, flagged ${share(this.flagged)},`,
      `silent ${this.silent.length}, like another valid report ${this.undetectable.length};`,
      `rows proposed rightly ${this.proposedRight}, otherwise ${this.proposedWrong.length}`,
    ].join(' ')
  }
}

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
  const tally = new Tally()
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
  const tally = new Tally()
  for (let round = 0; round < WORD_FILES; round++) {
    const report = drawReport(draw)
    const { form, kinds } = damaged(printForm(report, report.edition), draw)
    const file = await renderDocx(pieces(form, '示例县年报'))
    tally.add(report, (await readDocx(file, 'a.docx')).grids, kinds)
  }
  stdout.write([tally.toString(), ...tally.undetectable, ''].join('\n'))

  expect(tally.silent).toEqual([])
})
