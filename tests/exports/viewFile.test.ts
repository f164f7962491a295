import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compositionFacets, facetOf } from '@/charts/facets'
import { unitTable } from '@/charts/tables'
import { viewCsv } from '@/exports/viewCsv'
import { closingFacts, factLines } from '@/exports/viewFacts'
import { fileTable, type FileTable, type ViewFile } from '@/exports/viewFile'
import { viewWorkbook } from '@/exports/viewWorkbook'
import { readSource } from '@/intake/readers/readSource'
import { runThrough } from '@/ui/slices'
import type { CheckMark } from '@/analysis/answer'
import type { TableText } from '@/wording/tableText'
import { answerTo, type WrittenReport } from '../charts/answers'

const items = ['fees.amount', 'yoy:fees.amount']
const reports: readonly WrittenReport[] = [
  { unit: '990101', year: 2022, figures: { 'fees.amount': 1000 } },
  { unit: '990101', year: 2023, figures: { 'fees.amount': 1077.892534 } },
  { unit: '990102', year: 2023, figures: { 'fees.amount': { about: 0 } } },
]
const answer = answerTo({ items, units: ['990101', '990102', '990103'], years: [2022, 2023] }, [
  ...reports,
])
const fees = unitTable({
  answer,
  facets: items.map((item) => facetOf(answer, item === 'fees.amount' ? '收费' : '同比', [item])),
  units: [1, 0, 2],
  years: [1],
  caption: '收费 · 2023 年',
})

function written(text: TableText): FileTable {
  return runThrough(fileTable(text))
}

function viewOf(table: FileTable): ViewFile {
  return { title: '收费', facts: [{ label: '单位', text: '=自选 3 个' }], table }
}

async function sheetsOf(view: ViewFile) {
  const bytes = new Uint8Array(await (await viewWorkbook(view)).arrayBuffer())
  const [document] = await readSource({ name: 'a.xlsx', path: 'a.xlsx', bytes })
  return document?.grids.map(({ name, rows }) => ({ name, rows })) ?? []
}

describe('a table for a file', () => {
  test('has numbers to the last digit, what a change is of, and words where there is no number', () => {
    const { columns, rows, corner } = written(fees.text)

    expect(corner).toEqual(['单位', '代码'])
    expect(columns.map(({ heading }) => heading)).toEqual([
      '收费（万元） · 2023 年',
      '同比 · 2023 年（%）',
      '同比 · 2023 年·增减',
      '同比 · 2023 年·上年',
    ])
    expect(rows.map(({ head, cells }) => [...head, ...cells])).toEqual([
      ['合计', '', 1077.892534, 100 * (77.892534 / 1000), '', ''],
      ['有数/应有', '', '2/3', '1/3', '', ''],
      ['乙县', '990102', 0, '不可比', '', ''],
      ['甲县', '990101', 1077.892534, 100 * (77.892534 / 1000), 77.892534, 1000],
      ['丙县', '990103', '未报', '未报', '', ''],
    ])
  })

  test('tells of every cell that is more than a number', () => {
    expect(written(fees.text).remarks).toEqual([
      {
        row: '合计',
        column: '收费（万元） · 2023 年',
        text: '1,077.892534（2/3）约',
        note: '3 个单位中 2 个有数',
      },
      { row: '乙县', column: '收费（万元） · 2023 年', text: '约 0', note: '' },
      {
        row: '乙县',
        column: '同比 · 2023 年（%）',
        text: '不可比',
        note: '不可比：有一年没有数，或两年的表样不同',
      },
      {
        row: '丙县',
        column: '收费（万元） · 2023 年',
        text: '未报',
        note: '未报：没有该年度的年报',
      },
      {
        row: '丙县',
        column: '同比 · 2023 年（%）',
        text: '未报',
        note: '未报：没有该年度的年报',
      },
    ])
  })

  test('has the share of a whole beside a part', () => {
    const spec = {
      whole: { item: 'requests.new.total', label: '本年新收' },
      parts: [{ item: 'requests.new.naturalPerson', label: '自然人' }],
    }
    const figures = { 'requests.new.total': 3, 'requests.new.naturalPerson': 2 }
    const asked = { items: Object.keys(figures), units: ['990101'], years: [2023, 2023] as const }
    const parts = answerTo(asked, [{ unit: '990101', year: 2023, figures }])
    const facets = compositionFacets(parts, spec)
    const table = unitTable({ answer: parts, facets, units: [0], years: [0], caption: '' })

    expect(
      written(table.text)
        .columns.map(({ heading }) => heading)
        .at(-2),
    ).toMatch(/占比（%）$/)
    expect(written(table.text).rows.at(-1)?.cells.slice(0, 3)).toEqual([3, 2, 200 / 3])
  })

  test('says of every row what its checks came to, and in which columns', () => {
    const figure = (check: CheckMark) => ({ value: 1, isPercent: false, marks: '', check })
    const cell = (check: CheckMark) => ({
      text: '1',
      note: '',
      missing: false,
      sign: '',
      opens: true,
      figure: figure(check),
    })
    const checks: readonly (readonly [CheckMark, CheckMark])[] = [
      ['failed', 'failed'],
      ['passed', 'failed'],
      ['undecidable', 'passed'],
      ['none', 'passed'],
      ['none', 'none'],
    ]
    const { columns, rows } = written({
      caption: '',
      corner: '单位',
      groups: [],
      columns: ['新收', '结转'].map((label) => ({ label, title: '' })),
      rows: checks.length,
      row: (index) => ({
        key: String(index),
        header: '甲县',
        aside: '',
        isTotal: false,
        cells: (checks[index] ?? []).map(cell),
      }),
    })

    expect(columns.at(-1)?.heading).toBe('勾稽')
    expect(rows.map(({ cells }) => cells.at(-1))).toEqual([
      '不平：新收、结转',
      '不平：结转',
      '不可判：新收',
      '通过',
      '无勾稽',
    ])
  })

  test('yields to the page while it is made', () => {
    const row = { key: '', header: '', aside: '', isTotal: false, cells: [] }
    const text = { caption: '', corner: '', groups: [], columns: [], rows: 500, row: () => row }
    const work = fileTable(text)
    let yields = 0
    while (work.next().done !== true) yields++
    expect(yields).toBe(20)
  })

  test('takes no code with a leading zero for a number', () => {
    const cells = ['012', '1,234', '-5', '1.50', '12,34'].map((shown) => ({
      text: shown,
      note: '',
      missing: false,
      sign: '',
      opens: false,
    }))
    const columns = cells.map(({ text }) => ({ label: text, title: '' }))
    const row = { key: '', header: '', aside: '', isTotal: false, cells }
    const text = { caption: '', corner: '', groups: [], columns, rows: 1, row: () => row }

    expect(written(text).rows[0]?.cells).toEqual(['012', 1234, -5, 1.5, '12,34'])
  })
})

