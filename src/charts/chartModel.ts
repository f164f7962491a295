import type {
  BarSeriesOption,
  CustomSeriesOption,
  LineSeriesOption,
  SankeySeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts'
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  TitleComponentOption,
  TooltipComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { AnswerCell } from '@/analysis/answerCell'
import type { UnitId } from '@/domain/unit'
import type { NumberStyle } from '@/wording/answers'
import type { Tip } from '@/wording/tip'
import type { Total } from './totals'

export type ChartOption = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | CustomSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | LineSeriesOption
  | SankeySeriesOption
  | ScatterSeriesOption
  | TitleComponentOption
  | TooltipComponentOption
>

/** A drawn point, as ECharts names it. */
export interface ChartPoint {
  readonly series: number
  /** Place in the data of the series; −1 for its line between two points. */
  readonly data: number
  /** Of a flow, whether it is one of the bands and not what they join. */
  readonly isBand?: boolean
  /** Where the pointer is on the axes; only of shapes of many figures. */
  readonly at?: readonly [number, number]
}

/** The figure behind a point or a table cell: what a click opens. */
export interface TraceTarget {
  readonly unit: UnitId
  readonly year: number
  readonly item: string
}

/** A chart as data, what its points say, and what they lead to. */
export interface ChartModel {
  readonly option: ChartOption
  /** Height that it needs, in rem; null if it fits any. */
  readonly rems: number | null
  /** Null where there is nothing to say. */
  tip(points: readonly ChartPoint[]): Tip | null
  target(point: ChartPoint): TraceTarget | null
  /** The unit that a point belongs to, to be told apart from the others; null or absent: none. */
  unit?(point: ChartPoint): UnitId | null
}

/** One figure to draw: an indicator, a measure or a change, or several that follow one another. */
export interface Facet extends NumberStyle {
  readonly title: string
  /** Below it a ratio is shown but not ranked; null for other figures. */
  readonly minimumDenominator: number | null
  /** The item that this is a part of, to be shown as a share of it; null: none. */
  readonly whole: FacetPart | null
  /** Never joined to each other: they count different things. */
  readonly parts: readonly FacetPart[]
}

export interface FacetPart {
  /** Indicator or measure. */
  readonly item: string
  readonly label: string
  /** By position of unit and year in the answer. */
  read(unit: number, year: number): AnswerCell
  /** Of all units in a year, where it is not the answer's own total of the item. */
  readonly total?: (year: number) => Total
}
