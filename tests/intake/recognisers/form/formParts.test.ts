import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Report } from '@/domain/report'
import { printForm } from '../../../documents/formTables'
import { page, pieces, renderDocument } from '../../../documents/houseStyles'
import { runningText } from '../../../documents/runningText'
import { sheetRows } from '../../../documents/sheetRows'
import { intake } from '../../intake'

const { reports, units } = generateSample({ counties: 3, years: [2022, 2022] }, 3)

function title({ unit, year }: Report): string {
  return `${unit.name}${year}年政府信息公开工作年度报告`
}

function workbook(sheets: readonly (readonly [string, Report])[]): Uint8Array<ArrayBuffer> {
  const book = utils.book_new()
  for (const [name, report] of sheets) {
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(sheetRows(pieces(printForm(report, '2021'), title(report)))),
      name,
    )
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

function tableCells({ cells }: Report): [string, unknown][] {
  return [...cells]
    .filter(([id]) => !id.startsWith('prose.'))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

describe('several reports in one file', () => {
  test('are read a sheet each from a workbook', async () => {
    const sheets = reports.map((report, at) => [`年报${at + 1}`, report] as const)
    const { draft, reports: read, findings } = await intake('2022.xlsx', workbook(sheets), units)

    expect(draft.layout).toBe('form')
    expect(findings).toEqual([])
    expect(read.map(tableCells)).toEqual(reports.map(tableCells))
    expect(read.map(({ unit }) => unit.name)).toEqual(reports.map(({ unit }) => unit.name))
  }, 30_000)

  const links = '<ul><li>汉阴县2019年政府信息公开工作年度报告</li><li>首页</li></ul>'
  test.each([
    ['one after the other', '', ''],
    ['with links to other reports before and behind', links, links],
    ['with tables of the page around', '<table><tr><td>导航</td><td>首页</td></tr></table>', ''],
  ])('are read from one page %s, each with its own text', async (_, before, behind) => {
    const text = reports
      .map((report) =>
        renderDocument(printForm(report, '2021'), 'html', title(report), runningText(report)),
      )
      .join('')
    const page = `<html><body>${before}${text}${behind}</body></html>`
    const { draft, reports: read } = await intake('a.html', page, units)

    expect(draft.layout).toBe('form')
    expect(read.map(({ unit, year }) => `${unit.name}${year}年`)).toEqual(
      reports.map(({ unit, year }) => `${unit.name}${year}年`),
    )
    expect(read.map(tableCells)).toEqual(reports.map(tableCells))
    for (const [at, { cells }] of read.entries()) {
      for (const [id, cell] of cells)
        if (id.startsWith('prose.')) expect(cell).toEqual(reports[at]?.cells.get(id))
    }
  })

  test('of a page are checked each for itself', async () => {
    const [first, second] = reports
    if (!first || !second) throw new Error('no reports')
    const text = [first, second].map((report) =>
      renderDocument(printForm(report, '2021'), 'html', title(report)),
    )
    const page = (text[0] ?? '') + (text[1] ?? '').replace(/>(\d+)</, '>1o<')
    const { findings } = await intake('a.html', page, units)

    expect(findings.length).toBeGreaterThan(0)
    expect(new Set(findings.map(({ unit }) => unit))).toEqual(new Set([second.unit.name]))
  })

  test('are refused in a page whose titles do not say whose they are', async () => {
    const text = reports
      .map((report) => renderDocument(printForm(report, '2021'), 'html', '年度报告'))
      .join('')
    const { reports: read, findings } = await intake('a.html', text, units)

    expect(read).toEqual([])
    expect(findings.map(({ code, detail }) => [code, detail?.['count']])).toEqual([
      ['form-several', 3],
    ])
  })

  describe('one of them not filled in', () => {
    const emptied = (report: Report): Report => ({
      ...report,
      cells: new Map([...report.cells].map(([id]) => [id, { kind: 'blank' }])),
    })
    const [first, second, third] = reports
    if (!first || !second || !third) throw new Error('three reports')
    const orders = [
      ['behind', [first, emptied(second)]],
      ['before', [emptied(second), first]],
      ['between', [first, emptied(second), third]],
    ] as const

    test.each(orders)(
      '%s: the others are read, and it is told which is empty',
      async (_, each) => {
        const filled = each.filter(({ cells }) => cells.get('review.total')?.kind === 'value')
        const html = each
          .map((report) => renderDocument(printForm(report, '2021'), 'html', title(report)))
          .join('')
        const book = workbook(each.map((report) => [report.unit.name, report] as const))
        for (const [name, content] of [
          ['a.html', html],
          ['a.xlsx', book],
        ] as const) {
          const { reports: read, findings } = await intake(name, content, units)

          expect(read.map(tableCells)).toEqual(filled.map(tableCells))
          expect(findings.map(({ code, severity, raw }) => [code, severity, raw])).toEqual([
            ['form-empty', 'warning', title(second)],
          ])
        }
      },
      30_000,
    )

    test('in a page that does not tell them apart, only the one with figures is read', async () => {
      const html = [emptied(second), first].map((report) =>
        renderDocument(printForm(report, '2021'), 'html', '年度报告'),
      )
      const { reports: read, findings } = await intake(`${title(first)}.html`, html.join(''), units)

      expect(read.map(tableCells)).toEqual([tableCells(first)])
      expect(findings.map(({ code }) => code)).toContain('form-empty-beside')
    })
  })

  test('are one where a page shows its tables twice', async () => {
    const [report] = reports
    if (!report) throw new Error('no report')
    const [heading, ...body] = pieces(printForm(report, '2021'), title(report))
    const twice = page([heading ?? '', ...body, ...body], 'html')
    const { reports: read } = await intake('a.html', twice, units)

    expect(read.map(tableCells)).toEqual([tableCells(report)])
  })
})
