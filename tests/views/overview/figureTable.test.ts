import { describe, expect, test } from 'vitest'
import { moversOf } from '@/analysis/movers'
import { factSentences, figureFacts, figureTable, robustnessOf } from '@/views/overview/figureTable'
import { keyFigures } from '@/views/overview/keyFigures'
import { moverTable } from '@/views/overview/moverTable'
import { parseOverviewState } from '@/views/overview/overviewState'
import { answerTo, type WrittenReport } from '../../charts/answers'

const licences = (unit: string, year: number, decisions: number): WrittenReport => ({
  unit,
  year,
  figures: {
    'licensing.decisions': decisions,
    'requests.granted.total': 1,
    'requests.partial.total': 1,
    'requests.processed.total': 8,
  },
})
const reports = [
  licences('990101', 2022, 100),
  licences('990101', 2023, 150),
  licences('990102', 2022, 50),
  licences('990103', 2023, 1000),
]
const answer = answerTo(
  {
    items: keyFigures.map(({ item }) => item),
    units: ['990101', '990102', '990103'],
    years: [2022, 2023],
  },
  reports,
)
const facts = figureFacts(answer, parseOverviewState({}), { before: 0, now: 1 })
const table = figureTable(facts, 2023, 2022, '主要指标')

function rowOf(header: string) {
  for (let index = 0; index < table.rows; index++) {
    const row = table.row(index)
    if (row.header === header) return row
  }
  throw new Error(`no row ${header}`)
}

describe('the key figures', () => {
  test('say n/N, and change only over counties with both years', () => {
    expect(rowOf('行政许可·处理决定（件）').cells.map(({ text }) => text)).toEqual([
      '1,150（2/3）',
      '+50.00%',
      '1/3',
    ])
  })

  test('a rate is a rate of sums', () => {
    expect(rowOf('公开率').cells.map(({ text }) => text)).toEqual([
      '25.00%（2/3）',
      '0.00 百分点',
      '1/3',
    ])
  })

  test('a change of a rate over too few cases is signed as such, and said', () => {
    expect(rowOf('公开率').cells[1]?.sign).toContain('分母小')
    expect(rowOf('行政许可·处理决定（件）').cells[1]?.sign).not.toContain('分母小')
    const rate = facts.find(({ figure }) => figure.item === 'rate.disclosed')
    if (rate === undefined) throw new Error('no fact')
    expect(factSentences(rate, answer, 2023, 2022)).toContain(
      '注意：有一年分母合计小于 30，比率的升降说明不了什么。',
    )
  })

  test('a figure that nobody reported is none, not 0', () => {
    expect(rowOf('行政处罚·处理决定（件）').cells.map(({ text }) => text)).toEqual([
      '无（0/3）',
      '不可比',
      '0/3',
    ])
  })

  test('tell in words who is in them and who is not', () => {
    const fact = facts.find(({ figure }) => figure.item === 'licensing.decisions')
    if (fact === undefined) throw new Error('no fact')

    expect(factSentences(fact, answer, 2023, 2022)).toEqual([
      '2023 年 1,150 件（2/3，缺：乙县）。',
      '2022 年、2023 年都有数的 1 个单位合计：100 → 150，+50.00%。',
      '不在比较内，因为有一年没有数：乙县、丙县。',
    ])
  })

  test('say where the change hangs on one county', () => {
    const shaky = answerTo(
      { items: ['licensing.decisions'], units: ['990101', '990102'], years: [2022, 2023] },
      [
        licences('990101', 2022, 100),
        licences('990101', 2023, 150),
        licences('990102', 2022, 50),
        licences('990102', 2023, 40),
      ],
    )
    const [fact] = figureFacts(shaky, parseOverviewState({}), { before: 0, now: 1 }).filter(
      ({ figure }) => figure.item === 'licensing.decisions',
    )
    if (fact === undefined) throw new Error('no fact')

    expect(figureTable([fact], 2023, 2022, '').row(0).cells[1]?.sign).toBe('不稳')
    expect(robustnessOf(fact, shaky, 2023).map(({ text }) => text)).toEqual([
      '“上升”不稳：去掉甲县，就变为下降。',
      '甲县一家占可比单位 2023 年合计的 78.95%，过半：说的主要是它。',
    ])
    const [leaning] = figureFacts(
      answerTo(
        { items: ['licensing.decisions'], units: ['990101', '990102'], years: [2022, 2023] },
        [
          licences('990101', 2022, 100),
          licences('990101', 2023, 150),
          licences('990102', 2022, 50),
          licences('990102', 2023, 60),
        ],
      ),
      parseOverviewState({}),
      { before: 0, now: 1 },
    ).filter(({ figure }) => figure.item === 'licensing.decisions')
    if (leaning === undefined) throw new Error('no fact')
    expect(figureTable([leaning], 2023, 2022, '').row(0).cells[1]?.sign).toBe('一家过半')
    expect(fact.why).toBe('#/change?year=2023&base=2022&item=licensing.decisions')
  })

  test('each leads to the view that has it of every county', () => {
    const query = (header: string) => {
      const [path, text] = (rowOf(header).href ?? '').split('?')
      return { path, ...Object.fromEntries(new URLSearchParams(text)) }
    }

    const year = { mode: 'year', year: '2023' }
    expect(query('公开率')).toEqual({ path: '#/view/outcomes', subject: 'rates', ...year })
    expect(query('行政处罚·处理决定（件）')).toEqual({
      path: '#/view/enforcement',
      figure: '1',
      ...year,
    })
  })
})

describe('the marks of the checks', () => {
  // 制发 more than 现行有效 of the same report.
  const norms = (unit: string, year: number, issued: number, inForce: number | 'blank') => ({
    unit,
    year,
    figures: { 'normativeDocuments.issued': issued, 'normativeDocuments.inForce': inForce },
  })
  const items = ['normativeDocuments.issued', 'normativeDocuments.inForce']
  const marked = answerTo({ items, units: ['990101', '990102'], years: [2022, 2023] }, [
    norms('990101', 2022, 25, 90),
    norms('990101', 2023, 50, 40),
    norms('990102', 2022, 30, 60),
    norms('990102', 2023, 33, 'blank'),
  ])
  const years = { before: 0, now: 1 }

  test('stand beside a sum and a change, and go into files', () => {
    const found = figureFacts(marked, parseOverviewState({}), years)
    const text = figureTable(found, 2023, 2022, '')
    const at = found.findIndex(({ figure }) => figure.item === 'normativeDocuments.issued')
    const [sum, change] = text.row(at).cells

    expect([sum?.text, sum?.sign, sum?.figure?.check]).toEqual(['83', '≠', 'failed'])
    expect(sum?.note).toContain('勾稽不平')
    expect(change?.sign).toMatch(/^≠/u)
    expect([change?.figure?.check, change?.figure?.marks]).toEqual(['failed', ''])
  })

  test('stand beside what moved, each number with its own', () => {
    const table = moverTable(marked, moversOf(marked, items, years, 6), 2023, 2022)
    const cells = new Map(
      Array.from({ length: table.text.rows }, (_, row) => table.text.row(row)).map((row) => [
        `${row.header}${row.aside}`,
        row.cells.map(({ text, sign }) => text + sign),
      ]),
    )
    const issued = [...cells].filter(([name]) => name.includes('制发')).map(([, texts]) => texts)

    expect(issued).toEqual([
      ['25', '50≠', '+100.00%≠'],
      ['30', '33?', '+10.00%?'],
    ])
  })
})
