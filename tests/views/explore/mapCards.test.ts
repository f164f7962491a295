import { expect, test } from 'vitest'
import { askMatrix } from '@/analysis/matrix'
import type { Cell, Report } from '@/domain/report'
import { explorationOf } from '@/views/explore/explorationOf'
import { exploreLayout, exploreQuestion } from '@/views/explore/exploreLayout'
import { parseExploration } from '@/views/explore/exploreState'
import { plainTheme } from '../../charts/theme'
import { foldReports } from '../../foldReports'
import { contextOf, surroundingsOf } from '../surroundings'

function report(code: string, year: number, figures: readonly [string, number | null][]): Report {
  const cells = figures.map(([id, value]): [string, Cell] => [
    id,
    value === null ? { kind: 'blank' } : { kind: 'value', value, approximate: false },
  ])
  const unit = { code, name: `县${code.slice(-2)}` }
  return { unit, year, scope: 'whole', edition: '2021', cells: new Map(cells) }
}

function rate(code: string, granted: number, processed: number): Report {
  return report(code, 2023, [
    ['requests.granted.total', granted],
    ['requests.partial.total', 0],
    ['requests.processed.total', processed],
  ])
}

function show(reports: readonly Report[], query: Readonly<Record<string, string>>) {
  const state = parseExploration({ form: 'map', ...query })
  const layout = exploreLayout(state, surroundingsOf(reports))
  const answer = askMatrix(foldReports(reports), exploreQuestion(state, layout), contextOf(reports))
  return explorationOf({
    ...{ state, layout, answer, theme: plainTheme },
    frame: { width: 75, height: null },
  })
}

function bandsOf({ cards }: ReturnType<typeof show>): Record<string, number> {
  const series = cards[0]?.model.option.series
  const list = Array.isArray(series) ? series : []
  return Object.fromEntries(
    list.flatMap(({ name, data }) =>
      name === undefined ? [] : [[String(name), Array.isArray(data) ? data.length : 0]],
    ),
  )
}

test('a map states its classes, and who has no colour with the reason in words', () => {
  const shown = show(
    [
      rate('990101', 90, 100),
      rate('990102', 55, 100),
      rate('990103', 55, 100),
      rate('990104', 5, 5),
      report('990105', 2023, [['requests.processed.total', null]]),
      report('990106', 2022, [['requests.processed.total', 4]]),
    ],
    { year: '2023', years: '2022-2023' },
  )
  expect(bandsOf(shown)).toEqual({
    '55.00%（2 个）': 2,
    '90.00%（1 个）': 1,
    '分母小于 30，不上色（1 个）': 1,
    '不可计算（1 个）': 1,
    '未报（1 个）': 1,
  })
  expect(shown.cards[0]?.note).toContain('不表示地理位置')
  const model = shown.cards[0]?.model
  expect(model?.tip([{ series: 2, data: 0 }])?.notes).toEqual(['分母小于 30，不上色（1 个）'])
  expect(model?.target({ series: 1, data: 0 })).toEqual({
    unit: 'cn:990101',
    year: 2023,
    item: 'rate.disclosed',
  })
})

test('a map of changes parts at 0', () => {
  const of = (code: string, before: number, after: number) => [
    report(code, 2022, [['requests.new.total', before]]),
    report(code, 2023, [['requests.new.total', after]]),
  ]
  const reports = [
    ...of('990101', 100, 50),
    ...of('990102', 100, 100),
    ...of('990103', 100, 120),
    ...of('990104', 3, 9),
  ]
  const shown = show(reports, { item: 'requests.new.total', mode: 'change', years: '2023-2023' })
  expect(bandsOf(shown)).toEqual({
    '-50.00%（1 个）': 1,
    '0.00%（1 个）': 1,
    '+20.00%（1 个）': 1,
    '基数小（1 个）': 1,
  })
})