describe('the facts of a file', () => {
  const circumstances = {
    answer: { ...answer, filter: 'trusted' as const, leftOut: [0] },
    sums: fees.sumNotes?.() ?? [],
    dataVersion: '7.2',
    at: Date.UTC(2024, 2, 5, 6, 2),
    isSample: true,
  }

  test('say n/N, who is missing, the checks, the version and the date', () => {
    const facts = closingFacts({ ...circumstances, table: { worst: 'passed', failed: 0 } }, true)

    expect(facts.map(({ label, text }) => `${label}：${text}`)).toEqual([
      '筛选：只看可信：不平、不可判的数不计',
      expect.stringMatching(/^合计说明：.*甲县/) as string,
      '有数/应有：“同比 · 2023 年”合计 1/3，缺：乙县、丙县',
      '有数/应有：“收费（万元） · 2023 年”合计 2/3，缺：丙县',
      '勾稽：表中的数没有不平的',
      '数据：示例数据',
      '数据版本：7.2',
      expect.stringMatching(/^导出时间：2024-03-05 /) as string,
    ])
  })

  test('share lines where they are short', () => {
    const facts = ['a', 'b', '长'.repeat(80), 'c'].map((text) => ({ label: 'x', text }))

    expect(factLines(facts)).toEqual(['x：a；x：b', `x：${'长'.repeat(80)}`, 'x：c'])
  })

  test('name the numbers that do not agree before anything else of the checks', () => {
    const facts = closingFacts({ ...circumstances, table: { worst: 'failed', failed: 3 } }, true)

    expect(facts.find(({ label }) => label === '勾稽')?.text).toMatch(/^3 个数不平/)
  })
})

describe('CSV', () => {
  test('begins with a byte order mark and the headings, and runs no text as a formula', () => {
    const csv = viewCsv(viewOf(written(fees.text)))

    expect(csv.startsWith('\ufeff单位,代码,收费（万元） · 2023 年,')).toBe(true)
    expect(csv).toContain('\r\n甲县,990101,1077.892534,7.7892534')
    expect(csv).toContain("\r\n单位,'=自选 3 个\r\n")
    expect(csv).toContain('乙县,收费（万元） · 2023 年,约 0,')
  })

  test('keeps negative numbers as numbers', () => {
    const cell = { text: '-12.5', note: '', missing: false, sign: '', opens: false }
    const row = { key: '', header: '-甲', aside: '', isTotal: false, cells: [cell] }
    const columns = [{ label: '增减', title: '' }]
    const text = { caption: '', corner: '', groups: [], columns, rows: 1, row: () => row }

    expect(viewCsv(viewOf(written(text)))).toContain("\r\n'-甲,-12.5\r\n")
  })
})

describe('a workbook', () => {
  test('has the numbers, what it is of, and the cells that are more than a number', async () => {
    const [data, about, remarks] = await sheetsOf(viewOf(written(fees.text)))

    expect(data?.name).toBe('数据')
    expect(data?.rows[4]?.slice(0, 3)).toEqual(['甲县', '990101', '1077.892534'])
    expect(data?.rows[4]?.[3]).toMatch(/^7\.7892534|^7\.79/)
    expect(about?.rows[2]).toEqual(['单位', '=自选 3 个'])
    expect(remarks?.rows[2]?.slice(0, 3)).toEqual(['乙县', '收费（万元） · 2023 年', '约 0'])
  })

  test('has groups over their columns', async () => {
    const table = unitTable({
      answer,
      facets: [facetOf(answer, '收费', ['fees.amount'])],
      units: [0, 1, 2],
      years: [0, 1],
      caption: '',
    })
    const [data] = await sheetsOf(viewOf(written(table.text)))

    expect(data?.rows.slice(0, 2).map((row) => row.slice(2))).toEqual([
      ['收费（万元）'],
      ['2022', '2023'],
    ])
  })

  test('gives every number back to its last digit', async () => {
    const number = fc.oneof(
      fc.integer(),
      fc.nat(10 ** 12).map((digits) => digits / 10 ** 6),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 9 }), async (numbers) => {
        const columns = numbers.map((value) => ({
          group: '',
          label: 'x',
          heading: `x${value}`,
          isPercent: false,
        }))
        const row = { head: ['甲县'], isTotal: false, cells: numbers }
        const table = { ...written(fees.text), corner: ['单位'], columns, rows: [row], remarks: [] }
        const [data] = await sheetsOf(viewOf(table))

        expect(data?.rows[1]?.slice(1).map(Number)).toEqual(numbers.map((value) => value + 0))
      }),
      { numRuns: 20 },
    )
  })
})
