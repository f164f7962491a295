import type { ReportEdition } from '@/domain/indicator'
import { labelKey } from '@/domain/normaliseLabel'
import { applicants, requestIndicator, requestRows, type RequestRow } from '@/domain/tableThree'
import { alignRows, type Alignment } from './alignRows'
import { bareRows } from './bareRows'
import type { FormLine } from './formLine'
import { joinWrapped } from './joinWrapped'
import { labelScore } from './labelScore'
import { TableReader, type FormNote, type TableReading } from './reading'
import {
  isMoved,
  requestColumns,
  rowValues,
  type RequestColumns,
  type RowValues,
} from './requestColumns'
import { isCaseHeader } from './tableFour'

/** A label at least this good makes a line of its own, even without figures. */
const CLEAR = 0.86
/** A row without a label that stands where exactly one is missing. */
const BY_ORDER = 0.2

export interface TableThree extends TableReading {
  /** Whether （六）其他处理 stands as one row. */
  readonly hasSingleOther: boolean
  readonly lines: readonly FormLine[]
}

interface Candidate {
  readonly line: FormLine
  readonly values: RowValues
}

/**
 * Table 三 收到和处理政府信息公开申请情况 in any shape: rows are found by their labels in order, one
 * without a label only where exactly as many rows are missing, all of them only where the sums of the
 * form confirm it. Every figure is read or flagged. Null where nothing of the table is there.
 */
export function readTableThree(
  lines: readonly FormLine[],
  edition: ReportEdition,
): TableThree | null {
  const columns = columnsByGrid(lines)
  const region = joinWrapped(tableLines(lines))
  const candidates = region.map((line) => ({
    line,
    values: rowValues(line, columns.get(line.grid) ?? null),
  }))
  const forms = [false, true].map((single) => fit(candidates, single))
  const [three, one] = forms
  if (!three || !one) return null
  const preferSingle = one.alignment.score > three.alignment.score
  const isTie = one.alignment.score === three.alignment.score
  const chosen = preferSingle || (isTie && edition === '2019') ? one : three
  const moved = candidates.find(({ line }) => isMoved(columns.get(line.grid)))
  if (chosen.matched < 3) return moved === undefined ? readBareRows(lines) : null
  const read = readRows(candidates, chosen)
  return moved === undefined
    ? read
    : { ...read, notes: [movedNote(moved), ...read.notes], doubtful: [] }
}

/** That the columns were read by their header, and not as the form has them. */
function movedNote({ line }: Candidate): FormNote {
  const [first] = line.cells
  const place = first === undefined ? null : { grid: line.grid, row: first.row, column: 1 }
  return { code: 'form-columns-moved', severity: 'warning', indicators: [], place }
}

/** Where no label is left, order decides if every sum confirms it; each row says so. */
function readBareRows(lines: readonly FormLine[]): TableThree | null {
  const bare = bareRows(lines)
  if (bare === null) return null
  const reader = new TableReader()
  for (const { row, line } of bare.rows) {
    const indicators = applicants.map((applicant) => requestIndicator(row, applicant))
    const filled = line.cells.filter(({ text }) => text !== '')
    indicators.forEach((indicator, at) => {
      const cell = filled[at]
      if (cell) reader.take(indicator, cell, line.grid)
    })
    const at = { cells: line.cells, grid: line.grid }
    reader.note('form-row-by-order', 'warning', indicators, at, { label: row.label })
  }
  return {
    figures: reader.figures,
    notes: reader.notes,
    doubtful: [],
    hasSingleOther: bare.single,
    lines: bare.rows.map(({ line }) => line),
  }
}

/** The header's columns of every grid; a table that goes on in a grid as wide keeps those it had. */
function columnsByGrid(lines: readonly FormLine[]): ReadonlyMap<number, RequestColumns | null> {
  const columns = new Map<number, RequestColumns | null>()
  let known: RequestColumns | null = null
  let knownWidth = 0
  for (const grid of new Set(lines.map((line) => line.grid))) {
    const width = widthOf(lines, grid)
    const own = requestColumns(lines, grid)
    known = own ?? (width === knownWidth ? known : null)
    knownWidth = width
    columns.set(grid, known)
  }
  return columns
}

