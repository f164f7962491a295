const moment = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Milliseconds since 1970 as a local time, `2024-03-05 14:02`. */
export function timeText(at: number): string {
  const parts = new Map(moment.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
}

/** The same for the name of a file: `20240305-1402`. */
export function fileTimeText(at: number): string {
  return timeText(at).replaceAll(/[-:]/g, '').replace(' ', '-')
}
