import { describe, expect, test } from 'vitest'
import { chainColumns } from '@/analysis/chainColumns'
import { chainLinks } from '@/analysis/chain'
import { changeFact } from '@/analysis/conclusionFacts'
import { describeItem } from '@/domain/item'
import { rosterOf } from '@/engine/unitViews'
import { defaultSettings } from '@/engine/settings'
import { changeFacts } from '@/views/change/changeFacts'
import { changeSentences } from '@/views/change/changeWords'
import { figureFacts, factSentences } from '@/views/overview/figureTable'
import { watchedItems } from '@/views/overview/keyFigures'
import { parseOverviewState } from '@/views/overview/overviewState'
import { changeClause } from '@/wording/conclusions/changeClause'
import { unitChangesText } from '@/wording/unitChanges'
import { changedCity, county } from './changedCity'

/** 旧甲县 and 旧乙县 became 新丙区 in 2023; 丁县 stayed as it was. */
const item = 'requests.new.total'
const { city, registry, cube, ask, exploration } = changedCity(
  [
    county('990101', '旧甲县', { until: 2022 }),
    county('990102', '旧乙县', { until: 2022 }),
    county('990103', '新丙区', { since: 2023 }),
    county('990104', '丁县'),
  ],
  [
    ['990101', 2022, 100],
    ['990102', 2022, 60],
    ['990103', 2023, 150],
    ['990104', 2022, 40],
    ['990104', 2023, 50],
  ],
  [item, 'licensing.decisions'],
)
const answer = ask(watchedItems)
const pair = { before: 0, now: 1 }
const CHANGES = '旧甲县、旧乙县 2022 年后撤并，新丙区 2023 年设立'

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
    const facts = changeFacts(ask([item]), pair)
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
