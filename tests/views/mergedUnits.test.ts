import { describe, expect, test } from 'vitest'
import { chainColumns } from '@/analysis/chainColumns'
import { chainLinks } from '@/analysis/chain'
import { changeFact } from '@/analysis/conclusionFacts'
import { askMatrix } from '@/analysis/matrix'
import { describeItem } from '@/domain/item'
import type { Cell, Report } from '@/domain/report'
import type { Unit } from '@/domain/unit'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { answerContext, rosterOf } from '@/engine/unitViews'
import { defaultSettings } from '@/engine/settings'
import { changeFacts } from '@/views/change/changeFacts'
import { changeSentences } from '@/views/change/changeWords'
import { explorationOf } from '@/views/explore/explorationOf'
import { exploreLayout, exploreQuestion } from '@/views/explore/exploreLayout'
import { parseExploration } from '@/views/explore/exploreState'
import { figureFacts, factSentences } from '@/views/overview/figureTable'
import { watchedItems } from '@/views/overview/keyFigures'
import { parseOverviewState } from '@/views/overview/overviewState'
import { changeClause } from '@/wording/conclusions/changeClause'
import { unitChangesText } from '@/wording/unitChanges'
import { foldReports } from '../foldReports'
import { plainTheme } from '../charts/theme'
import { surroundingsOf } from './surroundings'

/** 旧甲县 and 旧乙县 became 新丙区 in 2023; 丁县 stayed as it was. */
const city = 'own-city'
const unit = (code: string, name: string, more: Partial<Unit> = {}): Unit => ({
  ...{ id: `cn:${code}`, code, name, kind: 'county', parent: city },
  ...{ formerCodes: [], formerNames: [], ...more },
})
const units: readonly Unit[] = [
  unit('990100', '虚构市', { id: city, kind: 'city', parent: null }),
  unit('990101', '旧甲县', { until: 2022 }),
  unit('990102', '旧乙县', { until: 2022 }),
  unit('990103', '新丙区', { since: 2023 }),
  unit('990104', '丁县'),
]
const registry = createUnitRegistry(units)
const counts: readonly (readonly [string, number, number])[] = [
  ['990101', 2022, 100],
  ['990102', 2022, 60],
  ['990103', 2023, 150],
  ['990104', 2022, 40],
  ['990104', 2023, 50],
]
const reports = counts.map(([code, year, count]): Report => ({
  unit: { code, name: units.find((each) => each.code === code)?.name ?? '' },
  year,
  scope: 'whole',
  edition: '2021',
  cells: new Map(
    ['requests.new.total', 'licensing.decisions'].map((id): [string, Cell] => [
      id,
      { kind: 'value', value: count, approximate: false },
    ]),
  ),
}))
const cube = foldReports(reports)
const item = 'requests.new.total'
const answerTo = (items: readonly string[]) =>
  askMatrix(
    cube,
    { items, units: null, years: [2022, 2023], scope: 'whole' },
    { ...answerContext(registry), dataVersion: '1' },
  )
const answer = answerTo(watchedItems)
const pair = { before: 0, now: 1 }
const CHANGES = '旧甲县、旧乙县 2022 年后撤并，新丙区 2023 年设立'

function exploration(query: Readonly<Record<string, string>>) {
  const state = parseExploration(query)
  const layout = exploreLayout(state, surroundingsOf(reports))
  const question = exploreQuestion(state, layout)
  const asked = askMatrix(cube, question, { ...answerContext(registry), dataVersion: '1' })
  const frame = { width: 75, height: null }
  return explorationOf({ state, layout, answer: asked, theme: plainTheme, frame })
}

describe('units that were merged', () => {
  test('are named with their years', () => {
    expect(unitChangesText(answer.units, 2022, 2023)).toBe(CHANGES)
    expect(unitChangesText(answer.units, 2023, 2024)).toBe('')
  })

  test('have no number before they were and after they were no more, which is no lack of a report', () => {
    const { table, marks } = exploration({ form: 'trend', item, sort: 'code' })
    const texts = Array.from({ length: table.text.rows }, (_, row) => {
      const { header, cells } = table.text.row(row)
      return [header, ...cells.map(({ text }) => text)]
    })

    expect(texts).toContainEqual(['旧甲县', '100', '无此单位'])
    expect(texts).toContainEqual(['新丙区', '无此单位', '150'])
    expect(marks).toContain('2023 年起撤并')
    expect(marks).toContain('新丙区 2023 年设立')
  })

  test('are not among those who lack a rank', () => {
    const [card] = exploration({ form: 'ranking', item, year: '2023' }).cards

    expect(card?.note).not.toContain('不排名')
  })

  test('are not in a change, and what they bring to the sum is said', () => {
    const [fact] = figureFacts(answer, parseOverviewState({}), pair).filter(
      ({ figure }) => figure.item === item,
    )
    if (fact === undefined) throw new Error('no fact')
    expect(fact.change.units.map((at) => answer.units[at]?.name)).toEqual(['丁县'])
    expect(fact.total).toMatchObject({ n: 2, of: 2 })
    expect(factSentences(fact, answer, 2023, 2022).join('')).toContain(`其间有区划调整：${CHANGES}`)
  })

  test('stand apart in the explanation of a change', () => {
    const facts = changeFacts(answerTo([item]), pair)
    if (!('answer' in facts)) throw new Error('no explanation')

    expect(changeSentences(facts).join('')).toContain(`其间有区划调整：${CHANGES}`)
  })

  test('are named in a conclusion', () => {
    const clause = changeClause(answer, describeItem(item), changeFact(answer, item, pair))

    expect(clause).toContain(`只比两年可比的 1/4 个单位`)
    expect(clause).toContain(CHANGES)
  })

  test('have no link in the chain', () => {
    const [link] = chainLinks
    if (link === undefined) throw new Error('no link')
    const asked = {
      units: ['cn:990101', 'cn:990103'],
      years: [2022, 2023],
      scope: 'whole',
    } as const
    const chain = chainColumns(cube, registry, link, asked)

    expect([...chain.unitChanged]).toEqual([0, 0, 0, 1])
    expect(chain.states[1]).toBe(chain.states[2])
  })

  test('are watched for as long as they were on record', () => {
    const settings = { ...defaultSettings, city }
    const names = (first: number) => rosterOf(registry, settings, first).map(({ name }) => name)

    expect(names(2022)).toEqual(['新丙区', '丁县', '旧甲县', '旧乙县'])
    expect(names(2023)).toEqual(['新丙区', '丁县'])
  })
})
