import type { MatrixAnswer } from '@/analysis/answer'
import { answerCell, existed, isWithoutReport } from '@/analysis/answerCell'
import {
  publicationState,
  publicationText,
  publicationWords,
  PUBLISHED_ON,
  type PublicationState,
} from '@/domain/publication'
import type { Cell } from '@/domain/report'
import { timeText } from '@/wording/timeText'

/** Those that someone has to be asked about first. */
const order = ['late', 'missing', 'unknown', 'onTime', 'notDue'] as const

/** States whose units are named. */
const named: ReadonlySet<PublicationState> = new Set(['late', 'missing'])

/**
 * Who made the reports of an answer's year public late, and who has none by now, a line a state. The
 * answer has `PUBLISHED_ON` among its items. `today` as a day, 20240401.
 */
export function publicationLines(answer: MatrixAnswer, today: number): readonly string[] {
  const year = answer.years[0] ?? 0
  const units = [...answer.units.keys()].filter((unit) => existed(answer, unit, 0))
  const states = units.map((unit) => {
    const published = publishedBy(answer, unit, 0)
    return { unit, published, state: publicationState(published, year, today) }
  })
  return order.flatMap((state) => {
    const those = states.filter((each) => each.state === state)
    if (those.length === 0) return []
    const names = those.map(({ unit, published }) => {
      return withDay(answer.units[unit]?.name ?? '', published)
    })
    const who = named.has(state) ? `：${names.join('、')}` : ''
    return [`${publicationWords[state]} ${those.length} 个${who}`]
  })
}

/** Whose reports of a year (by position) were made public late, each with the day. */
export function lateNames(answer: MatrixAnswer, year: number, today: number): readonly string[] {
  return answer.units.flatMap(({ name }, unit) => {
    const published = publishedBy(answer, unit, year)
    const state = publicationState(published, answer.years[year] ?? 0, today)
    return state === 'late' ? [withDay(name, published)] : []
  })
}

function withDay(name: string, published: Cell | null): string {
  return published?.kind === 'value' ? `${name}（${publicationText(published.value)}）` : name
}

/** When the one report of an answer was made public, and whether in time: `2024-03-28，按时`. */
export function publicationLine(answer: MatrixAnswer, today: number): string {
  const published = publishedBy(answer, 0, 0)
  const word = publicationWords[publicationState(published, answer.years[0] ?? 0, today)]
  return published?.kind === 'value' ? `${publicationText(published.value)}，${word}` : word
}

/** Null: there is no report. */
function publishedBy(answer: MatrixAnswer, unit: number, year: number): Cell | null {
  const cell = answerCell(answer, PUBLISHED_ON, unit, year)
  if (isWithoutReport(cell)) return null
  const { state, value } = cell
  if (state === 'value') return { kind: 'value', value, approximate: false }
  return { kind: state === 'unreadable' ? 'unreadable' : 'absent' }
}

/** A moment as a day, 20240401. */
export function dayOf(at: number): number {
  return Number(timeText(at).slice(0, 10).replaceAll('-', ''))
}
