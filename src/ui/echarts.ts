import { BarChart, LineChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components'
import type { ECharts, EChartsCoreOption } from 'echarts/core'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'

use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  GridComponent,
  LabelLayout,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
])

/** A chart in an element of a size in pixels; the caller disposes of it. */
export function createChart(
  element: HTMLElement,
  size: { readonly width: number; readonly height: number },
): ECharts {
  return init(element, null, { renderer: 'canvas', ...size })
}

export type { ECharts, EChartsCoreOption }
