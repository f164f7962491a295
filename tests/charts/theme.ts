import { chartTheme } from '@/charts/theme'

/** The light theme at the usual size of text. */
export const plainTheme = chartTheme(false, 16, () => '')
