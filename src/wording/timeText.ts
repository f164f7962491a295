/** Milliseconds since 1970 as a local time, `2024-03-05 14:02`. */
export function timeText(at: number): string {
  const time = new Date(at)
  const day = [time.getFullYear(), time.getMonth() + 1, time.getDate()].map(twoDigits).join('-')
  return `${day} ${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`
}

/** The same for the name of a file: `20240305-1402`. */
export function fileTimeText(at: number): string {
  return timeText(at).replaceAll(/[-:]/g, '').replace(' ', '-')
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
