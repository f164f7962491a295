import type { UnitId } from '@/domain/unit'
import type { HealthAnswer, SheetFormat } from '@/engine/checkProtocol'
import {
  reportStateAt,
  reportStateNote,
  reportStates,
  reportStateText,
  shownStateText,
  stateTones,
  stateWords,
  type ReportState,
} from '@/wording/reportStates'
import type { CellText, TableText } from '@/wording/tableText'
import { unitAddress } from '@/wording/unitAddress'

/** What a cell of the matrix leads to. */
export type HealthTarget =
  /** `failed`: something in it is 不平 or 不符. */
  | {
      readonly kind: 'report'
      readonly unit: UnitId
      readonly year: number
      readonly failed: boolean
    }
  | { readonly kind: 'unit'; readonly unit: UnitId }
  | { readonly kind: 'sheet'; readonly unit: UnitId; readonly format: SheetFormat }

export interface HealthTable {
  readonly text: TableText
  /** The same without what can only be clicked. */
  readonly exported: TableText
  /** Null where nothing is behind a cell. */
  readonly target: (row: number, column: number) => HealthTarget | null
}

const formats = ['xlsx', 'csv'] as const satisfies readonly SheetFormat[]
const formatNames: Readonly<Record<SheetFormat, string>> = { xlsx: 'Excel', csv: 'CSV' }

/** Units × years as a table, with the sum of what is 不平 and the way to the 退回核对表. */
export function healthTable(answer: HealthAnswer, sort: 'worst' | 'code'): HealthTable {
  const { units, years, labels } = answer
  const order = rowOrder(answer, sort)
  const text: TableText = {
    caption: `${units.length} 个单位 × ${years.length} 年：每格是一份年报的状态，点开列出它的问题`,
    corner: '单位',
    groups: [
      { label: '各年年报', span: years.length + 1 },
      { label: '退回核对表', span: formats.length },
    ],
    columns: [
      ...years.map((year) => ({ label: String(year), title: `${year} 年年报` })),
      { label: '合计', title: '各年不平、不符的条数' },
      ...formats.map((format) => ({
        label: formatNames[format],
        title: '把不平、不符的勾稽和相关的数发给县局核对',
      })),
    ],
    rows: units.length,
    row: (index) => {
      const row = order[index] ?? 0
      const label = labels[row]
      return {
        key: units[row] ?? '',
        header: label?.name ?? '',
        aside: label?.code ?? '',
        isTotal: false,
        href: unitAddress(units[row] ?? ''),
        cells: [
          ...years.map((_, column) => reportCell(answer, row * years.length + column)),
          sumCell(failedIn(answer, row)),
          ...formats.map(() => sheetCell(failedIn(answer, row))),
        ],
      }
    },
  }
  const exported = inFull(answer, order, firstColumns(text, years.length + 1))
  return { text, exported, target: (index, column) => targetOf(answer, order[index] ?? -1, column) }
}

/** With the words that a screen of many years has no room for. */
function inFull(answer: HealthAnswer, order: readonly number[], text: TableText): TableText {
  const { length } = answer.years
  return {
    ...text,
    row: (index) => {
      const row = text.row(index)
      const start = (order[index] ?? 0) * length
      const cells = row.cells.map((cell, column) =>
        column < length ? { ...cell, text: reportStateText(answer, start + column) } : cell,
      )
      return { ...row, cells }
    },
  }
}

function firstColumns(text: TableText, count: number): TableText {
  return {
    ...text,
    groups: text.groups.slice(0, 1),
    columns: text.columns.slice(0, count),
    row: (index) => {
      const row = text.row(index)
      return { ...row, cells: row.cells.slice(0, count) }
    },
  }
}

/** How many reports are in each state, the gravest first; states that none is in are left out. */
export function countStates(answer: HealthAnswer): { state: ReportState; count: number }[] {
  const counts = new Map<ReportState, number>()
  for (let at = 0; at < answer.reported.length; at++) {
    const state = reportStateAt(answer, at)
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return reportStates.flatMap((state) => {
    const count = counts.get(state)
    return count === undefined ? [] : [{ state, count }]
  })
}

/** The counts in a line: `不平 1 份，通过 5 份`. */
export function countsText(answer: HealthAnswer): string {
  return countStates(answer)
    .filter(({ state }) => state !== 'notExisting')
    .map(({ state, count }) => `${stateWords[state].word} ${count} 份`)
    .join('，')
}

/** Rows by what is 不平, then 不符, the most first; equal ones by code, as the units come. */
function rowOrder(answer: HealthAnswer, sort: 'worst' | 'code'): number[] {
  const rows = answer.units.map((_, row) => row)
  if (sort === 'code') return rows
  const errors = rows.map((row) => sumIn(answer, answer.errors, row))
  const warnings = rows.map((row) => sumIn(answer, answer.warnings, row))
  const gap = (counts: readonly number[], a: number, b: number) =>
    (counts[b] as number) - (counts[a] as number)
  return rows.toSorted((a, b) => gap(errors, a, b) || gap(warnings, a, b))
}

function failedIn(answer: HealthAnswer, row: number): number {
  return sumIn(answer, answer.errors, row) + sumIn(answer, answer.warnings, row)
}

function sumIn({ years }: HealthAnswer, counts: Uint16Array, row: number): number {
  const start = row * years.length
  return counts.subarray(start, start + years.length).reduce((sum, count) => sum + count, 0)
}

function reportCell(answer: HealthAnswer, at: number): CellText {
  const state = reportStateAt(answer, at)
  const disposed = answer.disposed[at] ?? 0
  const tone = stateTones[state]
  const isThere = answer.reported[at] === 1
  return {
    text: shownStateText(answer, at),
    note: reportStateNote(answer, at) + (disposed > 0 ? `，已处置 ${disposed} 条` : ''),
    missing: !isThere,
    sign: disposed > 0 ? `处置 ${disposed}` : '',
    opens: isThere,
    ...(tone === null ? {} : { tone }),
  }
}

function sumCell(count: number): CellText {
  return { text: String(count), note: '', missing: false, sign: '', opens: count > 0 }
}

function sheetCell(count: number): CellText {
  const text = count > 0 ? '下载' : '—'
  const note = count > 0 ? '下载退回核对表' : '没有要退回核对的'
  return { text, note, missing: count === 0, sign: '', opens: count > 0 }
}

function targetOf(answer: HealthAnswer, row: number, column: number): HealthTarget | null {
  const { units, years } = answer
  const unit = units[row]
  if (unit === undefined) return null
  const year = years[column]
  if (year !== undefined) {
    const at = row * years.length + column
    const failed = (answer.errors[at] ?? 0) + (answer.warnings[at] ?? 0) > 0
    return { kind: 'report', unit, year, failed }
  }
  if (column === years.length) return { kind: 'unit', unit }
  const format = formats[column - years.length - 1]
  return format === undefined ? null : { kind: 'sheet', unit, format }
}
