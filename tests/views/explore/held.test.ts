import { describe, expect, test } from 'vitest'
import { askMatrix } from '@/analysis/matrix'
import { parseExploration } from '@/views/explore/exploreState'
import { exploreLayout, exploreQuestion, heldQuestion } from '@/views/explore/exploreLayout'
import { explorationOf } from '@/views/explore/explorationOf'
import type { Cell, Report } from '@/domain/report'
import { plainTheme } from '../../charts/theme'
import { foldReports } from '../../foldReports'
import { contextOf, surroundingsOf } from '../surroundings'

const counts: Readonly<Record<number, readonly number[]>> = {
  2022: [40, 300, 90],
  2023: [60, 90, 30],
  2024: [35, 45, 31],
}
const reports = Object.entries(counts).flatMap(([year, figures]) =>
  figures.map((count, at): Report => ({
    unit: { code: String(990101 + at), name: `县${at}` },
    year: Number(year),
    scope: 'whole',
    edition: '2021',
    cells: new Map(
      Object.entries({
        'requests.new.total': count,
        'requests.granted.total': Math.round(count / 2),
        'requests.partial.total': 0,
        'requests.processed.total': count,
        'review.upheld': count,
        'review.corrected': 0,
        'review.other': 0,
        'review.pending': 0,
        'review.total': count,
      }).map(([id, value]): [string, Cell] => [id, { kind: 'value', value, approximate: false }]),
    ),
  })),
)
const years = [2022, 2023, 2024]

interface Drawn {
  readonly xAxis?: { readonly max?: number }
  readonly yAxis?: { readonly max?: number }
  readonly legend?: { readonly data?: readonly { readonly name: string }[] }
  readonly series?: readonly {
    readonly renderItem?: (params: { readonly dataIndex: number }, api: object) => unknown
  }[]
}

function show(form: string, year: number, more: Readonly<Record<string, string | string[]>>) {
  const query = { form, year: String(year), item: 'requests.new.total', ...more }
  const state = parseExploration(query)
  const layout = exploreLayout(state, surroundingsOf(reports))
  const cube = foldReports(reports)
  const answer = askMatrix(cube, exploreQuestion(state, layout), contextOf(reports))
  const over = heldQuestion(state, layout)
  const held = over && askMatrix(cube, over, contextOf(reports))
  const frame = { width: 75, height: null }
  const { cards } = explorationOf({ state, layout, answer, held, theme: plainTheme, frame })
  return { option: cards[0]?.model.option as Drawn, note: cards[0]?.note ?? '' }
}

const api = {
  value: () => 0,
  coord: () => [100, 100],
  size: () => [200, 20],
  getWidth: () => 800,
  getHeight: () => 500,
}
/** The colour that a heat map gives its first cell. */
function colour({ series }: Drawn): unknown {
  const shape = series?.[0]?.renderItem?.({ dataIndex: 0 }, api) as { style: { fill: unknown } }
  return shape.style.fill
}

const scales: Readonly<Record<string, (drawn: Drawn) => unknown>> = {
  ranking: ({ xAxis }) => xAxis?.max,
  scatter: ({ xAxis }) => xAxis?.max,
  composition: ({ xAxis }) => xAxis?.max,
}
const more: Readonly<Record<string, Readonly<Record<string, string | string[]>>>> = {
  scatter: { item: ['requests.new.total', 'rate.disclosed'] },
  composition: { shape: 'count', parts: 'review' },
}

describe.each(Object.entries(scales))('the scale of a %s', (form, scaleOf) => {
  test('is that of the year, or one that holds through all of them and says so', () => {
    const own = years.map((year) => scaleOf(show(form, year, more[form] ?? {}).option))
    const held = years.map((year) => show(form, year, { axis: 'years', ...more[form] }))

    expect(new Set(own).size).toBeGreaterThan(1)
    expect(new Set(held.map(({ option }) => scaleOf(option)))).toEqual(new Set([own[0]]))
    for (const { note } of held) expect(note).toContain('刻度各年统一（2022–2024 年）')
    expect(show(form, 2024, more[form] ?? {}).note).not.toContain('刻度')
  })
})

test('the classes of a map hold through the years, empty ones included', () => {
  const classes = (axis: string, year: number) =>
    show('map', year, { axis, cut: 'equal' }).option.legend?.data?.map(({ name }) =>
      name.replace(/（.*$/u, ''),
    )

  expect(classes('year', 2022)).not.toEqual(classes('year', 2024))
  expect(classes('years', 2024)).toEqual(classes('years', 2022))
  expect(classes('years', 2024)?.length).toBeGreaterThan(1)
})

test('the same number has the same colour in every year', () => {
  // The largest of its year is the darkest of its own scale, not of that of all years.
  const of = (axis: string, year: number) =>
    colour(show('matrix', year, { axis, sort: 'value' }).option)

  expect(of('year', 2024)).toBe(of('year', 2022))
  expect(of('years', 2024)).not.toBe(of('years', 2022))
})

test('shares and flows have no scale to hold', () => {
  const question = (query: Readonly<Record<string, string>>) => {
    const state = parseExploration({ axis: 'years', ...query })
    return heldQuestion(state, exploreLayout(state, surroundingsOf(reports)))
  }
  expect(question({ form: 'flow' })).toBeNull()
  expect(question({ form: 'composition', shape: 'share' })).toBeNull()
  expect(question({ form: 'trend' })).toBeNull()
  expect(question({ form: 'ranking' })?.years).toEqual([2022, 2024])
})
