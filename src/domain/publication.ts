import type { Cell } from './report'

/** 公开日期 of a report as its column is called; the day as a number, 20240328. */
export const PUBLISHED_ON = 'custom.公开日期'

/** How headers and documents call it. */
export const publicationLabels: readonly string[] = [
  '公开日期',
  '发布日期',
  '公布日期',
  '公开时间',
  '发布时间',
  '公布时间',
  'publishedOn',
  'published_on',
]

const DAY =
  /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T]\d{1,2}:\d{2}.*)?$/u

/** The day that a text names, as a number; null where it names none. */
export function publicationDay(text: string): number | null {
  const match = DAY.exec(text.normalize('NFKC').trim())
  if (!match) return null
  const [, year, month = match[4], day = match[5]] = match
  return asDay(Number(year), Number(month), Number(day))
}

function asDay(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal && year >= 2000 && year < 2100 ? year * 10_000 + month * 100 + day : null
}

/** The day as text, `2024-03-28`. What `publicationDay` reads back. */
export function publicationText(day: number): string {
  const digits = String(day)
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

/** The year of a day, 2024 of 20240328. */
export function publicationYear(day: number): number {
  return Math.floor(day / 10_000)
}

/** Whether a report was made public in time. */
export type PublicationState = 'onTime' | 'late' | 'missing' | 'notDue' | 'unknown'

export const publicationWords: Readonly<Record<PublicationState, string>> = {
  onTime: '按时',
  late: '逾期',
  missing: '未报',
  notDue: '未到期',
  unknown: '日期不详',
}

/**
 * Whether the report of a year was made public by 31 March of the next (《政府信息公开条例》第四十九条).
 * `published`: its 公开日期; null: there is no report. `today` as a day, 20240401.
 */
export function publicationState(
  published: Cell | null,
  year: number,
  today: number,
): PublicationState {
  const due = (year + 1) * 10_000 + 331
  if (published === null) return today > due ? 'missing' : 'notDue'
  if (published.kind !== 'value') return 'unknown'
  return published.value > due ? 'late' : 'onTime'
}
