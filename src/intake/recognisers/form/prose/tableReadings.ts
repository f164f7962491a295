import type { TableReading } from '@/domain/checks/textClaim'
import { applicants, outcomeGroups, type OutcomeGroup } from '@/domain/tableThree'

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
