import type { MatrixAnswer } from '@/analysis/answer'
import { unasked } from '@/analysis/answerCell'
import { chartBreaks } from '@/charts/breaks'
import type { ChartModel, Facet } from '@/charts/chartModel'
import { facetOf, hasNumbers, itemLook } from '@/charts/facets'
import { multiplesChart } from '@/charts/multiplesChart'
import { rankingChart, type RankingHeld } from '@/charts/rankingChart'
import { unitTable } from '@/charts/tables'
import { leftOutNote, totalOf } from '@/charts/totals'
import { totalsChart } from '@/charts/totalsChart'
import { trendChart } from '@/charts/trendChart'
import { hollowNote } from '@/charts/trendInput'
import { unitOrder } from '@/charts/unitOrder'
import { totalSentence } from '@/wording/answers'
import { axisScale } from '@/wording/scaleNotes'
import { captionWithMarks, timeMarksText } from '@/wording/timeMarks'
import type { Layout } from './asking'
import type { Card, Comparison, ComparisonInput, Frame, Room } from './cards'
import { captionOf, columnsFor, heldNote, pageSize, roomOf, smallRoom } from './cards'
import type { Panel } from './subjects'

/** Figures side by side: over the years, or unit by unit in one year. */
export function figureCards(
  input: ComparisonInput,
  label: string,
  panels: readonly Panel[],
): Comparison {
  const { layout, answer, frame, rollUps } = input
  const all = answer.units.map((_, unit) => unit)
  const years = answer.years.map((_, year) => year)
  const facets = panels
    .flatMap((shown) => facetsOf(answer, shown, layout.kind))
    .map((facet) => ({ facet, isEmpty: !hasNumbers(facet, all, years) }))
  const full = facets.filter(({ isEmpty }) => !isEmpty).map(({ facet }) => facet)

  const order = orderOf(input, full)
  const share = shareOfScreen(full, order.length, input)
  const shown = full.slice(...share.figures)
  const units = order.slice(...share.units)
  const columns = columnsFor(shown.length, leastWidth(layout.kind, full), frame)
  const room = roomOf(shown.length, columns, frame)
  const items = full.flatMap(({ parts }) => parts.map(({ item }) => item))
  const marks = layout.kind === 'ranking' ? [] : chartBreaks(answer, items, units, input.notes)
  const caption = captionWithMarks(captionOf(input, label), marks)
  return {
    marks: timeMarksText(marks),
    cards: shown.map((facet) => cardOf(input, facet, units, order, room)),
    fills: layout.kind !== 'multiples' || frame.height !== null,
    columns,
    room,
    table: unitTable({ answer, facets: full, units: order, years, caption, rollUps }),
    pages: share.pages,
    page: share.page,
    drawn: {
      units: [share.units[0] + 1, share.units[0] + units.length, order.length],
      figures: [share.figures[0] + 1, share.figures[0] + shown.length, full.length],
    },
    empty: facets.filter(({ isEmpty }) => isEmpty).map(({ facet }) => facet.title),
  }
}

/** Which figures and which units are drawn, from and to; pages go through the units of each screen. */
interface ScreenShare {
  readonly figures: readonly [number, number]
  readonly units: readonly [number, number]
  readonly page: number
  readonly pages: number
}

function shareOfScreen(
  full: readonly Facet[],
  unitCount: number,
  { state, layout, frame }: ComparisonInput,
): ScreenShare {
  const least = leastWidth(layout.kind, full)
  const screens = Math.max(1, Math.ceil(full.length / figuresThatFit(layout.kind, least, frame)))
  const figures = Math.ceil(full.length / screens)
  const rows = Math.max(1, Math.ceil(figures / columnsFor(figures, least, frame)))
  const size = pageSize(layout.kind, frame, rows, unitCount)
  const unitPages = Math.max(1, Math.ceil(unitCount / size))
  const pages = screens * unitPages
  const page = Math.min(state.page, pages - 1)
  const figure = Math.floor(page / unitPages) * figures
  const unit = unitPages === 1 ? 0 : (page % unitPages) * size
  return { figures: [figure, figure + figures], units: [unit, unit + size], page, pages }
}

/** On the wall: one row of bars, or two of lines; a page is as long as it needs. */
function figuresThatFit(kind: Layout['kind'], least: number, { width, height }: Frame): number {
  if (height === null) return Infinity
  return Math.max(1, Math.floor(width / least)) * (kind === 'ranking' ? 1 : 2)
}

