import { describe, expect, test } from 'vitest'
import { answerCell } from '@/analysis/answerCell'
import { indexedCell } from '@/analysis/baseIndex'
import { chainLinks } from '@/analysis/chain'
import { chainColumns } from '@/analysis/chainColumns'
import { comparableChange, notComparable } from '@/analysis/comparableChange'
import { changeFact } from '@/analysis/conclusionFacts'
import { moversOf } from '@/analysis/movers'
import { searchNumber } from '@/analysis/numberSearch'
import { describeItem } from '@/domain/item'
import { parseSpokenNumber } from '@/domain/spokenNumber'
import { changeFacts } from '@/views/change/changeFacts'
import { unitSteps } from '@/views/change/changeSteps'
import { changeTable } from '@/views/change/changeTable'
import { changeSentences, conclusionText } from '@/views/change/changeWords'
import { pairForm } from '@/views/pair/pairForm'
import { differenceText, unlikeNotes } from '@/views/pair/pairWords'
import { changeClause } from '@/wording/conclusions/changeClause'
import { chainNote } from '@/wording/chain'
import { unitChangesText } from '@/wording/unitChanges'
import { changedCity, county } from './changedCity'

/** 旧甲区 went into 乙区 in 2023, which kept its code; 丙县 gave towns to it; 丁县 stayed as it was. */
const document = '虚构函〔2023〕1号'
const item = 'requests.new.total'
const { registry, cube, ask, exploration } = changedCity(
  [
    county('990101', '旧甲区', { until: 2022 }),
    county('990102', '乙区', {
      extents: [{ year: 2023, kind: 'whole', other: '旧甲区', document }],
    }),
    county('990103', '丙县', { extents: [{ year: 2023, kind: 'out', other: '乙区', document }] }),
    county('990104', '丁县'),
  ],
  [
    ['990101', 2022, 90],
    ['990102', 2022, 60],
    ['990102', 2023, 170],
    ['990103', 2022, 30],
    ['990103', 2023, 33],
    ['990104', 2022, 40],
    ['990104', 2023, 50],
  ],
  [item, 'outcome.carriedForward.total', 'requests.carriedOver.total'],
)
const answer = ask([item])
const [merged, gave, same] = [1, 2, 3]
const pair = { before: 0, now: 1 }
const SAID = '乙区 2023 年起含原旧甲区（虚构函〔2023〕1号）'

