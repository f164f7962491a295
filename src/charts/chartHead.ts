import type { ChartTheme } from './theme'

/**
 * What every chart has: text of the theme, its description for who does not see it, and no movement,
 * since a number that moves cannot be read.
 */
export function chartHead({ font, ink }: ChartTheme, description: string) {
  return {
    animation: false,
    textStyle: { fontFamily: font, color: ink },
    aria: { enabled: true, label: { description } },
  }
}
