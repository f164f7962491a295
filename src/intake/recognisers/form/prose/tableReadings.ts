import type { CheckOutcome } from '@/domain/checks/evaluateIdentity'
import type { Cell } from '@/domain/report'
import { applicants, outcomeGroups, type OutcomeGroup } from '@/domain/tableThree'

/** One admissible reading of what a text says: the sum of these cells of the tables. */
export interface TableReading {
  readonly label: string
  readonly indicators: readonly string[]
}

/** A reading as the tables bear it out; null where a cell of it has no number. */
export interface ReadValue {
  readonly label: string
  readonly value: number | null
}

export type CellOf = (indicator: string) => Cell

/** Readings in the tables; one of which a table prints no cell is left out. */
export function readValues(readings: readonly TableReading[], cellOf: CellOf): ReadValue[] {
  return readings.flatMap(({ label, indicators }) => {
    const cells = indicators.map(cellOf)
    if (cells.some(({ kind }) => kind === 'absent')) return []
    return [{ label, value: sumOf(cells) }]
  })
}

/** “/” adds nothing; a blank or unreadable cell leaves no sum. */
function sumOf(cells: readonly Cell[]): number | null {
  return cells.reduce<number | null>((sum, cell) => {
    const value = cell.kind === 'value' ? cell.value : cell.kind === 'notApplicable' ? 0 : null
    return sum === null || value === null ? null : sum + value
  }, 0)
}

/** Which readings a condition accepts, and the outcome; null without a reading to compare with. */
export function judgeReadings(
  values: readonly ReadValue[],
  agrees: (value: number) => boolean,
): { readonly outcome: CheckOutcome; readonly matched: readonly string[] } | null {
  if (values.length === 0) return null
  const matched = values.flatMap(({ label, value }) =>
    value !== null && agrees(value) ? [label] : [],
  )
  if (matched.length > 0) return { outcome: 'passed', matched }
  const isOpen = values.some(({ value }) => value === null)
  return { outcome: isOpen ? 'undecidable' : 'failed', matched }
}

const ROWS = [
  ['new', '本年新收'],
  ['processed', '办理结果总计'],
] as const

/** A number of requests by applicant: of 新收, 新收加结转, or 办理结果. */
export function applicantReadings(columns: readonly string[]): readonly TableReading[] {
  const of = (row: string) => columns.map((column) => `requests.${row}.${column}`)
  return [
    ...ROWS.map(([row, label]) => ({ label, indicators: of(row) })),
    { label: '新收加结转', indicators: [...of('new'), ...of('carriedIn')] },
  ]
}

/** The columns of 法人或其他组织. */
export const organisations: readonly string[] = applicants
  .map(({ id }) => id)
  .filter((id) => id !== 'naturalPerson' && id !== 'total')

/** The number dealt with in these ways together, each from its rows or from its single row. */
export function outcomeReadings(ids: readonly OutcomeGroup['id'][]): readonly TableReading[] {
  const groups = ids.flatMap((id) => outcomeGroups.find((group) => group.id === id) ?? [])
  const label = groups.map((group) => group.label).join('加')
  const detailed = groups.flatMap(({ rows }) => rows.map(({ id }) => `${id}.total`))
  const isSingle = groups.some(({ single }) => single !== null)
  const single = groups.flatMap(({ rows, single: row }) =>
    row === null ? rows.map(({ id }) => `${id}.total`) : [`${row.id}.total`],
  )
  return [{ label, indicators: detailed }, ...(isSingle ? [{ label, indicators: single }] : [])]
}
