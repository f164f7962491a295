import { describe, expect, test } from 'vitest'
import { checkMarks, MARK_APPROXIMATE, MARK_CORRECTED } from '@/analysis/answer'
import { flowItems, requestFlow } from '@/analysis/requestFlow'
import { boundaryMapChart } from '@/charts/boundaryMapChart'
import type { ChartModel } from '@/charts/chartModel'
import { facetIn } from '@/charts/figureModes'
import { flowTable } from '@/charts/flowTable'
import { yearHeatChart } from '@/charts/heatChart'
import { scatterChart } from '@/charts/scatterChart'
import { tileGroups } from '@/charts/tileLayout'
import { tileMapChart } from '@/charts/tileMapChart'
import { changeOf } from '@/domain/item'
import { totalSigns } from '@/wording/answers'
import { answerTo } from './answers'
import { plainTheme } from './theme'

/** Charts that paint their own shapes: what they write is known only by having them paint. */

const item = 'licensing.decisions'
const SIGNS = '约更≠'

const items = [item, changeOf(item)]
const plain = answerTo({ items, units: ['990101'], years: [2022, 2023] }, [
  { unit: '990101', year: 2022, figures: { [item]: 20 } },
  { unit: '990101', year: 2023, figures: { [item]: 40 } },
])
const marked = doubtful(plain)

/** The same numbers, every one 约, 更 and 不平. */
function doubtful(answer: typeof plain): typeof plain {
  return {
    ...answer,
    marks: answer.marks.map(() => MARK_APPROXIMATE | MARK_CORRECTED),
    checks: answer.checks.map(() => checkMarks.indexOf('failed')),
  }
}

/** Draws at so many pixels a cell, a square or an area. */
const charts: Readonly<
  Record<string, (answer: typeof plain, size: number, mode?: 'change') => ChartModel>
> = {
  'heat map': (answer, size, mode) =>
    yearHeatChart({
      ...{ answer, facet: facetIn(answer, item, mode ?? 'value', 0), units: [0], all: [0] },
      ...{ years: [0, 1], breaks: [], scale: 'linear', focus: null, theme: plainTheme },
      ...{ width: 10 * size, description: '' },
    }),
  'tile map': (answer, size, mode) =>
    tileMapChart({ ...mapOf(answer, size, mode), groups: tileGroups(answer, []) }),
  'boundary map': (answer, size, mode) =>
    boundaryMapChart({
      ...mapOf(answer, size, mode),
      areas: new Map([[0, { rings: [[0, 0, 1, 0, 1, 1, 0, 1, 0, 0]] }]]),
      strangers: [],
    }),
}

function mapOf(answer: typeof plain, size: number, mode: 'value' | 'change' = 'value') {
  return {
    ...{ answer, facet: facetIn(answer, item, mode, 0), year: 1, cut: 'equal' as const },
    ...{ focus: null, theme: plainTheme, width: size, height: size / plainTheme.rem + 3 },
    description: '',
  }
}

interface Painting {
  readonly series: readonly {
    readonly data?: readonly unknown[]
    readonly renderItem?: (params: object, api: object) => unknown
  }[]
}

/** Everything that a chart paints in a room of so many pixels. */
function painted({ option }: ChartModel, size: number): string {
  const api = {
    ...{ value: () => 0, coord: () => [size / 2, size / 2], size: () => [size, 20] },
    ...{ getWidth: () => size, getHeight: () => size + 3 * plainTheme.rem },
  }
  const { series } = option as unknown as Painting
  return JSON.stringify(
    series.map(({ data = [], renderItem }) =>
      data.map((_, dataIndex) => renderItem?.({ dataIndex, coordSys: {} }, api)),
    ),
  )
}

describe.each(Object.entries(charts))('a %s', (_, draw) => {
  test('shows the signs of its numbers, and none without', () => {
    expect(painted(draw(marked, 200), 200)).toContain(`40 ${SIGNS}`)
    expect(painted(draw(plain, 200), 200)).toContain('40')
    expect(painted(draw(plain, 200), 200)).not.toMatch(/[约更≠]/u)
  })
})

test('a cell of a heat map too narrow for its number keeps the signs, and of a change the way it went', () => {
  const heat = charts['heat map']
  if (heat === undefined) throw new Error('no heat map')
  const narrow = (answer: typeof plain, mode?: 'change') => painted(heat(answer, 38, mode), 38)

  expect(narrow(marked)).toContain(`"${SIGNS}"`)
  expect(narrow(marked, 'change')).toContain(`"+${SIGNS}"`)
})

test('the name of a dot has the signs of its numbers', () => {
  const drawing = (answer: typeof plain) => {
    const facet = facetIn(answer, item, 'value', 0)
    return scatterChart({
      ...{ answer, facets: [facet, facet], year: 1, units: [0], scale: 'linear' },
      ...{ focus: null, references: [[], []], theme: plainTheme, description: '' },
    })
  }
  const name = plain.units[0]?.name ?? ''

  expect(painted(drawing(marked), 400)).toContain(`"${name} ${SIGNS}"`)
  expect(painted(drawing(plain), 400)).toContain(`"${name}"`)
})

test('the table of a flow has the signs of its numbers, sums included', () => {
  const figures = Object.fromEntries(flowItems.map((each) => [each, 1]))
  const one = answerTo({ items: flowItems, units: ['990101'], years: [2023, 2023] }, [
    { unit: '990101', year: 2023, figures },
  ])
  const signsIn = (answer: typeof one) => {
    const table = flowTable(requestFlow(answer, [0], 0), '')
    const last = table.text.rows - 1
    const rows = Array.from({ length: last + 1 }, (__, row) => table.text.row(row))
    const cells = rows.flatMap((row) => row.cells.map(({ sign }) => sign))
    const total = table.total(last, 0)?.total
    return [...new Set([...cells, total && totalSigns(total).trim()])]
  }

  expect(signsIn({ ...one, checks: one.checks.map(() => 0) })).toEqual([''])
  expect(signsIn(doubtful(one))).toEqual([SIGNS])
})
