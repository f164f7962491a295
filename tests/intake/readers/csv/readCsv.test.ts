import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { detectDialect } from '@/intake/readers/csv/dialect'
import { readCsv } from '@/intake/readers/csv/readCsv'
import { splitLine } from '@/intake/readers/csv/splitLine'
import { tokenise } from '@/intake/readers/csv/tokenise'
import { limits } from '@/intake/readers/limits'

function read(text: string): { rows: readonly (readonly string[])[]; found: readonly string[] } {
  const { grids, findings } = readCsv(text, 'a.csv')
  const found = findings.map(({ code, severity, place }) =>
    [code, severity, place.row, place.column].filter((part) => part !== undefined).join(' '),
  )
  return { rows: grids[0]?.rows ?? [], found }
}

test.each([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
  ['，', 'full-width comma'],
])('%j (%s) is found', (delimiter) => {
  const text = ['单位,年份,许可', '甲县,2023,5', '乙县,2023,7']
    .join('\r\n')
    .replaceAll(',', delimiter)

  expect(read(text).rows).toEqual([
    ['单位', '年份', '许可'],
    ['甲县', '2023', '5'],
    ['乙县', '2023', '7'],
  ])
})

test('the delimiter divides the rows evenly, not most often', () => {
  expect(read('单位;备注\n甲,乙,丙;丁\n').rows).toEqual([
    ['单位', '备注'],
    ['甲,乙,丙', '丁'],
  ])
})

test('two delimiters that fit alike are asked about', () => {
  expect(read('甲;1,5\n乙;2,5\n').found).toContain('delimiter-guessed warning')
})

test('a tab in every row beats commas in the numbers', () => {
  expect(read('单位\t金额\n甲县\t1,234\n乙县\t2,345\n').rows[1]).toEqual(['甲县', '1,234'])
})

test('the chosen delimiter is taken as it is', () => {
  const { grids } = readCsv('甲;1,5\n乙;2,5\n', 'a.csv', { delimiter: ',' })

  expect(grids[0]?.rows).toEqual([
    ['甲;1', '5'],
    ['乙;2', '5'],
  ])
})

test('sep= names the delimiter and is no row', () => {
  expect(read('sep=|\r\na|b\r\n1|2\r\n')).toEqual({
    rows: [
      ['a', 'b'],
      ['1', '2'],
    ],
    found: [],
  })
})

test('a space after every comma is not part of the cells', () => {
  expect(read('a, b, c\n1, "x, y", 3\n').rows).toEqual([
    ['a', 'b', 'c'],
    ['1', 'x, y', '3'],
  ])
})

test('single quotes around whole cells are quotes, an apostrophe before a number is not', () => {
  expect(read("'a','b'\n'x, y','2'\n").rows).toEqual([
    ['a', 'b'],
    ['x, y', '2'],
  ])
  expect(read("代码,值\n'110101,'12.5\n").rows).toEqual([
    ['代码', '值'],
    ["'110101", "'12.5"],
  ])
})

test('a backslash before quotes is an escape when that explains the whole file', () => {
  expect(read('a,b\n"5\\" pipe, long",2\n"x",3\n')).toEqual({
    rows: [
      ['a', 'b'],
      ['5" pipe, long', '2'],
      ['x', '3'],
    ],
    found: [],
  })
})

test('headers of several lines, as printed forms have them, are one row', () => {
  const header = '"单位\n名称","年份","本年新\n制作数量","对外公开\n总数量, 件","备注"'

  expect(read(`${header}\n甲县,2020,1,2,\n乙县,2020,3,4,"第一行\n第二行"\n`)).toEqual({
    rows: [
      ['单位\n名称', '年份', '本年新\n制作数量', '对外公开\n总数量, 件', '备注'],
      ['甲县', '2020', '1', '2', ''],
      ['乙县', '2020', '3', '4', '第一行\n第二行'],
    ],
    found: [],
  })
})

test('CR, LF and CRLF mixed are row ends as a person sees them', () => {
  expect(read('a,b\r\n1,2\n3,4\r5,6')).toEqual({
    rows: [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ],
    found: ['newlines-mixed info'],
  })
})

