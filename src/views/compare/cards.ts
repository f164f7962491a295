import type { MatrixAnswer } from '@/analysis/answer'
import type { ChartModel } from '@/charts/chartModel'
import type { AnswerTable, RollUp } from '@/charts/tables'
import type { ChartTheme } from '@/charts/theme'
import { leftOutNote } from '@/charts/totals'
import type { TimeNote } from '@/domain/timeNote'
import { scopeWords } from '@/wording/scopes'
import type { Layout } from './asking'
import { isOneYear } from './asking'
import type { ViewState } from './viewState'

/** The room that the charts have. */
export interface Frame {
  /** In rem. */
  readonly width: number
  /** In rem; null where the page may be as long as it needs. */
  readonly height: number | null
}

/** Everything that a view shows of an answer. */
export interface Comparison {
  readonly cards: readonly Card[]
  /** Whether the charts may take any height, so that they fill a screen. */
  readonly fills: boolean
  /** Charts beside each other. */
  readonly columns: number
  /** Of each chart, in rem; on the wall about what is left for it. */
  readonly room: Room
  readonly table: AnswerTable
  /** Pages that it takes to draw everything; 1 where all is drawn. */
  readonly pages: number
  readonly page: number
  /** What this page draws, and how much there is. */
  readonly drawn: Drawn
  /** Figures without a number anywhere, which have no chart. */
  readonly empty: readonly string[]
  /** What is drawn across the years, in words; absent or empty: nothing. */
  readonly marks?: string
  /** Why there is no chart, where that can be told better than in general. */
  readonly nothing?: string
}

export interface Drawn {
  readonly units: readonly [from: number, to: number, of: number]
  readonly figures: readonly [from: number, to: number, of: number]
}

/** Of a chart that fits any height, in rem. */
export interface Room {
  readonly width: number
  readonly height: number
}

/** A chart with its heading. */
export interface Card {
  readonly key: string
  readonly title: string
  readonly model: ChartModel
  /** The sum of all, with n/N and who is missing; empty where the chart says it. */
  readonly note: string
}

export interface ComparisonInput {
  readonly state: ViewState
  readonly layout: Layout
  readonly answer: MatrixAnswer
  /** Sums by city, where they are shown; else empty. */
  readonly rollUps: readonly RollUp[]
  /** The same of every year, where the axis holds through all of them; else null. */
  readonly held?: MatrixAnswer | null | undefined
  readonly theme: ChartTheme
  readonly frame: Frame
  /** The user's own, for the time axes. */
  readonly notes?: readonly TimeNote[]
}

/** What a table or a composition is of, in words. */
export function captionOf({ layout, answer, state }: ComparisonInput, label: string): string {
  const [from, to] = layout.years
  const years = isOneYear(layout) || from === to ? `${layout.year} 年` : `${from}–${to} 年`
  const unit = layout.unit === null ? undefined : answer.units[0]?.name
  const who = unit ?? `${answer.units.length} 个单位`
  const scope = `${scopeWords[state.scope]}口径`
  const leftOut = leftOutNote(answer)
  return [label, years, who, scope, leftOut].filter((text) => text !== '').join(' · ')
}

/** What is said of an axis that holds through the years; empty of one of the year shown. */
export function heldNote({ held }: Pick<ComparisonInput, 'held'>): string {
  const [first, last] = [held?.years[0], held?.years.at(-1)]
  return first === undefined || last === undefined ? '' : `刻度各年统一（${first}–${last} 年）`
}

/** How many units one page of charts draws, in so many rows of charts. */
export function pageSize(
  kind: Layout['kind'],
  { width, height }: Frame,
  rows: number,
  units = Infinity,
): number {
  if (kind === 'lines' || kind === 'totals' || kind === 'columns') return Infinity
  if (kind === 'multiples') {
    const down = height === null ? null : height - 4
    return smallGrid({ width, height: down }, units).most ?? 4 * smallColumns({ width })
  }
  return height === null ? 20 : Math.max(5, Math.floor((height / rows - 6.5) / 1.55))
}

/** Height of a small chart at least, in rem, and its width where all the others are to be seen with it. */
const SMALL_REMS = { height: 7.5, width: 10.5 }

/** Small charts beside each other, in a room so many rem wide: each has that of a name of twelve characters. */
export function smallColumns({ width }: Pick<Frame, 'width'>): number {
  return Math.max(2, Math.min(8, Math.floor(width / 13)))
}

/**
 * How small charts of so many units stand in a room: in rows that are equally full, and where the height
 * is given closer to each other if so all have room. `most`: how many have; null: the height is not given.
 */
export function smallGrid(
  { width, height }: Frame,
  units: number,
): { readonly columns: number; readonly most: number | null } {
  const wide = smallColumns({ width })
  const evenly = (columns: number) => Math.ceil(units / Math.max(1, Math.ceil(units / columns)))
  if (height === null) return { columns: evenly(wide), most: null }
  const rows = Math.max(1, Math.floor(height / SMALL_REMS.height))
  const most = Math.max(wide, Math.floor(width / SMALL_REMS.width))
  const close = Array.from({ length: most - wide + 1 }, (_, more) => wide + more)
  const columns = close.find((each) => each * rows >= units)
  if (columns === undefined) return { columns: wide, most: wide * rows }
  return { columns: evenly(columns), most: columns * rows }
}

/** How the small charts of a figure stand in its room; on the wall they fill it. */
export function smallRoom(
  room: Room,
  { height }: Frame,
  units: number,
): { readonly columns: number; readonly fill: number | undefined } {
  const fill = height === null ? undefined : room.height - 0.5
  return { columns: smallGrid({ width: room.width, height: fill ?? null }, units).columns, fill }
}

/** Charts beside each other, none narrower than `least` rem, so that the rows are equally full. */
export function columnsFor(count: number, least: number, { width }: Frame): number {
  if (count === 4 && width < 5.5 * least) return 2
  const fit = Math.max(1, Math.min(count, Math.floor(width / least)))
  const rows = Math.max(1, Math.ceil(count / fit))
  return Math.max(1, Math.ceil(count / rows))
}

/** The room of each of `count` charts in so many columns. */
export function roomOf(count: number, columns: number, { width, height }: Frame): Room {
  const rows = Math.max(1, Math.ceil(count / columns))
  const across = (width - (columns - 1) * 1.5) / columns
  if (height === null) return { width: across, height: count === 1 ? 24 : 17 }
  return { width: across, height: Math.max(8, (height - rows + 1) / rows - 3.5) }
}
