import type { Finding } from '@/domain/finding'
import { readCsv } from '@/intake/readers/csv/readCsv'
import { sheetTable } from '@/intake/readers/sheetTable'

/**
 * The method of the Pollock benchmark (Vitagliano et al., PVLDB 16(8), 2023): one clean table, one
 * pollution a file, scored by success and by precision, recall and F1 of header, records and cells.
 * The table is ours, of the same size as theirs, so that their weights apply.
 */
export interface PollutedFile {
  readonly name: string
  readonly text: string
  /** What a perfect reader would load: header first. */
  readonly clean: Rows
  /** What stands in the file, where the benchmark expects titles and headers to be understood too. */
  readonly literal: Rows
  readonly weight: number
}

export type Rows = readonly (readonly string[])[]

interface Style {
  readonly delimiter: string
  readonly quote: string
  readonly escape: string
  readonly end: string
}

const usual: Style = { delimiter: ',', quote: '"', escape: '"', end: '\r\n' }
const rowCount = 84
const columnCount = 9
/** Columns whose cells are written in quotes. */
const quoted = new Set([6, 7])
const header = [
  '单位代码',
  '单位名称',
  '年份',
  '行政许可',
  '收费',
  '牵头单位',
  '情况说明',
  '网址',
  '备注',
]

/** Weights by how many of 3,712 surveyed files have the fault, as published with the benchmark. */
const weights = {
  rowLess: 0.36775106082036774,
  rowMore: 0.36775106082036774,
  rowDelimiter: 0.14285714285714285,
  rowQuote: 0.009259259259259259,
} as const

const clean: Rows = [header, ...Array.from({ length: rowCount - 1 }, (_, index) => dataRow(index))]

function dataRow(index: number): readonly string[] {
  const inner =
    index % 12 === 5
      ? `第${index}号"专栏"，见附件, 共${index}页`
      : `公开目录, 指南和年报共${index}件`
  const name = index % 16 === 9 ? `示例"${index}"县, 新区` : `示例${index}县`
  return [
    String(990_000 + index),
    name,
    String(2019 + (index % 7)),
    String(index * 37),
    `${index * 13}.892534`,
    `示例${index}县's 政务公开办`,
    inner,
    `https://example.invalid/${index}.html`,
    '',
  ]
}

/** All 2,290 files of the method. */
export function* pollutedFiles(): Generator<PollutedFile> {
  yield* wholeFilePollutions()
  for (let row = 0; row < rowCount; row += 1) yield* rowPollutions(row)
}

/** Those of one row: a delimiter more or less, a quote more, another delimiter. */
export function* rowPollutions(row: number): Generator<PollutedFile> {
  for (let column = 0; column < columnCount; column += 1) {
    yield rowFile(`row_more_sep_row${row}_col${column}`, row, weights.rowMore, (cells) => {
      const before = cells.slice(0, column).join(usual.delimiter)
      const after = cells.slice(column).join(usual.delimiter)
      return column === 0 ? `,${after}` : `${before},,${after}`
    })
    if (column > 0) {
      yield rowFile(`row_less_sep_row${row}_col${column}`, row, weights.rowLess, (cells) => {
        return cells.slice(0, column).join(',') + cells.slice(column).join(',')
      })
    }
    yield extraQuote(row, column)
  }
  yield rowFile(`row_field_delimiter_${row}_0x20`, row, weights.rowDelimiter, (cells) =>
    cells.join(' '),
  )
}

function rowFile(
  name: string,
  polluted: number,
  weight: number,
  join: (cells: readonly string[]) => string,
): PollutedFile {
  const lines = clean.map((row, index) =>
    index === polluted ? join(row.map(written)) : row.map(written).join(','),
  )
  return { name, text: `${lines.join('\r\n')}\r\n`, clean, literal: clean, weight }
}

/** The benchmark takes the extra quote for part of the text. */
function extraQuote(row: number, column: number): PollutedFile {
  const lines = clean.map((cells, index) =>
    cells
      .map((text, at) => {
        if (index !== row || at !== column) return written(text, at)
        return written(text, at).startsWith('"') ? `"${written(text, at)}` : `"${text}`
      })
      .join(','),
  )
  const expected = clean.map((cells, index) =>
    cells.map((text, at) => (index === row && at === column ? `"${text}` : text)),
  )
  const name = `row_extra_quote${row}_col${column}`
  const text = `${lines.join('\r\n')}\r\n`
  return { name, text, clean: expected, literal: expected, weight: weights.rowQuote }
}

function written(text: string, column: number): string {
  return writtenIn(usual, text, column)
}

function writtenIn({ quote, escape, delimiter }: Style, text: string, column: number): string {
  const needsQuotes = quoted.has(column) || text.includes(delimiter) || text.includes(quote)
  return needsQuotes ? quote + text.replaceAll(quote, escape + quote) + quote : text
}

function table(rows: Rows, style: Partial<Style> = {}): string {
  const full = { ...usual, ...style }
  return rows
    .map((row) => row.map((text, at) => writtenIn(full, text, at)).join(full.delimiter) + full.end)
    .join('')
}

