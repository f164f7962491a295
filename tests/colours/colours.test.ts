import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { heatCells, type HeatCell } from '@/charts/heatCells'
import { classColours } from '@/charts/heatColours'
import { chartTheme, inkOn, partDecals, seriesLook } from '@/charts/theme'
import type { AnswerCell } from '@/analysis/answerCell'
import { chainWords } from '@/wording/chain'
import { difference, leastDifference, seenAs, visions, type Vision } from './vision'

/** Two colours of one chart that mean different things are at least this far apart (CIEDE2000). */
const LEAST = 8
/** Those that lie side by side. */
const LEAST_BESIDE = 10
/** Steps of one hue, which are ordered by their lightness, side by side. */
const LEAST_STEP = 5

const themes = [false, true].map((dark) => chartTheme(dark, 16, () => ''))
const inColour = visions.filter((vision) => vision !== 'grey')

function beside(colours: readonly string[], vision: Vision): number {
  const seen = colours.map((colour) => seenAs(colour, vision))
  return Math.min(
    ...seen.slice(1).map((colour, place) => difference(colour, seen[place] ?? colour)),
  )
}

test('the difference is that of the published test data', () => {
  // Sharma, Wu and Dalal 2005, table 1: pairs 1, 7, 17 and 25.
  expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
  expect(difference([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4)
  expect(difference([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4)
  expect(difference([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(
    1.2644,
    4,
  )
})

test('red and green of one lightness are alike without red or green cones, not without blue ones', () => {
  const pair = ['#b8505a', '#808000'] as const
  expect(leastDifference(pair, 'normal')).toBeGreaterThan(40)
  expect(leastDifference(pair, 'deutan')).toBeLessThan(20)
  expect(leastDifference(['#000000', '#ffffff'], 'tritan')).toBeCloseTo(100, 0)
})

describe.each(themes.map((theme) => [theme.dark ? 'dark' : 'light', theme] as const))(
  '%s',
  (_name, theme) => {
    test.each(inColour)('any two series are told apart by colour: %s', (vision) => {
      expect(leastDifference(theme.series, vision)).toBeGreaterThanOrEqual(LEAST)
      expect(beside(theme.series, vision)).toBeGreaterThanOrEqual(LEAST_BESIDE)
    })

    test('and by their shapes where there is no colour at all', () => {
      const looks = theme.series.map((colour, place) => {
        const { symbol, fill } = seriesLook(theme, place)
        return `${symbol} ${fill === colour ? 'full' : 'hollow'}`
      })
      expect(new Set(looks).size).toBe(looks.length)
    })

    test.each(inColour)('parts that lie side by side are told apart by colour: %s', (vision) => {
      expect(beside(theme.parts, vision)).toBeGreaterThanOrEqual(LEAST_BESIDE)
    })

    test.each(visions)('parts too alike in colour have another pattern: %s', (vision) => {
      const alike = theme.parts.flatMap((one, place) =>
        theme.parts.flatMap((other, at) => {
          const isAlike = difference(seenAs(one, vision), seenAs(other, vision)) < LEAST
          return at > place && isAlike ? [[place, at] as const] : []
        }),
      )
      for (const [one, other] of alike) expect(partDecals[one]).not.toEqual(partDecals[other])
    })

    test.each(visions)('steps from little to much keep their order and distance: %s', (vision) => {
      const steps = classColours(false, theme)
      const light = steps.map((colour) => seenAs(colour, vision)[0])
      const order = light.toSorted((a, b) => (theme.dark ? a - b : b - a))
      expect(light).toEqual(order)
      expect(beside(steps, vision)).toBeGreaterThanOrEqual(LEAST_STEP)
    })

    test.each(inColour)('a decrease is not taken for an increase: %s', (vision) => {
      expect(leastDifference(classColours(true, theme), vision)).toBeGreaterThanOrEqual(
        LEAST_BESIDE,
      )
    })

    test('without colour a decrease has its sign in the cell, however narrow', () => {
      const [less, none, more] = classColours(true, theme).filter((_, step) => step % 3 === 0)
      const cells = [-12.345, 0, 12.345].map((value, at) =>
        changeCell(value, [less, none, more][at] ?? ''),
      )
      expect(cells.map((cell) => textIn(cell, 24))).toEqual(['−', '0', '+'])
      expect(textIn(cells[0] as HeatCell, 200)).toMatch(/^[-−]/)
    })

    test('numbers on a colour are read: 4.5 to 1', () => {
      for (const colour of [
        ...theme.parts,
        ...classColours(false, theme),
        ...classColours(true, theme),
      ]) {
        expect(contrast(colour, inkOn(colour))).toBeGreaterThanOrEqual(4.5)
      }
      for (const colour of theme.series)
        expect(contrast(colour, theme.paper)).toBeGreaterThanOrEqual(3)
    })

    test('the colours of states are told from the ink and from each other, or have a sign', () => {
      const tokens = tokensOf(theme.dark)
      for (const name of ['error', 'warning', 'info', 'added'])
        for (const paper of ['paper', 'surface', `${name}-soft`])
          expect(contrast(tokens(name), tokens(paper))).toBeGreaterThanOrEqual(4.5)
      for (const vision of inColour)
        expect(leastDifference([tokens('error'), tokens('info')], vision)).toBeGreaterThanOrEqual(
          LEAST_BESIDE,
        )
    })
  },
)

test('every state of the chain has a word of its own, and what is wrong a sign', () => {
  const words = Object.values(chainWords)
  expect(new Set(words.map(({ word }) => word)).size).toBe(words.length)
  expect(chainWords.broken.sign).not.toBe('')
})

function changeCell(value: number, colour: string): HeatCell {
  const cell = { state: 'value', value, check: 'none', approximate: false } as AnswerCell
  return { x: 0, row: 0, cell, style: { kind: 'change', measureUnit: '' }, colour, faded: false }
}

/** What a cell so many pixels wide has written in it. */
function textIn(cell: HeatCell, width: number): string {
  const [theme] = themes
  if (theme === undefined) return ''
  const api = { value: () => 0, coord: () => [0, 0], size: () => [width, 24] }
  const { data, renderItem } = heatCells([cell], theme)
  const shapes = data.map((_, dataIndex) => renderItem({ dataIndex }, api))
  return shapes.flatMap((shape) => (shape?.type === 'text' ? shape.style.text : []))[0] ?? ''
}

/** WCAG 2 contrast of two colours. */
function contrast(one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map(luminance).toSorted((x, y) => y - x)
  return (a + 0.05) / (b + 0.05)
}

/** CIELAB lightness back to relative luminance. */
function luminance(colour: string): number {
  const [lightness] = seenAs(colour, 'normal')
  const f = (lightness + 16) / 116
  return f > 6 / 29 ? f ** 3 : 3 * (6 / 29) ** 2 * (f - 4 / 29)
}

function tokensOf(dark: boolean): (name: string) => string {
  const css = readFileSync(new URL('../../src/ui/theme.css', import.meta.url), 'utf8')
  const [light = '', dim = ''] = css.split("[data-theme='dark']")
  return (name) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(dark ? dim : light)?.[1] ?? ''
}
