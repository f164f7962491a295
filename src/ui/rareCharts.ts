import { CustomChart, SankeyChart, ScatterChart } from 'echarts/charts'
import { use } from 'echarts/core'

/** Makes the kinds of chart known that few pages need. */
export function addRareCharts(): void {
  use([CustomChart, SankeyChart, ScatterChart])
}
