import { boundaryMapChart } from '@/charts/boundaryMapChart'
import { editionNote } from '@/charts/editionNote'
import { hasNumbers } from '@/charts/facets'
import type { Facet } from '@/charts/chartModel'
import { tileGroups } from '@/charts/tileLayout'
import { tileMapChart } from '@/charts/tileMapChart'
import { unitTable } from '@/charts/tables'
import { namesText } from '@/wording/answers'
import type { Card, Comparison } from '../compare/cards'
import { columnsFor, heldNote, roomOf } from '../compare/cards'
import { heldColours } from './held'
import { areasOf, strangeAreas } from './boundaryAreas'
import type { ExplorationInput } from './exploration'
import {
  captionOf,
  facetsOf,
  focusOf,
  joined,
  orderedUnits,
  shownYear,
  titleOf,
} from './exploration'
import { itemsIn } from './seriesCards'

/** Height of a map on a page, in rem. */
const MAP_REMS = 30
/** So many squares may take twice as much, so that they have names. */
const MANY_UNITS = 40

/** One year on a map, a map a figure: squares by city, or the boundaries that the user loaded. */
export function mapCards(input: ExplorationInput): Comparison {
  const { layout, answer, frame, rollUps = [] } = input
  const year = shownYear(input)
  const all = answer.units.map((_, unit) => unit)
  const facets = facetsOf(input)
  const full = facets.filter((facet) => hasNumbers(facet, all, [year]))
  const columns = columnsFor(full.length, 40, frame)
  const caption = captionOf(input, full.map(titleOf).join('、'))
  const room = roomOf(full.length, columns, frame)
  return {
    cards: full.map((facet): Card => ({
      key: `map ${facet.parts[0]?.item ?? ''}`,
      title: `${titleOf(facet)} · ${layout.year} 年`,
      model: modelOf(input, facet, facets.indexOf(facet), {
        width: room.width,
        height: frame.height === null ? MAP_REMS : room.height,
      }),
      note: joined(mapNote(input, facet), editionNote(answer, year, itemsIn(facet))),
    })),
    fills: true,
    columns,
    room,
    table: unitTable({
      answer,
      facets: full,
      units: orderedUnits(input, full[0]),
      years: [year],
      caption,
      rollUps: rollUps.length > 1 ? rollUps : [],
    }),
    pages: 1,
    page: 0,
    drawn: { units: [1, all.length, all.length], figures: [1, 1, 1] },
    empty: facets.filter((facet) => !full.includes(facet)).map(({ title }) => title),
  }
}

function modelOf(
  input: ExplorationInput,
  facet: Facet,
  place: number,
  { width, height }: { readonly width: number; readonly height: number },
) {
  const { state, answer, theme, frame, rollUps = [] } = input
  const drawing = {
    ...{ answer, facet, theme, height },
    year: shownYear(input),
    held: heldColours(input, place),
    cut: state.cut,
    focus: focusOf(input),
    width: width * theme.rem,
    description: `${captionOf(input, facet.title)}；数字见下表`,
  }
  const file = boundariesShown(input)
  if (!file) {
    const isLong = frame.height === null && answer.units.length > MANY_UNITS
    const longer = isLong ? 2 * height : height
    return tileMapChart({ ...drawing, height: longer, groups: tileGroups(answer, rollUps) })
  }
  return boundaryMapChart({ ...drawing, areas: file.areas, strangers: strangeAreas(file.view) })
}

/** The boundaries that are drawn; null for squares, and where none of the units has an area. */
function boundariesShown({ state, answer, boundaries }: ExplorationInput) {
  if (state.map === 'tiles' || !boundaries) return null
  const areas = areasOf(boundaries, answer)
  return areas.size === 0 ? null : { view: boundaries, areas }
}

/** What places and colours say, and what they do not. */
function mapNote(input: ExplorationInput, facet: Facet): string {
  const { state } = input
  const cut =
    state.cut === 'quantile' ? '等数量分级（各级单位数相近，数值相同的同级）' : '等间距分级'
  const order = facet.kind === 'change' ? '蓝为增、橙为减，以 0 为界' : '颜色只表示大小，不分好坏'
  return joined(placeNote(input), `${cut}，图例为各级实有的最小和最大数`, heldNote(input), order)
}

function placeNote(input: ExplorationInput): string {
  const { state, answer, boundaries } = input
  const squares = '每格一个单位，按上级和代码排列，不表示地理位置'
  if (state.map === 'tiles') return squares
  if (!boundaries) return `还没有边界文件，先画方格图：${squares}`
  const file = boundariesShown(input)
  if (!file) return `边界文件里没有所选单位的图形，先画方格图：${squares}`
  const missing = answer.units.flatMap(({ name }, at) => (file.areas.has(at) ? [] : [name]))
  const strange = strangeAreas(boundaries).map(({ title }) => title)
  return joined(
    `边界来自 ${boundaries.name}，由使用者提供`,
    missing.length === 0 ? '' : `没有图形、只在表中的单位：${namesText(missing)}`,
    strange.length === 0 ? '' : `没有对上单位、只画轮廓的图形：${namesText(strange)}`,
  )
}
