import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Report } from '@/domain/report'
import { printForm, type PrintedTable } from '../../../documents/formTables'
import { page, pieces, type Piece } from '../../../documents/houseStyles'
import { intake } from '../../intake'

const { reports, units } = generateSample({ counties: 1, years: [2021, 2022] }, 5)
const [before, report] = reports as [Report, Report]
const form = printForm(report, '2021')
const title = `${report.unit.name}2022年政府信息公开工作年度报告`

function table(...rows: readonly (readonly string[])[]): PrintedTable {
  return rows.map((row) => row.map((text) => ({ text, rows: 1, columns: 1 })))
}

/** Reads the report with other pieces before one of its own. */
async function readWith(at: number, ...others: readonly Piece[]) {
  const html = page(pieces(form, title).toSpliced(at, 0, ...others), 'html')
  const { reports: found, findings } = await intake('a.html', html, units)
  const cells = found[0]?.cells
  const ids = [...report.cells.keys()].filter((id) =>
    /^(?!requests|review|litigation|prose|report)/.test(id),
  )
  const wrong = ids.filter((id) => {
    const cell = cells?.get(id)
    return (
      cell?.kind !== 'unreadable' && JSON.stringify(cell) !== JSON.stringify(report.cells.get(id))
    )
  })
  const lost = ids.filter((id) => cells?.get(id)?.kind === 'unreadable')
  return { wrong, lost, codes: findings.map(({ code }) => code) }
}

test.each([
  [table(['公开类别', '条数'], ['行政许可', '120'], ['行政处罚', '30'], ['规章', '7'])],
  [
    table(
      ['类别', '上年', '本年', '增减'],
      ['行政规范性文件', '12', '13', '1'],
      ['规章', '7', '7', '0'],
    ),
  ],
  [table(['部门', '行政许可', '行政处罚', '行政强制'], ['公安局', '120', '3', '4'])],
])('a list before table 二 that uses its words is none of it', async (list) => {
  for (const at of [2, 4]) {
    expect(await readWith(at, list)).toEqual({ wrong: [], lost: [], codes: [] })
  }
})

test('of two tables 二 that differ neither is taken for the report’s where they do', async () => {
  const { two } = printForm(before, '2021')
  for (const at of [3, 4]) {
    const { wrong, lost, codes } = await readWith(at, '上年情况', two)
    expect(wrong).toEqual([])
    expect(lost).toContain('licensing.decisions')
    expect(new Set(codes)).toEqual(new Set(['form-row-twice']))
  }
})

test('a row that the table lost is not found in a list', async () => {
  const two = form.two.filter(([label]) => label?.text !== '行政许可')
  const list = table(['公开类别', '条数'], ['行政许可', '120'])
  const html = page(pieces({ ...form, two }, title).toSpliced(2, 0, list), 'html')
  const { reports: found, findings } = await intake('a.html', html, units)
  expect(found[0]?.cells.get('licensing.decisions')).toEqual({ kind: 'blank' })
  expect(findings.map(({ code }) => code)).toEqual(['form-row-lost'])
})

test('a table 二 that is cut in two is read on in its second part, wherever the cut is', async () => {
  const rows = form.two
  for (let cut = 1; cut < rows.length; cut++) {
    const parts = [rows.slice(0, cut), rows.slice(cut)]
    const html = page(
      pieces(form, title).flatMap((piece) => (piece === form.two ? parts : [piece])),
      'html',
    )
    const { reports: found, findings } = await intake('a.html', html, units)
    expect(findings.map(({ code }) => code)).toEqual([])
    for (const id of ['licensing.decisions', 'penalties.decisions', 'fees.amount'])
      expect(found[0]?.cells.get(id)).toEqual(report.cells.get(id))
  }
})