function widthOf(lines: readonly FormLine[], grid: number): number {
  const cells = lines.filter((line) => line.grid === grid).flatMap((line) => line.cells)
  return cells.reduce((most, { column }) => Math.max(most, column), 0)
}

interface Fit {
  readonly single: boolean
  readonly rows: readonly RequestRow[]
  readonly alignment: Alignment
  readonly matched: number
}

function fit(candidates: readonly Candidate[], single: boolean): Fit {
  const rows = requestRows.filter(
    ({ group, key }) => group !== 'other' || (key === 'otherSingle') === single,
  )
  const scores = candidates.map(({ line }) => rowScores(line, rows))
  const alignment = alignRows({
    lines: candidates.length,
    rows: rows.length,
    gain: (line, row) => gainOf(candidates[line], scores[line]?.[row] ?? 0),
    skipLine: (line) => (candidates[line]?.values.kind === 'values' ? 0.5 : 0),
  })
  const matched = alignment.lines.filter(
    (line, row) => line >= 0 && (scores[line]?.[row] ?? 0) >= CLEAR,
  ).length
  return { single, rows, alignment, matched }
}

function gainOf(candidate: Candidate | undefined, score: number): number {
  if (!candidate) return 0
  const { line, values } = candidate
  if (values.kind === 'values') {
    if (line.labels.length === 0) return BY_ORDER
    return score > 0 ? score + 0.3 : 0
  }
  return score >= CLEAR ? score : 0
}

/** By row of the form; what is clearly the label of one row is not taken for a misspelt one of another. */
function rowScores(line: FormLine, rows: readonly RequestRow[]): number[] {
  const scores = rows.map((row) => lineScore(line, row))
  const isClear = scores.some((score) => score >= CLEAR)
  return isClear ? scores.map((score) => (score >= CLEAR ? score : 0)) : scores
}

/** The best of the last label, and of it with the group's label before it. */
function lineScore(line: FormLine, row: RequestRow): number {
  const texts = line.labels.map(({ text }) => text)
  const last = texts.at(-1) ?? ''
  return Math.max(labelScore(last, row.label), labelScore(texts.slice(-2).join(''), row.label))
}

/** From the first line that belongs to the table to the last. */
function tableLines(lines: readonly FormLine[]): readonly FormLine[] {
  const belongs = (line: FormLine, rows: readonly RequestRow[]): boolean =>
    rows.some((row) => lineScore(line, row) >= CLEAR)
  const [first] = requestRows
  if (!first) return []
  const start = lines.findIndex((line) => belongs(line, requestRows.slice(0, 4)))
  if (start < 0) return []
  const next = lines.findIndex((line, at) => at > start && isCaseHeader(line))
  const rest = lines.slice(beginning(lines, start, first.label), next < 0 ? undefined : next)
  const end = rest.findLastIndex((line) => belongs(line, requestRows))
  return rest.slice(0, end + 1)
}

/** Lines above the first row that is known in which its label may begin. */
const WRAPPED = 3

/** Where the first row begins if its label wraps around its figures. */
function beginning(lines: readonly FormLine[], start: number, label: string): number {
  if ((lines[start]?.values.length ?? 0) > 0) return start
  const from = Math.max(0, start - WRAPPED)
  const piece = lines.slice(from, start).findIndex(({ labels, values }) => {
    const written = labelKey(labels.at(-1)?.text ?? '')
    return values.length === 0 && written.length > 1 && labelKey(label).startsWith(written)
  })
  return piece < 0 ? start : from + piece
}

