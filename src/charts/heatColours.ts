import type { ChartTheme } from './theme'

/** Seven steps of one hue, from little to much; in order in greyscale too. */
const light = ['#eef4f9', '#d3e4f1', '#aecde4', '#7fb0d3', '#4c8dbb', '#24699b', '#0a4674']
const dark = ['#22303b', '#27435a', '#2c597a', '#35719b', '#4a8dbb', '#74add3', '#abd0ea']
/** From a decrease over no change to an increase; blue and orange are told apart in colour blindness. */
const lightChange = ['#9c4a12', '#cf7a3c', '#efbf97', '#f1efea', '#a9cbe2', '#4c8dbb', '#0a4674']
const darkChange = ['#f2a36b', '#c4703a', '#7a4a2c', '#33383d', '#2c597a', '#4a8dbb', '#abd0ea']

/** Gives a number the colour of its step between the least and the most of them. */
export interface HeatScale {
  readonly colour: (value: number) => string
  /** What the colours mean, in positions of the scale: the ends of the first and the last step. */
  readonly least: number
  readonly most: number
}

/** Steps between the ends of the numbers (NaN are left out), or around 0 for changes. */
export function heatScale(
  values: readonly number[],
  isChange: boolean,
  theme: ChartTheme,
): HeatScale {
  const known = values.filter((value) => Number.isFinite(value))
  const steps = stepsOf(isChange, theme)
  const size = Math.max(0, ...known.map(Math.abs))
  const least = isChange ? -size : Math.min(...known)
  const most = isChange ? size : Math.max(...known)
  return {
    least,
    most,
    colour: (value) => {
      const share = most > least ? (value - least) / (most - least) : isChange ? 0.5 : 0
      const step = Math.min(steps.length - 1, Math.floor(share * steps.length))
      return steps[step] ?? theme.surface
    },
  }
}

/** Five colours from little to much, or seven from a decrease over no change to an increase. */
export function classColours(isChange: boolean, theme: ChartTheme): readonly string[] {
  const steps = stepsOf(isChange, theme)
  return isChange ? steps : [1, 2, 3, 5, 6].flatMap((step) => steps[step] ?? [])
}

function stepsOf(isChange: boolean, theme: ChartTheme): readonly string[] {
  if (isChange) return theme.dark ? darkChange : lightChange
  return theme.dark ? dark : light
}
