/**
 * What to call a report that is not there: `未到期` until 31 March of the next year, when the governments'
 * reports are due (《政府信息公开条例》第四十九条), by the clock of Beijing; empty after it. `now` in ms.
 */
export function dueText(year: number, now: number): string {
  return now < dueAt(year) ? '未到期' : ''
}

/** The end of the day on which the report of a year is due, in ms. */
function dueAt(year: number): number {
  const BEIJING_AHEAD = 8 * 3_600_000
  return Date.UTC(year + 1, 3, 1) - BEIJING_AHEAD
}
