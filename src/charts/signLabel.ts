import type { ChartTheme } from './theme'

/** Size of a sign above its point, in rem. */
export const SIGN_REMS = 0.7

/** The signs of a number as a small label above its point; nothing where it has none. */
export function signLabel(signs: string, theme: ChartTheme) {
  if (signs === '') return {}
  const label = {
    show: true,
    formatter: signs,
    color: theme.inkSoft,
    fontSize: SIGN_REMS * theme.rem,
  }
  return { label: { ...label, position: 'top' as const } }
}
