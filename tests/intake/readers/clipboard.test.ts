import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClipboard } from '@/intake/readers/clipboard'

test('a range of Excel is one grid', () => {
  expect(readClipboard({ text: '单位\t年份\r\n甲县\t2023\r\n', html: '' })).toEqual({
    file: '剪贴板',
    kind: 'clipboard',
    grids: [
      {
        name: '',
        rows: [
          ['单位', '年份'],
          ['甲县', '2023'],
        ],
      },
    ],
    prose: [],
    findings: [],
  })
})

test('a cell with a line end or a tab is quoted, any other quote is a character', () => {
  const text = '"第一\n行""x"""\t"三安全一稳定"\t5" 管\r\n"未完\t\t"a\tb"\r\n'

  expect(readClipboard({ text, html: '' }).grids[0]?.rows).toEqual([
    ['第一\n行"x"', '"三安全一稳定"', '5" 管'],
    ['"未完', '', 'a\tb'],
  ])
})

test('blank cells and rows within the range stay', () => {
  expect(readClipboard({ text: 'a\t\r\n\t\r\n\tb', html: '' }).grids[0]?.rows).toEqual([
    ['a', ''],
    ['', ''],
    ['', 'b'],
  ])
})

test('merged cells are known from the HTML', () => {
  const html =
    '<html><body><!--StartFragment--><table><tr><td colspan=2>许可</td></tr><tr><td>a</td><td>b</td></tr></table></body></html>'

  expect(readClipboard({ text: '许可\t\r\na\tb\r\n', html }).grids).toEqual([
    {
      name: '',
      rows: [
        ['许可', ''],
        ['a', 'b'],
      ],
      merges: [{ row: 0, column: 0, rows: 1, columns: 2 }],
    },
  ])
})

test('without text the tables of the HTML are taken', () => {
  const { grids } = readClipboard({
    text: '',
    html: '<table><tr><td>a</td><td>b</td></tr></table>',
  })

  expect(grids.map(({ rows }) => rows)).toEqual([[['a', 'b']]])
})

test('an empty clipboard has no grid', () => {
  expect(readClipboard({ text: '', html: '' }).grids).toEqual([])
})

test('whatever a spreadsheet copies is pasted the same', () => {
  // A cell that begins with a quote cannot be told from a quoted one when another follows later.
  const cell = fc
    .string({ unit: fc.constantFrom(...Array.from('县1.,"\t\n ')), maxLength: 5 })
    .filter((text) => !text.startsWith('"'))
  const range = fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: 1,
      maxLength: 5,
    }),
  )

  fc.assert(
    fc.property(range, (rows) => {
      const text = rows.map((row) => `${row.map(copied).join('\t')}\r\n`).join('')
      expect(readClipboard({ text, html: '' }).grids[0]?.rows).toEqual(rows)
    }),
  )
})

/** As Excel writes a cell to the clipboard. */
function copied(cell: string): string {
  return /[\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
