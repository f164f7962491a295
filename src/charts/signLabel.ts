import type { ChartTheme } from './theme'

/** The signs of a number as a small label above its point; nothing where it has none. */
export function signLabel(signs: string, theme: ChartTheme) {
  if (signs === '') return {}
  const label = { show: true, formatter: signs, color: theme.inkSoft, fontSize: 0.7 * theme.rem }
  return { label: { ...label, position: 'top' as const } }
}