function* wholeFilePollutions(): Generator<PollutedFile> {
  const body = table(clean)
  const file = (
    name: string,
    weight: number,
    text: string,
    expected: Rows = clean,
    literal: Rows = expected,
  ): PollutedFile => ({ name, text, clean: expected, literal, weight })
  const restyled = (name: string, weight: number, style: Partial<Style>) =>
    file(name, weight, table(clean, style))
  const second = (columns: number): Rows =>
    clean
      .slice(0, rowCount - 1)
      .map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? ''))

  yield file('source', 1, body)
  yield file('file_no_payload', 15, '', [])
  yield file('file_no_trailing_newline', 184, body.slice(0, -2))
  yield file('file_double_trailing_newline', 5, `${body}\r\n`)
  yield file('file_no_header', 470, table(clean.slice(1)), clean.slice(1))
  for (const extra of [1, 2]) {
    const joined = [
      header.map((text) =>
        Array(extra + 1)
          .fill(text)
          .join(' '),
      ),
      ...clean.slice(1),
    ]
    const literal = [...Array<readonly string[]>(extra).fill(header), ...clean]
    yield file(`file_header_multirow_${extra + 1}`, 47, table(literal), joined, literal)
  }
  const title = ['示例市年报', ...Array<string>(columnCount - 1).fill('')]
  const blank = Array<string>(columnCount).fill('')
  yield file('file_preamble', 282, table([title, blank, ...clean]), clean, [title, blank, ...clean])
  for (const [name, columns] of [
    ['less', 8],
    ['same', 9],
    ['more', 10],
  ] as const) {
    const literal = [...clean, ...second(columns)]
    yield file(`file_multitable_${name}`, 188 / 3, table(literal), clean, literal)
  }
  yield file('file_header_only', 3, table([header]), [header])
  yield file('file_one_data_row', 4, table(clean.slice(0, 2)), clean.slice(0, 2))
  yield restyled('file_record_delimiter_0xA', 1691, { end: '\n' })
  yield restyled('file_record_delimiter_0xD', 7, { end: '\r' })
  yield restyled('file_field_delimiter_0x3B', 834, { delimiter: ';' })
  yield restyled('file_field_delimiter_0x9', 4, { delimiter: '\t' })
  yield restyled('file_field_delimiter_0x2C_0x20', 101, { delimiter: ', ' })
  yield restyled('file_field_delimiter_0x20', 4, { delimiter: ' ' })
  yield restyled('file_quotation_char_0x27', 11, { quote: "'", escape: "'" })
  yield restyled('file_escape_char_0x5C', 1, { escape: '\\' })
  yield restyled('file_escape_char_0x00', 7, { escape: '' })
}

/** Out of 10: success, then precision, recall and F1 of header, records and cells. */
export function pollockScore(expected: Rows, loaded: Rows): number {
  if (expected.length === 0) return 10
  const record = (row: readonly string[]): string => row.join('')
  const measures = [
    ...agreement(expected[0] ?? [], loaded[0] ?? []),
    ...agreement(expected.slice(1).map(record), loaded.slice(1).map(record)),
    ...agreement(expected.flat(), loaded.flat()),
  ]
  return measures.reduce((sum, measure) => sum + measure, 1)
}

/** The benchmark calls the share of what was expected precision, and that of what was loaded recall. */
function agreement(expected: readonly string[], loaded: readonly string[]): readonly number[] {
  if (expected.length === 0) return [1, 1, 1]
  const left = new Map<string, number>()
  for (const text of expected) left.set(text, (left.get(text) ?? 0) + 1)
  let common = 0
  for (const text of loaded) {
    const count = left.get(text)
    if (count === undefined || count === 0) continue
    left.set(text, count - 1)
    common += 1
  }
  if (common === 0) return [0, 0, 0]
  const precision = common / expected.length
  const recall = common / loaded.length
  return [precision, recall, (2 * precision * recall) / (precision + recall)]
}

/** What the CSV reader and the table found in its cells make of a text. */
export function readTable(text: string): { rows: Rows; findings: readonly Finding[] } {
  const { grids, findings } = readCsv(text, 'a.csv')
  const [grid] = grids
  if (grid === undefined) return { rows: [], findings }
  const table = sheetTable(grid, 'a.csv')
  return {
    rows: grid.rows.slice(table.start, table.end),
    findings: [...findings, ...table.findings],
  }
}

export interface PollockResult {
  readonly files: number
  readonly simple: number
  readonly weighted: number
  /** Files that were read otherwise than written, without a word about it. */
  readonly silent: readonly string[]
}

/** Reads every file and scores the whole. */
export function runPollock(
  files: Iterable<PollutedFile>,
  read: (text: string) => { readonly rows: Rows; readonly findings: readonly Finding[] },
): PollockResult {
  let count = 0
  let simple = 0
  let weighted = 0
  let weightSum = 0
  const silent: string[] = []
  for (const { name, text, clean: expected, literal, weight } of files) {
    const { rows, findings } = read(text)
    const loaded = rows.filter((row) => row.length > 0)
    const score = pollockScore(expected, loaded)
    count += 1
    simple += score
    weighted += score * weight
    weightSum += weight
    const isExact = JSON.stringify(loaded) === JSON.stringify(literal)
    if (!isExact && findings.length === 0) silent.push(name)
  }
  return { files: count, simple: simple / count, weighted: weighted / weightSum, silent }
}
