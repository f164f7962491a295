import type { Trace } from '@/engine/questionProtocol'

/** Whether a report of this year is on record: only its cells can be corrected. */
export function hasReport({ year: shown, value, cells }: Trace, year: number): boolean {
  if (cells.some((cell) => cell.year === year && cell.batch !== null)) return true
  return year === shown && value.kind !== 'noReport' && value.kind !== 'notExisting'
}
