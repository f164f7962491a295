import { describe, expect, test } from 'vitest'
import type { CheckFilter } from '@/analysis/answer'
import { spansOf } from '@/charts/changeChart'
import { partsOf } from '@/domain/itemParts'
import { changeBoard } from '@/views/change/changeBoard'
import { changeFacts, type ChangeFacts } from '@/views/change/changeFacts'
import { formatChangeState, parseChangeState } from '@/views/change/changeState'
import { unitSteps } from '@/views/change/changeSteps'
import { changeTable } from '@/views/change/changeTable'
import {
  abstainedText,
  changeRobustness,
  changeSentences,
  conclusionText,
} from '@/views/change/changeWords'
import { answerTo, type Asked, type Written, type WrittenReport } from '../../charts/answers'
import { plainTheme } from '../../charts/theme'

const item = 'requests.new.total'
const years = { before: 0, now: 1 }

function factsOf(
  pairs: readonly (readonly [Written | null, Written | null])[],
  checks: CheckFilter = 'all',
): ChangeFacts {
  const units = pairs.map((_, unit) => String(990_101 + unit))
  const reports = pairs.flatMap((pair, unit) =>
    pair.flatMap((written, year): WrittenReport[] =>
      written === null
        ? []
        : [{ unit: units[unit] ?? '', year: 2022 + year, figures: { [item]: written } }],
    ),
  )
  const asked: Asked = {
    items: [item, ...partsOf(item).map((part) => part.item)],
    units,
    years: [2022, 2023],
    checks,
  }
  const facts = changeFacts(answerTo(asked, reports), years)
  if (!('answer' in facts)) throw new Error(facts.why)
  return facts
}

const facts = factsOf([
  [100, 130],
  [50, 40],
  [70, 'blank'],
  [null, 25],
  ['notApplicable', null],
])

describe('the table of a change', () => {
  const table = changeTable(facts, '变化')
  const rows = Array.from({ length: table.text.rows }, (_, row) => table.text.row(row))

  test('begins with the total, and says of every county what it adds or why nothing', () => {
    expect(rows.map(({ header, cells }) => [header, ...cells.map(({ text }) => text)])).toEqual([
      ['合计', '220（3/5）', '195（3/5）', '+13.33%', '-25'],
      ['乙县', '50', '40', '-20.00%', '-10'],
      ['甲县', '100', '130', '+30.00%', '+30'],
      ['丁县', '未报', '25', '只有 2023 年有', '+25'],
      ['丙县', '70', '空', '缺 2023 年', '-70'],
      ['戊县', '不适用', '未报', '两年都没有数', '不计'],
    ])
    expect(rows[0]?.cells[2]?.sign).toBe('可比 2/5')
  })

  test('leads from a number to its source', () => {
    expect(table.target(1, 0)).toEqual({ unit: 'cn:990102', year: 2022, item })
    expect(table.target(5, 1)).toEqual({ unit: 'cn:990105', year: 2023, item })
    expect(table.target(0, 0)).toBeNull()
    expect(table.target(1, 3)).toBeNull()
  })
})

describe('the chart of a change', () => {
  test('has a bar for those that lack a year, and ends at the total', () => {
    const steps = unitSteps(facts, 30)

    expect(steps.map(({ label, effect, kind }) => [label, effect, kind])).toEqual([
      ['乙县', -10, 'part'],
      ['甲县', 30, 'part'],
      ['只有 2023 年有（1 个）', 25, 'missing'],
      ['缺 2023 年（1 个）', -70, 'missing'],
      ['合计变化', -25, 'total'],
    ])
    expect(spansOf(steps)).toEqual([
      { from: 0, to: -10 },
      { from: -10, to: 20 },
      { from: 20, to: 45 },
      { from: 45, to: -25 },
      { from: 0, to: -25 },
    ])
  })

  test('of many counties puts the least of them in one bar, and still closes', () => {
    const many = factsOf(Array.from({ length: 60 }, (_, unit) => [10, 10 + unit] as const))
    const steps = unitSteps(many, 12)

    expect(steps).toHaveLength(12)
    expect(steps.map(({ label }) => label)).toContain('其余 50 个单位')
    expect(spansOf(steps).at(-2)?.to).toBe(steps.at(-1)?.effect)
  })

  test('on the wall has no more bars than fit, with the conclusion above them', () => {
    const many = factsOf(Array.from({ length: 60 }, (_, unit) => [10, 10 + unit] as const))
    const board = changeBoard({
      facts: many,
      by: 'unit',
      frame: { width: 60, height: 30 },
      theme: plainTheme,
      addressOf: () => '',
    })

    expect(board.cards[0]?.note).toContain('上升')
    expect(board.cards[0]?.model.rems).toBeLessThanOrEqual(30)
  })
})

describe('what is said of a change', () => {
  test('compares only those with both years, and warns where the totals say the opposite', () => {
    expect(conclusionText(facts)).toBe(
      '本年新收·总计上升：两年都有数的 2 个单位合计 2022 年 150 → 2023 年 170 件，+13.33%。',
    )
    const said = changeSentences(facts).join('\n')
    expect(said).toContain(
      '只有 2023 年有的 1 个（丁县）带来 +25，缺 2023 年的 1 个（丙县）带来 -70',
    )
    expect(said).toContain('不在合计内（两年都没有数）：戊县。')
    expect(said).toContain('合计的升降与两年都有数的单位的升降相反')
    expect(changeRobustness(facts, 'unit').map(({ text }) => text)).toEqual([
      '“上升”不稳：去掉甲县，就变为下降。',
      '甲县一家占可比单位 2023 年合计的 76.47%，过半：说的主要是它。',
    ])
  })

  test('warns of a number that is 不平 only where it counts', () => {
    // Half a request.
    const pairs = [
      [100, 130],
      [50, 40.5],
    ] as const
    const warning = '其中有勾稽不平或不符的数（乙县）'
    expect(changeSentences(factsOf(pairs)).join('\n')).toContain(warning)
    expect(changeSentences(factsOf(pairs, 'trusted')).join('\n')).not.toContain(warning)
  })

  test('a small base gives words, not a percentage', () => {
    expect(
      conclusionText(
        factsOf([
          [3, 9],
          [2, 3],
        ]),
      ),
    ).toContain('由 5 到 12（基数不足 20）')
  })

  test('abstains in words, one for each reason', () => {
    const texts = (['noTotal', 'unlike', 'noPair', 'noRate'] as const).map((why) =>
      abstainedText({ kind: 'abstained', why }, item, 2022, 2023),
    )

    expect(new Set(texts).size).toBe(4)
    for (const text of texts) expect(text).toContain('不作解释')
  })
})

test('the address bar holds all that was chosen', () => {
  const state = {
    ...parseChangeState({}),
    item: 'rate.disclosed',
    by: 'part' as const,
    year: 2023,
    base: 2021,
    checks: 'trusted' as const,
  }

  expect(parseChangeState(formatChangeState(state))).toEqual(state)
  expect(formatChangeState(parseChangeState({}))).toEqual({})
})
