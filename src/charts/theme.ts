/** Colours and sizes of a chart; lengths in CSS pixels of the screen it is drawn on. */
export interface ChartTheme {
  readonly dark: boolean
  readonly ink: string
  readonly inkSoft: string
  readonly rule: string
  readonly axis: string
  readonly surface: string
  /** What charts lie on. */
  readonly paper: string
  readonly accent: string
  /** For series that have no order; told apart in the usual kinds of colour blindness. */
  readonly series: readonly string[]
  /** For parts of a whole, always in the order of the form. */
  readonly parts: readonly string[]
  readonly font: string
  /** Size of the page's root; the charts grow with it, on the wall too. */
  readonly rem: number
}

/** Shapes that tell series apart without colour; the second four are drawn hollow. */
const symbols = ['circle', 'rect', 'triangle', 'diamond'] as const

/** Any two are 8 apart (CIEDE2000) to everyone; `tests/colours` holds it. */
const lightSeries = [
  '#1671bb',
  '#c85c15',
  '#157b60',
  '#9e3993',
  '#6d5800',
  '#311c8b',
  '#138fc1',
  '#761d39',
]
const darkSeries = [
  '#56b0e7',
  '#ff8021',
  '#4ed4b9',
  '#cd81c0',
  '#ecc751',
  '#798aff',
  '#b1ddf2',
  '#f292a8',
]
const lightParts = [
  '#0a5c91',
  '#6fb1d8',
  '#c4551a',
  '#e9b44c',
  '#7d4a8c',
  '#9aa0a6',
  '#2c7a68',
  '#b58aa5',
]
const darkParts = [
  '#4aa3d8',
  '#a9d6ef',
  '#e0793c',
  '#f0c869',
  '#b184c4',
  '#7c848c',
  '#57b39c',
  '#d9aec9',
]

/**
 * The theme from the page's own tokens. `token` gives a custom property as written (empty if there is
 * none), `rem` the size of the root in pixels.
 */
export function chartTheme(
  dark: boolean,
  rem: number,
  token: (name: string) => string,
): ChartTheme {
  const colour = (name: string, fallback: string) => token(name).trim() || fallback
  return {
    dark,
    ink: colour('--ink', dark ? '#e6e3dc' : '#1d2329'),
    inkSoft: colour('--ink-soft', dark ? '#b7bcc0' : '#4b535c'),
    rule: colour('--rule', dark ? '#343b42' : '#ddd8cd'),
    axis: colour('--rule-strong', dark ? '#767e85' : '#8b8f8f'),
    surface: colour('--surface', dark ? '#1b2025' : '#ffffff'),
    paper: colour('--paper', dark ? '#14181c' : '#faf8f4'),
    accent: colour('--accent', dark ? '#8fbde0' : '#1f4a6d'),
    series: dark ? darkSeries : lightSeries,
    parts: dark ? darkParts : lightParts,
    font: colour('--font-text', 'sans-serif'),
    rem,
  }
}

const decalInk = 'rgba(0, 0, 0, 0.22)'

/** Patterns over the colours of parts, thin enough to read a number on. */
export const partDecals = [
  { symbol: 'none' },
  { symbol: 'circle', symbolSize: 0.35, dashArrayX: [0, 8], dashArrayY: 6, color: decalInk },
  {
    symbol: 'rect',
    dashArrayX: [1, 0],
    dashArrayY: [1, 6],
    rotation: Math.PI / 4,
    color: decalInk,
  },
  { symbol: 'none' },
  {
    symbol: 'rect',
    dashArrayX: [1, 0],
    dashArrayY: [1, 6],
    rotation: -Math.PI / 4,
    color: decalInk,
  },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 7], color: decalInk },
  { symbol: 'circle', symbolSize: 0.35, dashArrayX: [0, 12], dashArrayY: 9, color: decalInk },
  { symbol: 'rect', dashArrayX: [1, 7], dashArrayY: [1, 0], color: decalInk },
]

/** Colour and shape of the n-th series; no two of 64 are alike. */
export interface SeriesLook {
  readonly colour: string
  readonly symbol: (typeof symbols)[number]
  /** Of the shape's inside. */
  readonly fill: string
}

export function seriesLook(theme: ChartTheme, index: number): SeriesLook {
  const colours = theme.series
  const turn = Math.floor(index / colours.length)
  const shape = (index + turn) % (2 * symbols.length)
  const colour = colours[index % colours.length] ?? theme.accent
  return {
    colour,
    symbol: symbols[shape % symbols.length] ?? 'circle',
    fill: shape < symbols.length ? colour : theme.surface,
  }
}

/** Black or white, whichever is read better on the colour (WCAG luminance). */
export function inkOn(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  )
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return luminance > 0.179 ? '#000000' : '#ffffff'
}
