import { checkMarks, type CheckMark } from '@/analysis/answer'
import type { CellFigure, CellText, RowText, TableText } from '@/wording/tableText'
import { withSign } from '@/wording/tableText'

/** Something that is said of a file in its head: 单位, 年份, 口径 … */
export interface Fact {
  readonly label: string
  readonly text: string
}

/** What a page shows, as plain data that can be sent to a worker and written to a file. */
export interface ViewFile {
  readonly title: string
  /** What was chosen, in words; then the sums, the checks, the version and the date. */
  readonly facts: readonly Fact[]
  readonly table: FileTable
}

/** A table whose numbers are numbers. */
export interface FileTable {
  readonly caption: string
  /** Headings of the first columns: the name, and what stands beside it if anything does. */
  readonly corner: readonly string[]
  readonly columns: readonly FileColumn[]
  readonly rows: readonly FileRow[]
  /** Cells that are no plain number as reported, and why. */
  readonly remarks: readonly FileRemark[]
  /** Worst outcome of the checks of all numbers; null for a table without numbers that are checked. */
  readonly worst: CheckMark | null
  /** How many numbers do not agree with their neighbours. */
  readonly failed: number
}

export interface FileColumn {
  /** Above several columns; empty where there is none. */
  readonly group: string
  readonly label: string
  /** Both in one, for a file with one row of headings. */
  readonly heading: string
  readonly isPercent: boolean
}

export interface FileRow {
  readonly head: readonly string[]
  readonly isTotal: boolean
  /** A number to its last digit, or the words that stand in its place. */
  readonly cells: readonly (number | string)[]
}

export interface FileRemark {
  readonly row: string
  readonly column: string
  /** As on screen. */
  readonly text: string
  readonly note: string
}

/** Rows read at once, before the page may answer to its user. */
const STEP = 50

/**
 * A table as it goes into files: what a rate was computed from and the share of a whole get columns of
 * their own, sums get a row with their n/N. Yields after every few rows.
 */
export function* fileTable(text: TableText): Generator<undefined, FileTable> {
  const rows: RowText[] = []
  for (let index = 0; index < text.rows; index++) {
    rows.push(text.row(index))
    if (index % STEP === STEP - 1) yield
  }
  const hasAside = rows.some(({ aside }) => aside !== '')
  const sources = columnSources(text, rows)
  const isChecked = rows.some(({ cells }) => cells.some(({ figure }) => isCovered(figure)))
  const written: FileRow[] = []
  for (const [index, row] of rows.entries()) {
    const head = hasAside ? [nameOf(row), row.aside] : [nameOf(row)]
    const numbers = sources.map(({ read, place }) => read(row.cells[place]))
    const cells = isChecked ? [...numbers, checkText(row, sources)] : numbers
    written.push({ head, isTotal: row.isTotal, cells }, ...countsOf(row, sources, hasAside))
    if (index % STEP === STEP - 1) yield
  }
  const figures = rows.flatMap(({ cells }) => cells.flatMap(({ figure }) => figure ?? []))
  return {
    caption: text.caption,
    corner: hasAside ? [text.corner, text.asideLabel ?? '代码'] : [text.corner],
    columns: [...sources.map(({ column }) => column), ...(isChecked ? [CHECK_COLUMN] : [])],
    rows: written,
    remarks: rows.flatMap((row) => remarksOf(row, sources)),
    worst: worstOf(figures),
    failed: rows.reduce(
      (sum, { cells, isTotal }) => (isTotal ? sum : sum + cells.filter(isFailed).length),
      0,
    ),
  }
}

function nameOf({ header, fileHeader }: RowText): string {
  return fileHeader ?? header
}

/** A column of a file and what it holds of the cell at a place. */
interface ColumnSource {
  readonly column: FileColumn
  readonly place: number
  readonly isMain: boolean
  readonly read: (cell: CellText | undefined) => number | string
}

