import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import { readDocx } from '@/intake/readers/docx/readDocx'
import { expectExact, published } from '../../../documents/expectExact'
import { parted, renderWord, wordStyles } from '../../../documents/wordStyles'

const { reports } = generateSample({ counties: 1, years: [2020, 2021] }, 7)

test.each(wordStyles)('a report as a Word file is read exactly, laid out as %s', async (style) => {
  for (const [at, report] of reports.entries()) {
    const file = await renderWord(published(report), style, at * 7)
    expectExact(report, await readDocx(file, 'a.docx'))
  }
})

test('a cell over a cut is in both parts, its text in the first', () => {
  const cell = (text: string, rows = 1, columns = 1) => ({ text, rows, columns })
  const table = [[cell('a', 3), cell('b')], [cell('c')], [cell('d')]]

  expect(parted(table, 1)).toMatchObject([
    [[cell('a'), cell('b')]],
    [
      [
        { ...cell('', 2), column: 0 },
        { ...cell('c'), column: 1 },
      ],
      [cell('d')],
    ],
  ])
})
