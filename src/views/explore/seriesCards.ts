import { hasNumbers } from '@/charts/facets'
import { bumpChart, RANK_REMS } from '@/charts/bumpChart'
import { chartBreaks } from '@/charts/breaks'
import type { ChartModel, Facet } from '@/charts/chartModel'
import { yearHeatChart } from '@/charts/heatChart'
import { multiplesChart } from '@/charts/multiplesChart'
import { rankTable } from '@/charts/rankTable'
import { comparedUnits, referencesOf } from '@/charts/references'
import { withStatistics } from '@/charts/statisticRows'
import { stripChart } from '@/charts/stripChart'
import type { AnswerTable } from '@/charts/tables'
import { unitTable } from '@/charts/tables'
import { trendChart } from '@/charts/trendChart'
import { hollowNote, MOST_COLOURS } from '@/charts/trendInput'
import { yearOnYearById } from '@/domain/measures'
import { axisScale } from '@/wording/scaleNotes'
import { captionWithMarks, timeMarksText } from '@/wording/timeMarks'
import type { Card, Comparison, Frame, Room } from '../compare/cards'
import { columnsFor, roomOf, smallColumns, smallGrid, smallRoom } from '../compare/cards'
import type { ExplorationInput, UnitPage } from './exploration'
import {
  captionOf,
  facetsOf,
  focusOf,
  joined,
  orderedUnits,
  standingsByYear,
  titleOf,
  unitPage,
} from './exploration'

/** The forms that show every year: a chart a figure. */
export type SeriesForm = 'trend' | 'multiples' | 'bump' | 'heat' | 'strip'

export function seriesCards(input: ExplorationInput, form: SeriesForm): Comparison {
  const { state, answer, frame } = input
  const years = answer.years.map((_, year) => year)
  const all = answer.units.map((_, unit) => unit)
  const facets = facetsOf(input).map((facet) => ({ facet, full: hasNumbers(facet, all, years) }))
  const full = facets.filter((each) => each.full).map(({ facet }) => facet)
  const order = orderedUnits(input, full[0])
  const columns =
    form === 'multiples' && frame.height !== null
      ? wallColumns(full.length, frame)
      : columnsFor(full.length, form === 'trend' || form === 'strip' ? 30 : 40, frame)
  const rows = Math.max(1, Math.ceil(full.length / columns))
  const shown = unitPage(
    order,
    pageSize(form, { ...frame, width: frame.width / columns }, rows, order.length),
    state.page,
  )
  const room = roomOf(full.length, columns, frame)
  const marks = chartBreaks(answer, full.flatMap(itemsIn), shown.units, input.notes)
  return {
    marks: timeMarksText(marks),
    cards: full.map((facet) => cardOf(input, form, facet, shown, order, room)),
    fills: form !== 'multiples' || frame.height !== null,
    columns,
    room,
    table: tableOf(input, form, full, order, marks),
    pages: shown.pages,
    page: shown.page,
    drawn: shown.drawn,
    empty: facets.filter((each) => !each.full).map(({ facet }) => facet.title),
  }
}

/** Figures beside each other on the wall: what shows the most units at once, none of them cut. */
export function wallColumns(figures: number, frame: Frame): number {
  const units = (columns: number) => {
    const rows = Math.ceil(figures / columns)
    const isCut = (frame.height ?? 0) / rows < TITLE_REMS + SMALL_REMS
    return isCut ? 0 : pageSize('multiples', { ...frame, width: frame.width / columns }, rows)
  }
  const all = Array.from({ length: Math.max(1, figures) }, (_, at) => at + 1)
  return all.reduce((best, columns) => (units(columns) > units(best) ? columns : best))
}

/** Heights on the wall, in rem: the title of a figure, one small chart, and all around a heat map. */
const TITLE_REMS = 4
const SMALL_REMS = 7.5
const HEAT_REMS = 6

/** Units drawn at once; on the wall as many as have room. */
function pageSize(form: SeriesForm, frame: Frame, rows: number, units = Infinity): number {
  const around = form === 'heat' ? HEAT_REMS : TITLE_REMS
  const down = frame.height === null ? null : frame.height / rows - around
  switch (form) {
    case 'strip':
      return Infinity
    case 'trend':
      return 120
    case 'multiples':
      return smallGrid({ width: frame.width, height: down }, units).most ?? 6 * smallColumns(frame)
    case 'bump':
      // Of more than have room, as many as have room for their names and colours of their own.
      if (down === null || units <= down / RANK_REMS) return 120
      return Math.max(5, Math.min(MOST_COLOURS, Math.floor(down / RANK_REMS / 1.2)))
    case 'heat':
      return down === null ? 120 : Math.max(5, Math.floor(down / 1.35))
  }
}

