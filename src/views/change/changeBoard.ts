import { changeChart } from '@/charts/changeChart'
import { changeScale } from '@/wording/scaleNotes'
import { BAR_REMS } from '@/charts/rankingChart'
import type { ChartTheme } from '@/charts/theme'
import type { Comparison, Frame } from '../compare/cards'
import { decimalsOf, effectUnit, type ChangeFacts } from './changeFacts'
import { partSteps, unitSteps } from './changeSteps'
import { changeTable } from './changeTable'
import { changeRobustness, conclusionText } from './changeWords'
import { partTable } from './partTable'

/** Bars on a page, where it may be as long as it needs. */
const MOST_BARS = 30
/** On the wall: what stands above and below the bars, in rem. */
const WALL_HEAD = 9

export interface ChangeBoardInput {
  readonly facts: ChangeFacts
  readonly by: 'unit' | 'part'
  readonly frame: Frame
  readonly theme: ChartTheme
  /** The page that explains the change of another item. */
  readonly addressOf: (item: string) => string
}

/** An explained change as a chart with the same answer as a table. */
export function changeBoard(input: ChangeBoardInput): Comparison {
  const { facts, frame, theme, addressOf } = input
  const { look, base, year, byPart } = facts
  const by = byPart === null ? 'unit' : input.by
  const title = `${look.label}：${base} → ${year} 年为什么变（${effectUnit(facts)}）`
  const caption = `${look.label} · ${base} → ${year} 年的变化${by === 'part' ? '按分项' : '按单位'}分解 · ${facts.answer.units.length} 个单位`
  const most =
    frame.height === null
      ? MOST_BARS
      : Math.max(6, Math.floor((frame.height - WALL_HEAD) / BAR_REMS))
  const isByPart = by === 'part' && byPart !== null
  const model = changeChart({
    steps: isByPart ? partSteps(facts, byPart) : unitSteps(facts, most),
    decimals: decimalsOf(facts),
    measureUnit: effectUnit(facts),
    theme,
    width: frame.width * theme.rem,
    description: `${caption}；数字见下表`,
  })
  // Under its filters the page says it at length; the wall has this line alone.
  const robust = changeRobustness(facts, by).map(({ text }) => text)
  const said = frame.height === null ? '' : [conclusionText(facts), ...robust].join('')
  const note = said + changeScale
  return boardOf(
    [{ key: by, title, model, note }],
    isByPart ? partTable(facts, byPart, caption, addressOf) : changeTable(facts, caption),
    frame,
  )
}

/** What stands on the board where nothing is explained. */
export function abstainedBoard(text: string, frame: Frame): Comparison {
  const table = {
    text: {
      // The reason itself stands where the chart would be.
      caption: '不作解释',
      corner: '单位',
      groups: [],
      columns: [],
      rows: 0,
      row: () => ({ key: '', header: '', aside: '', isTotal: false, cells: [] }),
    },
    target: () => null,
    total: () => null,
  }
  return { ...boardOf([], table, frame), nothing: text }
}

function boardOf(
  cards: Comparison['cards'],
  table: Comparison['table'],
  { width, height }: Frame,
): Comparison {
  return {
    cards,
    fills: true,
    columns: 1,
    room: { width, height: height ?? 24 },
    table,
    pages: 1,
    page: 0,
    drawn: { units: [0, 0, 0], figures: [0, 0, 0] },
    empty: [],
  }
}