/** Below it a chart is hard to read, in rem; rates have their counts beside the bars. */
function leastWidth(kind: Layout['kind'], facets: readonly Facet[]): number {
  if (kind !== 'ranking') return 20.5
  return facets.some((facet) => facet.kind === 'percent') ? 26 : 19
}

/** In one year, figures that follow one another are figures of their own. */
function facetsOf(answer: MatrixAnswer, { title, items }: Panel, kind: Layout['kind']) {
  if (kind !== 'ranking' || items.length === 1) return [facetOf(answer, title, items)]
  return items.map((item) => facetOf(answer, itemLook(item).label, [item]))
}

/** By the chosen figure in the last year shown. */
function orderOf({ state, answer }: ComparisonInput, facets: readonly Facet[]): readonly number[] {
  const facet = facets[state.figure] ?? facets[0]
  const last = answer.years.length - 1
  return unitOrder(answer.units, state.sort, facet?.minimumDenominator ?? null, (unit) => {
    const cells = (facet?.parts ?? []).map((part) => part.read(unit, last))
    return cells.find((cell) => cell.state === 'value') ?? cells[0] ?? unasked
  })
}

function cardOf(
  { state, layout, answer, held, theme, notes, frame }: ComparisonInput,
  facet: Facet,
  units: readonly number[],
  order: readonly number[],
  room: Room,
): Card {
  const items = facet.parts.map(({ item }) => item)
  const last = answer.years.length - 1
  const breaks = layout.kind === 'ranking' ? [] : chartBreaks(answer, items, units, notes)
  const description = `${facet.title}，${order.length} 个单位，${answer.years[0] ?? ''}–${answer.years[last] ?? ''} 年；数字见下表`
  const size = { width: room.width * theme.rem, height: room.height * theme.rem }
  const drawing = { answer, facet, units, breaks, theme, description, scale: state.scale, ...size }
  const unit = facet.measureUnit === '' ? '' : `（${facet.measureUnit}）`
  return {
    key: items.join(' '),
    title: facet.title + unit,
    model: modelOf(
      layout.kind,
      { ...drawing, year: last, all: order, held: held ? heldOf(held, facet) : null },
      room,
      frame,
    ),
    note: [
      layout.kind === 'totals' ? leftOutNote(answer) : noteOf(answer, facet),
      layout.kind === 'lines' || layout.kind === 'multiples'
        ? hollowNote(facet, units, [...answer.years.keys()])
        : '',
      axisScale(
        state.scale,
        layout.kind === 'ranking' || layout.kind === 'totals' ? 'bars' : 'points',
      ),
      heldNote({ held }),
    ]
      .filter((text) => text !== '')
      .join('；'),
  }
}

/** The figure of all units in every year. */
function heldOf(held: MatrixAnswer, { title, parts }: Facet): RankingHeld | null {
  const [item] = parts
  const part = item && facetOf(held, title, [item.item]).parts[0]
  if (!part) return null
  const cells = held.units.flatMap((_, unit) => held.years.map((__, year) => part.read(unit, year)))
  return { cells, ends: [] }
}

type Drawing = Parameters<typeof trendChart>[0] & Parameters<typeof rankingChart>[0]

function modelOf(kind: Layout['kind'], drawing: Drawing, room: Room, frame: Frame): ChartModel {
  if (kind === 'ranking') return rankingChart(drawing)
  if (kind === 'totals') return totalsChart(drawing)
  if (kind === 'multiples')
    return multiplesChart({ ...drawing, ...smallRoom(room, frame, drawing.all.length) })
  return trendChart(drawing)
}

/** The sum of the last year that has one. */
function noteOf(answer: MatrixAnswer, facet: Facet): string {
  const sums = answer.years.flatMap((_, year) =>
    facet.parts.map(({ item }) => ({ year, ...totalOf(answer, item, year) })),
  )
  const total = sums.findLast(({ n }) => n > 0)
  if (!total || answer.units.length < 2) return ''
  const [missing, untrusted] = [total.missing, total.untrusted].map((units) =>
    units.map((unit) => answer.units[unit]?.name ?? ''),
  )
  const label = `${answer.years[total.year] ?? ''} 年合计`
  const sentence = totalSentence(label, total, missing ?? [], facet, untrusted)
  return [sentence, leftOutNote(answer)].filter((text) => text !== '').join('；')
}