function readRows(candidates: readonly Candidate[], form: Fit): TableThree {
  const reader = new TableReader()
  form.rows.forEach((row, at) => {
    const indicators = applicants.map((applicant) => requestIndicator(row, applicant))
    const candidate = candidates[form.alignment.lines[at] ?? -1]
    if (!candidate) {
      reader.blank(indicators, null)
      reader.note('form-row-lost', 'warning', indicators, null, { label: row.label })
      return
    }
    readRow(reader, candidate, row, indicators, isByOrder(candidates, form, at))
  })
  noteStrayLines(reader, candidates, form)
  return {
    figures: reader.figures,
    notes: reader.notes,
    doubtful: reader.doubtful,
    hasSingleOther: form.single,
    lines: candidates.map(({ line }) => line),
  }
}

/** Order alone decides only where as many lines as rows stand between two that have labels. */
function isByOrder(candidates: readonly Candidate[], form: Fit, row: number): boolean | 'unsure' {
  const { lines } = form.alignment
  const labelled = (at: number): boolean =>
    at < 0 || at >= lines.length || (candidates[lines[at] ?? -1]?.line.labels.length ?? 0) > 0
  if (labelled(row)) return false
  let before = row
  while (!labelled(before)) before--
  let after = row
  while (!labelled(after)) after++
  const first = before < 0 ? -1 : (lines[before] ?? -1)
  const last = after >= lines.length ? candidates.length : (lines[after] ?? candidates.length)
  const between = candidates
    .slice(first + 1, last)
    .filter(({ values }) => values.kind !== 'empty').length
  return between === after - before - 1 ? true : 'unsure'
}

function readRow(
  reader: TableReader,
  { line, values }: Candidate,
  row: RequestRow,
  indicators: readonly string[],
  byOrder: boolean | 'unsure',
): void {
  const at = { cells: line.cells, grid: line.grid }
  if (byOrder === 'unsure') {
    reader.unreadable(indicators, line.cells, line.grid)
    reader.note('form-row-unsure', 'error', indicators, at, { label: row.label })
    return
  }
  if (byOrder || line.isJoined === true)
    reader.note('form-row-by-order', 'warning', indicators, at, { label: row.label })
  switch (values.kind) {
    case 'values':
    case 'gaps':
      indicators.forEach((indicator, column) => {
        const cell = values.cells[column]
        if (cell) reader.take(indicator, cell, line.grid)
      })
      if (values.kind === 'gaps' || line.lacksExtra === true) {
        reader.note('form-row-gaps', 'warning', indicators, at, { label: row.label })
        if (values.cells.some(({ text }) => text === '')) reader.doubt(indicators, values.cells)
      }
      return
    case 'empty':
      readEmptyRow(reader, line, row, indicators)
      return
    case 'unsure':
      reader.unsureColumn(indicators, line)
      return
    case 'wrongCount':
      reader.unreadable(indicators, line.values, line.grid)
      reader.doubt(indicators, line.values)
      reader.note('form-row-width', 'error', indicators, at, {
        label: row.label,
        found: values.found,
        expected: indicators.length,
      })
  }
}

/** A label with digits glued to it may have swallowed figures; else the row is blank. */
function readEmptyRow(
  reader: TableReader,
  line: FormLine,
  row: RequestRow,
  indicators: readonly string[],
): void {
  const last = line.labels.at(-1)
  if (last && /\d\s*$/.test(last.text)) {
    reader.unreadable(indicators, [last], line.grid)
    reader.note(
      'form-row-width',
      'error',
      indicators,
      { cells: [last], grid: line.grid },
      {
        label: row.label,
        found: 0,
        expected: indicators.length,
      },
    )
    return
  }
  const place = last ? { grid: line.grid, row: last.row, column: last.column } : null
  reader.blank(indicators, place)
}

/** Lines with figures that no row of the form took are said to be there. */
function noteStrayLines(reader: TableReader, candidates: readonly Candidate[], form: Fit): void {
  const taken = new Set(form.alignment.lines)
  candidates.forEach(({ line, values }, at) => {
    if (taken.has(at) || values.kind === 'empty') return
    reader.note('form-line-stray', 'warning', [], { cells: line.cells, grid: line.grid })
  })
}