describe('a unit that another was merged into under its own code', () => {
  test('is told with the decision, and not for years on one side', () => {
    expect(unitChangesText(answer.units, 2022, 2023)).toBe(
      `旧甲区 2022 年后撤并，${SAID}，丙县 2023 年划出一部分归乙区（${document}）`,
    )
    expect(unitChangesText(answer.units, 2023, 2024)).toBe('')
  })

  test('is in no change, mover, 同比 or index, and who gave but towns is', () => {
    expect(notComparable(answer, item, merged, pair)).toBe('otherExtent')
    expect(notComparable(answer, item, gave, pair)).toBeNull()
    expect(comparableChange(answer, item, pair)).toMatchObject({
      units: [gave, same],
      before: 70,
      now: 83,
    })
    const movers = moversOf(answer, [item], pair, 9)
    expect(movers.relative.map((mover) => mover.unit)).toEqual([same, gave])

    const change = ask([`yoy:${item}`], { years: [2023, 2023] })
    expect([merged, gave].map((at) => answerCell(change, `yoy:${item}`, at, 0).state)).toEqual([
      'otherExtent',
      'value',
    ])
    // (33 + 50) against (30 + 40): neither year of 乙区 is in the sum.
    expect(change.totals.values[0]).toBeCloseTo((100 * 13) / 70, 12)
    expect(indexedCell(answer, item, merged, 1, 0)).toMatchObject({
      state: 'otherExtent',
      value: NaN,
    })
    expect(indexedCell(answer, item, merged, 1, 1).value).toBe(100)
  })

  test('is no match of a difference that somebody said', () => {
    const spoken = parseSpokenNumber('110')
    if (spoken === null) throw new Error('no number')
    const asked = { spoken, units: null, scope: 'whole', checks: 'all' } as const

    expect(searchNumber(cube, asked, registry).matches).toEqual([])
  })

  test('is marked on the time axis and under the table', () => {
    const { marks, table } = exploration({ form: 'trend', item, sort: 'code' })

    expect(marks).toContain(SAID)
    expect(table.text.caption).toContain(SAID)
  })

  test('is not ranked by its change, with the reason', () => {
    const [card] = exploration({ form: 'ranking', item, mode: 'change', year: '2023' }).cards

    expect(card?.note).toContain('其间有区划调整、不排名：乙区')
    expect(card?.note).not.toContain('没有数、不排名')
  })

  test('stands apart in the explanation of a change, which still adds up', () => {
    const facts = changeFacts(answer, pair)
    if (!('answer' in facts)) throw new Error('no explanation')
    const steps = unitSteps(facts, 9)

    expect(steps.map(({ label, effect, kind }) => [label, effect, kind])).toEqual([
      ['丁县', 10, 'part'],
      ['丙县', 3, 'part'],
      ['区划调整（1 个）', 110, 'missing'],
      ['缺 2023 年（1 个）', -90, 'missing'],
      ['合计变化', 33, 'total'],
    ])
    expect(conclusionText(facts)).toContain('两年可比的 2 个单位合计 2022 年 70 → 2023 年 83')
    const said = changeSentences(facts).join('')
    expect(said).toContain(`其间有区划调整：旧甲区 2022 年后撤并，${SAID}`)
    expect(said).not.toContain('最多的是 乙区')
    const { text } = changeTable(facts, '')
    const row = Array.from({ length: text.rows }, (_, at) => text.row(at)).find(
      ({ header }) => header === '乙区',
    )
    expect(row?.cells[2]?.text).toBe('区划调整，不比')
  })

  test('has no conclusion on its change, and says why', () => {
    const alone = ask([item], { units: ['cn:990102'] })
    const clause = changeClause(alone, describeItem(item), changeFact(alone, item, pair))

    expect(clause).toBe(`2022、2023 年间有区划调整（${SAID}），不作同比`)
    const facts = changeFacts(alone, pair)
    if (!('answer' in facts)) throw new Error('no explanation')
    expect(conclusionText(facts)).toContain('不下结论')
  })

  test('is noted where two of its years stand side by side, and not beside another unit', () => {
    const at = (id: string, year: number) => ask([item], { units: [id], years: [year, year] })
    const notes = (form: ReturnType<typeof pairForm>) => unlikeNotes(form, ['whole', 'whole'])

    const years = notes(pairForm(at('cn:990102', 2022), at('cn:990102', 2023)))
    const pairOf = pairForm(at('cn:990102', 2022), at('cn:990102', 2023))
    const figure = pairOf.figures.get(item)
    if (figure === undefined) throw new Error('no figure')
    expect(figure.difference).toBeNaN()
    expect(differenceText(figure)).toBe('区划调整，不比')
    expect(years.join()).toContain('区划不同：其间2023 年起含原旧甲区（虚构函〔2023〕1号）')
    expect(notes(pairForm(at('cn:990102', 2023), at('cn:990104', 2022)))).toEqual([])
  })

  test('is signed in the chain, whose break may be lawful', () => {
    const [link] = chainLinks
    if (link === undefined) throw new Error('no link')
    const asked = { units: ['cn:990102'], years: [2022, 2023], scope: 'whole' } as const
    const chain = chainColumns(cube, registry, link, asked)

    expect([...chain.unitChanged]).toEqual([0, 1])
    expect(chainNote(chain, 1)).toContain('单位在这一年新设或区划调整')
  })
})
