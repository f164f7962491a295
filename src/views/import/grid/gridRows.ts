import { fullLabel, indicatorById, shortLabel } from '@/domain/catalogue'
import type {
  GridColumn,
  GridPlace,
  GridRange,
  GridRemark,
  GridRowHead,
  ReviewWindow,
} from '@/engine/reviewProtocol'
import { findingMessage } from '@/wording/findings'
import { scopeMark } from '@/wording/scopes'
import { markOf, numberText, remarkText } from './gridWords'

/** A row of the grid as it is drawn; a cell that is not there yet has no text. */
export interface DrawnRow {
  readonly row: number
  readonly name: string
  readonly year: string
  readonly title: string
  readonly isDoubtful: boolean
  readonly cells: readonly DrawnCell[]
}

export interface DrawnCell extends GridPlace {
  readonly text: string
  readonly sign: string
  readonly tone: string
  readonly title: string
}

export interface DrawnColumn {
  readonly column: number
  readonly label: string
  readonly unit: string
  readonly title: string
}

/** The heads of the columns in sight. */
export function drawnColumns(
  columns: readonly GridColumn[],
  [first, last]: GridRange['columns'],
): DrawnColumn[] {
  return columns.slice(first, last).map(({ indicator, marked }, at) => {
    const count = marked === 0 ? '' : `\n${marked} 格`
    return {
      column: first + at,
      label: shortLabel(indicator),
      unit: indicatorById(indicator)?.unit ?? '',
      title: fullLabel(indicator) + count,
    }
  })
}

/** The rows in sight, from the window that is there. */
export function drawnRows(
  window: ReviewWindow | null,
  remarks: ReadonlyMap<number, GridRemark>,
  { rows: [first, last], columns }: GridRange,
): DrawnRow[] {
  return Array.from({ length: last - first }, (_, at) =>
    drawnRow(window, remarks, first + at, columns),
  )
}

function drawnRow(
  window: ReviewWindow | null,
  remarks: ReadonlyMap<number, GridRemark>,
  row: number,
  [first, last]: GridRange['columns'],
): DrawnRow {
  const head = headOf(window, row)
  return {
    row,
    ...headTexts(head),
    cells: Array.from({ length: last - first }, (_, at) =>
      drawnCell(window, remarks, { row, column: first + at }),
    ),
  }
}

/** What is known of a row, if the window has it. */
export function headOf(window: ReviewWindow | null, row: number): GridRowHead | null {
  return window?.heads[row - window.range.rows[0]] ?? null
}

function headTexts(head: GridRowHead | null): Omit<DrawnRow, 'row' | 'cells'> {
  if (head === null) return { name: '…', year: '', title: '', isDoubtful: false }
  const { key, unitName, file, findings } = head
  const scope = scopeMark(key.scope)
  const problems = findings.filter(({ severity }) => severity !== 'info')
  const lines = [`${unitName}${scope} ${key.year} 年`, file, ...findings.map(findingMessage)]
  return {
    name: unitName + scope,
    year: String(key.year),
    title: lines.join('\n'),
    isDoubtful: problems.length > 0,
  }
}

function drawnCell(
  window: ReviewWindow | null,
  remarks: ReadonlyMap<number, GridRemark>,
  place: GridPlace,
): DrawnCell {
  const at = window === null ? -1 : indexIn(window, place)
  const value = window?.values[at]
  const marks = window?.marks[at]
  if (value === undefined || marks === undefined)
    return { ...place, text: '', sign: '', tone: 'waiting', title: '' }
  const state = window?.states[at] ?? 0
  const remark = remarks.get(at)
  const isUnreadable = state === UNREADABLE
  return {
    ...place,
    ...markOf(marks),
    text: remark?.text ?? (isUnreadable ? (remark?.raw ?? '') : numberText(value, state, marks)),
    title: remark === undefined ? '' : remarkText(remark, marks),
  }
}

const UNREADABLE = 3

/** The index of a place in a window, or -1. */
function indexIn({ range, heads, values }: ReviewWindow, { row, column }: GridPlace): number {
  const width = heads.length === 0 ? 0 : values.length / heads.length
  const y = row - range.rows[0]
  const x = column - range.columns[0]
  return y < 0 || x < 0 || y >= heads.length || x >= width ? -1 : y * width + x
}
