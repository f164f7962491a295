import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import { readDocx } from '@/intake/readers/docx/readDocx'
import { readHtml } from '@/intake/readers/html/readHtml'
import { readText } from '@/intake/readers/text/readText'
import { readForm } from '@/intake/recognisers/form/readForm'
import { damage, drawFrom, type Draw } from '../../../documents/damage'
import { printForm, type PrintedForm } from '../../../documents/formTables'
import { damageDocx } from '../../../documents/damageDocx'
import { houseStyles, pieces, renderDocument } from '../../../documents/houseStyles'
import { judgeReading } from '../../../documents/judgeReading'
import { ReadingTally } from '../../../documents/readingTally'
import { renderDocx } from '../../../documents/renderDocx'

test('in documents with one to three damages no figure is wrong without a flag', () => {
  const { reports } = generateSample({ counties: 4, years: [2019, 2024] }, 42)
  const draw = drawFrom(5)
  const silent: string[] = []
  let right = 0
  let flagged = 0
  for (let round = 0; round < 300; round++) {
    const report = reports[draw(reports.length)]
    const style = houseStyles[draw(houseStyles.length)] ?? 'html'
    if (!report || report.edition === 'unknown') throw new Error('a sample report has an edition')
    let form = printForm(report, report.edition)
    for (let times = 1 + draw(3); times > 0; times--) form = damage(form, draw).form
    const text = renderDocument(form, style, '示例县年报')
    const { grids } = style.startsWith('html') ? readHtml(text, 'a') : readText(text, 'a')
    const judgement = judgeReading(report, readForm(grids))
    right += judgement.right
    flagged += judgement.flagged
    silent.push(...judgement.silent, ...judgement.undetectable)
  }

  expect(silent).toEqual([])
  expect(flagged).toBeGreaterThan(0)
  expect(right / (right + flagged)).toBeGreaterThan(0.95)
}, 60_000)

test('in Word files whose tables were damaged no figure is wrong without a flag', async () => {
  const { reports } = generateSample({ counties: 2, years: [2019, 2024] }, 42)
  const draw = drawFrom(6)
  const tally = new ReadingTally()
  for (let round = 0; round < 24; round++) {
    const report = reports[draw(reports.length)]
    if (!report || report.edition === 'unknown') throw new Error('a sample report has an edition')
    const whole = await renderDocx(pieces(printForm(report, report.edition), '示例县年报'))
    const { bytes, kinds } = damageDocx(whole, 1 + draw(3), draw)
    tally.add(report, (await readDocx(bytes, 'a.docx')).grids, kinds)
  }

  expect([tally.silent, tally.undetectable]).toEqual([[], []])
  expect(tally.flagged).toBeGreaterThan(0)
}, 60_000)

test('in damaged documents with a column of last year’s figures none of them is taken for this year’s', () => {
  const { reports } = generateSample({ counties: 4, years: [2019, 2024] }, 43)
  const draw = drawFrom(7)
  const silent: string[] = []
  for (let round = 0; round < 200; round++) {
    const report = reports[draw(reports.length)]
    const style = houseStyles[draw(houseStyles.length)] ?? 'html'
    if (!report || report.edition === 'unknown') throw new Error('a sample report has an edition')
    let form = withLastYear(printForm(report, report.edition), draw)
    for (let times = draw(3); times > 0; times--) form = damage(form, draw).form
    const text = renderDocument(form, style, '示例县年报')
    const { grids } = style.startsWith('html') ? readHtml(text, 'a') : readText(text, 'a')
    const { silent: found, undetectable } = judgeReading(report, readForm(grids))
    silent.push(...[...found, ...undetectable].map((each) => `${style}: ${each}`))
  }

  expect(silent).toEqual([])
}, 60_000)

/** Tables 二 and 三 with a column 上年 behind all others. */
function withLastYear(form: PrintedForm, draw: Draw): PrintedForm {
  const cell = (text: string, rows = 1) => ({ text, rows, columns: 1 })
  const two = form.two.map((row) => {
    if (row.length === 1) return row
    return [...row, cell(row[0]?.text === '信息内容' ? '上年' : String(draw(90)))]
  })
  const three = form.three.map((row, at) => {
    if (at === 0) return [...row, cell('上年', 3)]
    return at < 3 ? row : [...row, cell(draw(4) === 0 ? '' : String(draw(90)))]
  })
  return { ...form, two, three }
}
