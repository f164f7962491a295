import { caseIndicator, caseResults, channels } from '@/domain/tableFour'
import type { FormCell, FormLine } from './formLine'
import { labelScore } from './labelScore'
import { TableReader, type TableReading } from './reading'

const indicators = channels.flatMap((channel) =>
  caseResults.map((result) => caseIndicator(channel, result)),
)
const words = [
  '行政复议',
  '行政诉讼',
  '未经复议直接起诉',
  '复议后起诉',
  ...caseResults.map(({ label }) => label),
]
const SECTION = /^\s*[五六][、.．]|存在的主要问题|其他需要报告/

/**
 * Table 四 政府信息公开行政复议、行政诉讼情况: one row of fifteen figures below its headers, or on
 * several lines that have fifteen together, or a line of fifteen without any header. Null where
 * nothing of the table is there.
 */
export function readTableFour(lines: readonly FormLine[]): TableReading | null {
  const start = lines.findIndex(isCaseHeader)
  if (start < 0) return readHeaderless(lines)
  const rest = lines.slice(start)
  const end = rest.findIndex(({ cells }) => cells.some(({ text }) => SECTION.test(text)))
  const region = end < 0 ? rest : rest.slice(0, end)
  const withValues = region.filter((line) => filledOf(line).length > 0)
  return read(withValues, region)
}

/** Whether a line is part of the header of table 四. */
export function isCaseHeader({ labels }: FormLine): boolean {
  const hits = labels.filter(({ text }) => words.some((word) => labelScore(text, word) >= 0.95))
  return hits.length >= 2 || labels.some(({ text }) => labelScore(text, '结果维持') === 1)
}

function filledOf(line: FormLine): FormCell[] {
  return line.values.filter(({ text }) => text !== '')
}

function readHeaderless(lines: readonly FormLine[]): TableReading | null {
  const found = lines.filter((line) => filledOf(line).length === indicators.length)
  const [only] = found
  if (!only || found.length !== 1 || only.labels.length > 0) return null
  const reading = read([only], [])
  return reading
}

function read(withValues: readonly FormLine[], region: readonly FormLine[]): TableReading {
  const reader = new TableReader()
  const cells = withValues.flatMap(filledOf)
  const [line] = withValues
  if (!line) {
    const [header] = region
    const [first] = header?.cells ?? []
    const place =
      header && first ? { grid: header.grid, row: first.row, column: first.column } : null
    reader.blank(indicators, place)
    return reader
  }
  if (line.unsure !== undefined) {
    reader.unsureColumn(indicators, line)
    return reader
  }
  if (cells.length === indicators.length && isWhole(withValues)) {
    indicators.forEach((indicator, at) => {
      const cell = cells[at]
      if (cell) reader.take(indicator, cell, line.grid)
    })
    return reader
  }
  const byColumn = withValues.length === 1 ? inFifteenColumns(line) : null
  if (byColumn) {
    indicators.forEach((indicator, at) => {
      const cell = byColumn[at]
      if (cell) reader.take(indicator, cell, line.grid)
    })
    reader.note(
      'form-row-gaps',
      'warning',
      indicators,
      { cells, grid: line.grid },
      {
        label: '政府信息公开行政复议、行政诉讼情况',
      },
    )
    return reader
  }
  reader.unreadable(indicators, cells, line.grid)
  reader.doubt(indicators, cells)
  reader.note(
    'form-row-width',
    'error',
    indicators,
    { cells, grid: line.grid },
    {
      label: '政府信息公开行政复议、行政诉讼情况',
      found: cells.length,
      expected: indicators.length,
    },
  )
  return reader
}

/** One row, a row a channel or two of them, or a cell a row; any other pieces have lost their place. */
function isWhole(lines: readonly FormLine[]): boolean {
  const sizes = lines.map((line) => filledOf(line).length)
  return (
    sizes.length === 1 ||
    sizes.every((size) => size % caseResults.length === 0) ||
    sizes.every((size) => size === 1)
  )
}

/** A row of exactly fifteen cells some of which are blank. */
function inFifteenColumns(line: FormLine): readonly FormCell[] | null {
  return line.cells.length === indicators.length && line.labels.length === 0 ? line.cells : null
}
