import { describe, expect, test } from 'vitest'
import { chainLinks, chainStates } from '@/analysis/chain'
import { chainColumns } from '@/analysis/chainColumns'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { chainSummary, chainTable } from '@/views/chain/chainTable'
import { formatChainState, parseChainState, startState } from '@/views/chain/chainState'
import { chainName } from '@/wording/chain'
import { foldReports } from '../../foldReports'
import { realReports } from '../../realReports'
import type { Report } from '@/domain/report'

const registry = createUnitRegistry([])
const [carry, rules, norms] = chainLinks
if (carry === undefined || rules === undefined || norms === undefined) throw new Error('no links')

function answerTo(reports: readonly Report[], link = carry) {
  if (link === undefined) throw new Error('no link')
  const cube = foldReports(reports)
  const units = [...cube.units].toSorted()
  const years = [2022, 2023, 2024]
  const columns = chainColumns(cube, registry, link, { units, years, scope: 'whole' })
  const labels = units.map((id) => ({
    ...{ id, code: id.slice(3), since: null, until: null },
    name: registry.byId(id)?.name ?? id,
  }))
  return { ...columns, labels }
}

/** What the row of a unit says, year by year. */
function rowOf(reports: readonly Report[], name: string, link = carry) {
  const { text } = chainTable(answerTo(reports, link), link?.figure ?? '', '', 'code')
  for (let index = 0; index < text.rows; index++) {
    const row = text.row(index)
    if (row.header === name) return row.cells.map((cell) => cell.text)
  }
  throw new Error(`no row ${name}`)
}

describe('the chain of the real reports', () => {
  test('宿迁市 2023 to 2024 hangs together in all three links', () => {
    for (const link of chainLinks)
      expect(rowOf(realReports(), '宿迁市', link)).toEqual(['— 缺年', '○ 起点', '✓'])
  })

  test('a broken link says by how much, and where its numbers are', () => {
    const broken = realReports().map((report) =>
      report.unit.code === '321300' && report.year === 2024
        ? {
            ...report,
            cells: new Map([
              ...report.cells,
              [
                'requests.carriedIn.total',
                { kind: 'value', value: 130, approximate: false },
              ] as const,
            ]),
          }
        : report,
    )
    const answer = answerTo(broken)
    const table = chainTable(answer, carry.figure, '', 'broken')

    expect(table.text.row(0).header).toBe('宿迁市')
    expect(table.text.row(0).cells[2]).toMatchObject({ text: '≠ +9', tone: 'failed', opens: true })
    expect(table.text.row(0).cells[2]?.note).toContain('本年 130，按上年应为 121，差 +9')
    expect(table.target(0, 2)).toEqual({
      ...{ unit: 'cn:321300', year: 2024 },
      item: 'requests.carriedIn.total',
    })
    expect(table.target(0, 0)).toBeNull()
    expect(chainSummary(answer)).toContain('断开 1')
  })

  test('a blank operand is 不可判, never joined', () => {
    const blank = realReports().map((report) =>
      report.unit.code === '321300' && report.year === 2023
        ? {
            ...report,
            cells: new Map([
              ...report.cells,
              ['requests.carriedOut.total', { kind: 'blank' }] as const,
            ]),
          }
        : report,
    )

    expect(rowOf(blank, '宿迁市')[2]).toBe('? 不可判')
  })
})

describe('a figure that was not given', () => {
  const carriedOut = 'requests.carriedOut.total'
  const suqian = (change: (report: Report) => Report) =>
    realReports().map((report) => (report.unit.code === '321300' ? change(report) : report))
  const without = (report: Report, indicator: string): Report => ({
    ...report,
    cells: new Map([...report.cells].filter(([id]) => id !== indicator)),
  })
  const noteOf = (reports: readonly Report[], link = carry) => {
    const answer = answerTo(reports, link)
    const row = answer.labels.findIndex(({ name }) => name === '宿迁市')
    return chainTable(answer, link.figure, '', 'code').text.row(row).cells[2]
  }

  test('is 不可判 and named with its year where the form has it', () => {
    const reports = suqian((report) =>
      report.year === 2023 ? without(report, carriedOut) : report,
    )

    expect(noteOf(reports)).toMatchObject({ text: '? 不可判', tone: 'open', sign: '' })
    expect(noteOf(reports)?.note).toBe('不可判；缺 2023 年结转下年·总计（未列）')
  })

  test('is 不可判 as well in a table that was not given at all', () => {
    const reports = suqian((report) => ({
      ...report,
      cells: new Map([...report.cells].filter(([id]) => id.startsWith('requests.'))),
    }))
    const cell = noteOf(reports, rules)

    expect(cell?.text).toBe('? 不可判')
    expect(cell?.note).toContain('2024 年规章·现行有效（未列）')
    expect(cell?.note).toContain('2023 年规章·现行有效（未列）')
  })

  test('is 表样不接 where one of the forms does not have it', () => {
    const reports = suqian((report) =>
      report.year === 2023 ? { ...report, edition: '2019' } : report,
    )

    expect(noteOf(reports, norms)).toMatchObject({ text: '‖ 表样不接', sign: '' })
    expect(noteOf(reports)).toMatchObject({ text: '✓', sign: '换表样' })
  })

  test('is 不可判 where it is not known which form it is', () => {
    const reports = suqian((report) =>
      report.year === 2023 ? { ...report, edition: 'unknown' } : report,
    )

    expect(noteOf(reports, norms)).toMatchObject({ text: '? 不可判', sign: '' })
    expect(noteOf(reports, norms)?.note).toBe('不可判；本年或上年的表样不明')
    expect(noteOf(reports)).toMatchObject({ text: '✓', sign: '' })
  })
})

test('many years beside each other are told by their signs, and a file has the words', () => {
  const answer = answerTo(realReports())
  const years = Array.from({ length: 18 }, (_, at) => 2008 + at)
  const gap = chainStates.indexOf('gap')
  const cells = answer.units.length * years.length
  const long = {
    ...{ ...answer, years, states: new Uint8Array(cells).fill(gap) },
    ...{ operands: new Uint8Array(2 * cells), forms: new Uint8Array(cells) },
  }
  const { text, exported } = chainTable(long, carry.figure, '', 'code')

  expect(text.row(0).cells[0]?.text).toBe('—')
  expect(exported.row(0).cells[0]?.text).toBe('— 缺年')
})

test('the address bar holds the state', () => {
  expect(formatChainState(startState)).toEqual({})
  const state = parseChainState({
    ...{ units: 'all', years: '2021-2024', link: 'Y-STOCK-N' },
    ...{ sort: 'code', scope: 'office' },
  })
  expect(state).toMatchObject({ link: 'Y-STOCK-N', sort: 'code', scope: 'office' })
  expect(parseChainState(formatChainState(state))).toEqual(state)
  expect(parseChainState({ link: 'nonsense' })).toEqual(startState)
})

test('the three links have names of their own', () => {
  expect(new Set(chainLinks.map(chainName)).size).toBe(3)
})