/** When a unit has no rank among those of other years. */
function unrankedNote({ minimumDenominator }: Facet): string {
  return minimumDenominator === null
    ? '只有一个单位可排的年份不排名，为断口'
    : `分母小于 ${minimumDenominator}、或只有一个单位可排的年份不排名，为断口；名次相邻的未必可区分，区间见“排名”`
}

function cardOf(
  input: ExplorationInput,
  form: SeriesForm,
  facet: Facet,
  shown: UnitPage,
  order: readonly number[],
  room: Room,
): Card {
  const { state, answer } = input
  const model = modelOf(input, form, facet, shown, order, room)
  const years = answer.years.map((_, year) => year)
  const unranked = form === 'bump' ? unrankedNote(facet) : ''
  const crowded =
    (form === 'trend' || form === 'bump') && shown.units.length > MOST_COLOURS
      ? years.length > 1
        ? '线多，点线或在“突出”中选一个单位看清它'
        : '只有一年，看不出趋势；各单位的高低请看“排名”或“分布”'
      : ''
  const hasAxis = ['trend', 'multiples', 'strip'].includes(form)
  const index = state.mode === 'index' ? '基数为 0 或不足 20 的单位没有指数' : ''
  return {
    key: `${form} ${facet.parts[0]?.item ?? ''} ${years.length}`,
    title: titleOf(facet),
    model,
    note: joined(
      form === 'heat' ? colourNote(facet, input.theme.dark) : '',
      hasAxis ? hollowNote(facet, shown.units, years) : '',
      hasAxis ? axisScale(state.scale, 'points') : '',
      unranked,
      crowded,
      index,
    ),
  }
}

function modelOf(
  input: ExplorationInput,
  form: SeriesForm,
  facet: Facet,
  { units }: UnitPage,
  order: readonly number[],
  room: Room,
): ChartModel {
  const { state, answer, theme } = input
  const years = answer.years.map((_, year) => year)
  const items = itemsIn(facet)
  const breaks = chartBreaks(answer, items, units, input.notes)
  const focus = focusOf(input)
  const description = `${captionOf(input, facet.title)}；数字见下表`
  const width = room.width * theme.rem
  const height = room.height * theme.rem
  const drawing = { answer, facet, units, breaks, theme, description, width, height, focus }
  const scaled = { ...drawing, scale: state.scale }
  switch (form) {
    case 'trend':
      return trendChart({ ...scaled, references: referencesOf(answer, facet, state.references) })
    case 'multiples':
      return multiplesChart({ ...scaled, ...smallRoom(room, input.frame, order.length) })
    case 'heat':
      return yearHeatChart({ ...scaled, years, all: order })
    case 'strip':
      return stripChart({ ...scaled, units: comparedUnits(answer) })
    case 'bump':
      return bumpChart({
        ...drawing,
        fill: input.frame.height === null ? undefined : room.height - 2,
        standings: standingsByYear(input, facet, years),
      })
  }
}

function tableOf(
  input: ExplorationInput,
  form: SeriesForm,
  facets: readonly Facet[],
  units: readonly number[],
  marks: ReturnType<typeof chartBreaks>,
): AnswerTable {
  const { state, answer } = input
  const years = answer.years.map((_, year) => year)
  const caption = captionWithMarks(captionOf(input, facets.map(titleOf).join('、')), marks)
  if (form === 'bump') {
    const standings = facets.map((facet) => standingsByYear(input, facet, years))
    return rankTable({ answer, facets, units, years, standings, caption })
  }
  const kinds =
    form === 'strip' && state.references.length === 0
      ? (['lowerQuartile', 'median', 'upperQuartile'] as const)
      : state.references
  const references = facets.map((facet) => referencesOf(answer, facet, kinds))
  const rows = kinds.flatMap((kind) => {
    const named = references.flat().find((reference) => reference.kind === kind)
    if (!named) return []
    const cells = facets.flatMap((facet, place) => {
      const reference = references[place]?.find((each) => each.kind === kind)
      return years.map((year) => {
        const centre = reference?.values[year]
        return centre ? { ...centre, style: facet } : null
      })
    })
    return [{ reference: named, cells }]
  })
  return withStatistics(unitTable({ answer, facets, units, years, caption }), rows)
}

/** What the colours of a heat map say, and what has none. */
export function colourNote({ kind, minimumDenominator }: Facet, isDark: boolean): string {
  const order = isDark ? '由暗到亮' : '由浅到深'
  const colours =
    kind === 'change' ? '蓝为增、橙为减，离中间色越远变得越多' : `${order}为由小到大，不分好坏`
  return joined(
    colours,
    minimumDenominator === null ? '' : `分母小于 ${minimumDenominator} 的不上色`,
  )
}

/** The figures of a facet; of a change, what changed. */
export function itemsIn({ parts }: Facet): readonly string[] {
  return parts.map(({ item }) => yearOnYearById(item)?.item ?? item)
}
