import type { ECharts, EChartsCoreOption } from './echarts'

/** A chart that is on the page. */
export interface ShownChart {
  readonly box: HTMLElement
  readonly title: () => string
  readonly note: () => string
  readonly option: () => EChartsCoreOption
  /** Null until it is drawn. */
  readonly chart: () => ECharts | null
}

const shown = new Set<ShownChart>()

/** Notes a chart as long as it is on the page; returns how to strike it off. */
export function noteShownChart(chart: ShownChart): () => void {
  shown.add(chart)
  return () => shown.delete(chart)
}

/** The charts that are drawn, in the order of the page. */
export function shownCharts(): readonly ShownChart[] {
  return [...shown]
    .filter(({ box, chart }) => chart() !== null && box.clientHeight > 0)
    .toSorted((a, b) =>
      a.box.compareDocumentPosition(b.box) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    )
}
