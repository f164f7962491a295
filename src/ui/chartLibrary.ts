/** The chart library, on its way since the page that needs it began to load. */
export const chartLibrary = import('./echarts')

/** Adds the kinds of chart that few pages need; fetched once. */
export async function rareCharts(): Promise<void> {
  const { addRareCharts } = await import('./rareCharts')
  addRareCharts()
}
