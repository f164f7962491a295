/** The chart library, on its way since the page that needs it began to load. */
export const chartLibrary = import('./echarts')