test('line feeds inside quoted cells of a CRLF file are no mixture', () => {
  expect(read('a,b\r\n"1\n2",3\r\n').found).toEqual([])
})

test('a quoted name followed by text keeps its row and the rows below', () => {
  expect(read('地区,值\n"甲"县,1\n乙,2\n丙,3\n')).toEqual({
    rows: [
      ['地区', '值'],
      ['"甲"县', '1'],
      ['乙', '2'],
      ['丙', '3'],
    ],
    found: ['quote-unescaped error 2'],
  })
})

test('an unclosed quote names its row and the rows below survive', () => {
  expect(read('地区,值,备注\n甲,1,"未完\n乙,2,好\n丙,3,好\n')).toEqual({
    rows: [
      ['地区', '值', '备注'],
      ['甲', '1', '"未完'],
      ['乙', '2', '好'],
      ['丙', '3', '好'],
    ],
    found: ['quote-unclosed error 2'],
  })
})

test('an unclosed quote that meets another one below does not merge the rows', () => {
  expect(read('a,b,c\n1,"x,3\n4,5,6\n7,y",9\n')).toEqual({
    rows: [
      ['a', 'b', 'c'],
      ['1', '"x', '3'],
      ['4', '5', '6'],
      ['7', 'y"', '9'],
    ],
    found: ['quote-unclosed error 2', 'quote-unescaped error 4'],
  })
})

test('rows of another width are named, and their cells stay where they are', () => {
  expect(read('a,b,c\n1,2\n1,2,3,4\n1,2,3\n1,2,3,\n')).toEqual({
    rows: [
      ['a', 'b', 'c'],
      ['1', '2'],
      ['1', '2', '3', '4'],
      ['1', '2', '3'],
      ['1', '2', '3', ''],
    ],
    found: ['row-short error 2', 'row-long error 3', 'row-long info 5'],
  })
})

test('a title and a note are no shifted rows', () => {
  expect(
    read('某市政府信息公开情况\n单位,年份,许可\n甲县,2023,5\n乙县,2023,7\n注：不含开发区\n').found,
  ).toEqual(['row-short info 1', 'row-short info 5'])
})

test('tables below each other, with a blank line between, have their own widths', () => {
  expect(read('a,b\n1,2\n3,4\n\na,b,c,d\n1,2,3,4\n')).toEqual({
    rows: [['a', 'b'], ['1', '2'], ['3', '4'], [], ['a', 'b', 'c', 'd'], ['1', '2', '3', '4']],
    found: [],
  })
})

test('a file that ends inside a row says so', () => {
  expect(read('a,b,c\n1,2,3\n4').found).toEqual(['row-short error 3'])
})

test('__proto__, constructor and toString are headers like any other', () => {
  expect(read('__proto__,constructor,toString\n1,2,3\n')).toEqual({
    rows: [
      ['__proto__', 'constructor', 'toString'],
      ['1', '2', '3'],
    ],
    found: [],
  })
  expect(Object.keys(Object.prototype)).toEqual([])
})

test('as many columns as a spreadsheet are read, one more is refused', () => {
  const wide = (columns: number): string => `${'a,'.repeat(columns - 1)}a\n`

  expect(read(wide(limits.columns)).rows[0]).toHaveLength(limits.columns)
  expect(read(wide(limits.columns + 1))).toEqual({ rows: [], found: ['file-too-large error'] })
})

test('more rows than a spreadsheet are refused', () => {
  expect(read('1,2\n'.repeat(limits.rows + 1)).found).toEqual(['file-too-large error'])
}, 60_000)

test('a cell beyond the limit is cut and named; its row stays', () => {
  const { rows, found } = read(`a,b\n${'县'.repeat(limits.cellLength + 1)},1\n`)

  expect(found).toEqual(['cell-too-long error 2 1'])
  expect(rows[1]).toEqual(['县'.repeat(limits.cellLength), '1'])
})

test('faults beyond the first fifty are counted, not listed', () => {
  const { findings } = readCsv(`a,b,c\n${'1,2,3\n'.repeat(200)}${'1,2\n'.repeat(80)}`, 'a.csv')

  expect(findings).toHaveLength(50)
  expect(findings.at(-1)?.detail).toEqual({ cells: 2, expected: 3, more: 30 })
})