function columnSources(text: TableText, rows: readonly RowText[]): readonly ColumnSource[] {
  const groups = text.groups.flatMap(({ label, span }) => Array<string>(span).fill(label))
  return text.columns.flatMap(({ label, title }, place) => {
    const figures = rows.flatMap(({ cells }) => cells[place]?.figure ?? [])
    const group = groups[place] ?? ''
    const isPercent = figures.some((figure) => figure.isPercent)
    const heading = group === '' || title.includes(label) ? title || label : `${group} · ${label}`
    const main: ColumnSource = {
      column: { group, label, heading: isPercent ? withPercent(heading) : heading, isPercent },
      place,
      isMain: true,
      read: (cell) => cell?.figure?.value ?? plainNumber(cell?.text ?? ''),
    }
    const extra = extraReadings(figures).map(({ name, isPercent: ofPercent, read }) => ({
      column: {
        group,
        label: `${label}·${name}`,
        heading: `${heading}·${ofPercent ? withPercent(name) : name}`,
        isPercent: ofPercent,
      },
      place,
      isMain: false,
      read: (cell: CellText | undefined) => read(cell?.figure) ?? '',
    }))
    return [main, ...extra]
  })
}

interface ExtraReading {
  readonly name: string
  readonly isPercent: boolean
  readonly read: (figure: CellFigure | undefined) => number | undefined
}

function extraReadings(figures: readonly CellFigure[]): readonly ExtraReading[] {
  const names = figures.find(({ basis }) => basis !== undefined)?.basis?.map(([name]) => name) ?? []
  const bases = names.map((name, turn) => ({
    name,
    isPercent: false,
    read: (figure: CellFigure | undefined) => figure?.basis?.[turn]?.[1],
  }))
  const hasShare = figures.some(({ share }) => share !== undefined)
  const shares = [
    { name: '占比', isPercent: true, read: (figure: CellFigure | undefined) => figure?.share },
  ]
  return hasShare ? [...bases, ...shares] : bases
}

function withPercent(heading: string): string {
  return /[%％]/.test(heading) ? heading : `${heading}（%）`
}

/** A code such as 012 is no number. */
const NUMBER = /^-?(?:0|[1-9]\d{0,2}(?:,\d{3})*|[1-9]\d*)(?:\.\d+)?$/

/** Numbers on screen are written to their last digit, so that their texts can be read back. */
function plainNumber(text: string): number | string {
  return NUMBER.test(text) ? Number(text.replaceAll(',', '')) : text
}

/** Below a row of sums, how many are in each. */
function countsOf(
  row: RowText,
  sources: readonly ColumnSource[],
  hasAside: boolean,
): readonly FileRow[] {
  if (!row.cells.some(({ figure }) => figure?.counted !== undefined)) return []
  const cells = sources.map(({ place, isMain }) => {
    const counted = isMain ? row.cells[place]?.figure?.counted : undefined
    return counted === undefined ? '' : `${counted.n}/${counted.of}`
  })
  return [{ head: hasAside ? ['有数/应有', ''] : ['有数/应有'], isTotal: true, cells }]
}

const CHECK_COLUMN: FileColumn = { group: '', label: '勾稽', heading: '勾稽', isPercent: false }

function isCovered(figure: CellFigure | undefined): boolean {
  return figure !== undefined && figure.check !== 'none'
}

/** The worst outcome behind a row's numbers, with the columns it is of: `不平：予以公开`. */
function checkText(row: RowText, sources: readonly ColumnSource[]): string {
  const main = sources.filter(({ isMain }) => isMain)
  const withCheck = (check: CheckMark) =>
    main
      .filter(({ place }) => row.cells[place]?.figure?.check === check)
      .map(({ column }) => column.heading)
  const [failed, open] = [withCheck('failed'), withCheck('undecidable')]
  if (failed.length > 0) return `不平：${failed.join('、')}`
  if (open.length > 0) return `不可判：${open.join('、')}`
  if (withCheck('passed').length > 0) return '通过'
  return withCheck('none').length > 0 ? '无勾稽' : ''
}

function remarksOf(row: RowText, sources: readonly ColumnSource[]): readonly FileRemark[] {
  const headings = new Map(
    sources.filter(({ isMain }) => isMain).map(({ place, column }) => [place, column.heading]),
  )
  return row.cells.flatMap(({ text, note, missing, sign, figure }, place) => {
    const isPlain = !missing && sign === '' && (figure?.marks ?? '') === ''
    if (isPlain || text === '') return []
    return [
      { row: nameOf(row), column: headings.get(place) ?? '', text: withSign({ text, sign }), note },
    ]
  })
}

function isFailed({ figure, sign }: CellText): boolean {
  return figure === undefined ? sign === '≠' : figure.check === 'failed'
}

function worstOf(figures: readonly CellFigure[]): FileTable['worst'] {
  const ranks = figures.map(({ check }) => checkMarks.indexOf(check))
  return ranks.length === 0 ? null : (checkMarks[ranks.reduce((a, b) => Math.max(a, b))] ?? null)
}