const cell = fc.string({
  unit: fc.constantFrom(...Array.from('县市公开0123456789.-/ "\',;|\t，\n\r')),
  maxLength: 6,
})
const table = fc.integer({ min: 2, max: 5 }).chain((columns) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 8,
  }),
)
const delimiter = fc.constantFrom(',', ';', '\t', '|', '，')
const newline = fc.constantFrom('\r\n' as const, '\n' as const, '\r' as const)

test('our tokeniser equals PapaParse on whatever is cleanly written', () => {
  fc.assert(
    fc.property(table, delimiter, newline, fc.boolean(), (rows, mark, end, quotes) => {
      const text = Papa.unparse(rows, { delimiter: mark, newline: end, quotes })
      const marks = {
        delimiter: mark,
        quote: '"',
        escape: '"',
        skipSpace: false,
        columns: rows[0]?.length ?? 0,
      } as const
      const { data } = Papa.parse<string[]>(text, { delimiter: mark, newline: end })

      const tokens = tokenise(text, marks)
      // Lines inside a cell that each look like a whole row are reported, not trusted.
      if (tokens.faults.length > 0) {
        expect(tokens.faults[0]?.kind).toBe('unclosed')
        return
      }
      expect(tokens.rows).toEqual(
        data.map((row) => (row.join('') === '' && row.length < 2 ? [] : row)),
      )
      expect(data).toEqual(rows)
    }),
  )
})

const plainCell = fc.string({
  unit: fc.constantFrom(...Array.from('县市区公开信息0123456789.-/')),
  minLength: 1,
  maxLength: 8,
})

/** A cell whose lines each make a whole row could be rows as well: it is reported, never trusted. */
function couldBeRows(row: readonly string[], mark: string): boolean {
  const marks = { delimiter: mark, quote: '"', escape: '"', skipSpace: false } as const
  const lines = Papa.unparse([[...row]], { delimiter: mark }).split(/\r\n|\r|\n/)
  return (
    lines.length > 1 && lines.every((line) => splitLine(line, marks).cells.length === row.length)
  )
}

test('a cell whose lines each make a whole row is reported', () => {
  const plain = 'a\tb\tc\n1\t2\t3\n'
  const { findings } = readCsv(`${plain}x\t"\t\r\t"\ty\n`, 'a.tsv')

  expect(couldBeRows(['x', '\t\r\t', 'y'], '\t')).toBe(true)
  expect(findings.map(({ code, severity }) => [code, severity])).toContainEqual([
    'quote-unclosed',
    'error',
  ])
})

test('a table reads back from every dialect that it can be written in', () => {
  const rows = fc.integer({ min: 2, max: 6 }).chain((columns) =>
    fc.array(
      fc.array(fc.oneof({ weight: 5, arbitrary: plainCell }, cell), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  fc.assert(
    fc.property(
      rows,
      delimiter,
      newline,
      fc.boolean(),
      fc.boolean(),
      (body, mark, end, quotes, last) => {
        const header = (body[0] ?? []).map((_, index) => `指标${index + 1}`)
        const plainRows = Array.from({ length: 12 }, (_, row) =>
          header.map((__, index) => `${row}${index}`),
        )
        const written = [header, ...plainRows, ...body]
        fc.pre(!body.some((row) => couldBeRows(row, mark)))
        const text =
          Papa.unparse(written, { delimiter: mark, newline: end, quotes }) + (last ? end : '')
        const { grids, findings } = readCsv(text, 'a.csv', {})

        expect(grids[0]?.rows).toEqual(written)
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(detectDialect(text).delimiter).toBe(mark)
      },
    ),
  )
})

test('tabs at the ends of all rows make no header short', () => {
  expect(read('a\tb\n1\t2\t\t\n3\t4\t\t\n').found).toEqual([])
  // One cell less may be a separator that was lost.
  expect(read('a,b,c\n1,2,3,\n4,5,6,\n').found).toEqual(['row-short error 1'])
})
