import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { placeAt } from '@/data/traceCell'
import { generateSample } from '@/data/sample'
import type { Report } from '@/domain/report'
import { formParts } from '@/intake/recognisers/form/formParts'
import { printForm } from '../../../documents/formTables'
import { renderDocument, type HouseStyle } from '../../../documents/houseStyles'
import { runningText } from '../../../documents/runningText'
import { intake } from '../../intake'

const { reports, units } = generateSample({ counties: 3, years: [2022, 2022] }, 3)
const styles = ['tabs', 'tabsFiller', 'pipes', 'lines', 'linesSpaced', 'layout'] as const
const LINKS = '首页\n汉阴县2019年政府信息公开工作年度报告\n'

function title({ unit, year }: Report): string {
  return `${unit.name}${year}年政府信息公开工作年度报告`
}

function textOf(report: Report, style: HouseStyle, named = title(report)): string {
  return `${renderDocument(printForm(report, '2021'), style, named, runningText(report))}\n`
}

function figures({ cells }: Report): unknown {
  return [...cells].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

describe.each(styles)('several reports in one text (%s)', (style) => {
  test.each([
    ['one after the other', '', ''],
    ['with links to other reports before and behind', LINKS, LINKS],
  ])('are read each for itself, %s', async (_, before, behind) => {
    const text = reports.map((report) => textOf(report, style)).join('')
    const { draft, reports: read } = await intake('a.txt', before + text + behind, units)

    expect(draft.layout).toBe('form')
    expect(read.map(({ unit, year }) => `${unit.name}${year}年`)).toEqual(
      reports.map(({ unit, year }) => `${unit.name}${year}年`),
    )
    expect(read.map(figures)).toEqual(reports.map(figures))
  })

  test('are refused where the titles stand between the tables of one of them', async () => {
    const [first, second] = reports
    if (!first || !second) throw new Error('no reports')
    const text = textOf(first, style) + textOf(second, style, '年度报告')
    const cut = text.replace('三、收到', `${title(second)}\n三、收到`)
    const { reports: read, findings } = await intake('a.txt', cut, units)

    expect(read).toEqual([])
    expect(findings.map(({ code }) => code)).toEqual(['form-several'])
  })
})

describe('several reports in a page that sets its tables in blocks', () => {
  const pageOf = (report: Report, named = title(report)) =>
    textOf(report, 'htmlDivs', named).replaceAll(/<\/?(?:html|body)>/gu, '')
  const links = '<div><a href="#">汉阴县2019年政府信息公开工作年度报告</a></div>'

  test.each([
    ['one after the other', ''],
    ['with links to other reports before and behind', links],
  ])('are read each for itself, %s', async (_, beside) => {
    const page = reports.map((report) => pageOf(report)).join('\n')
    const { reports: read } = await intake('a.html', beside + page + beside, units)

    expect(read.map(({ unit, year }) => `${unit.name}${year}年`)).toEqual(
      reports.map(({ unit, year }) => `${unit.name}${year}年`),
    )
    expect(read.map(figures)).toEqual(reports.map(figures))
  })

  test('are refused where one of them has no title of its own', async () => {
    const [first, second] = reports
    if (!first || !second) throw new Error('no reports')
    const page = pageOf(first) + pageOf(second, '年度报告')
    const { reports: read, findings } = await intake('a.html', page, units)

    expect(read).toEqual([])
    expect(findings.map(({ code }) => code)).toEqual(['form-several'])
  })
})

test('a report with its title on every page is one', async () => {
  const [report] = reports
  if (!report) throw new Error('no reports')
  const header = '示例市2022年政府信息公开工作年度报告汇编'
  const text = textOf(report, 'tabs').replaceAll(/^([一三四五]、)/gmu, `${header}\n$1`)
  const { reports: read } = await intake('a.txt', text, units)

  expect(read.map(figures)).toEqual([figures(report)])
})

test('the reports of a PDF are told apart on the page that they share', async () => {
  const wanted = JSON.parse(
    readFileSync('fixtures/documents/two-reports.json', 'utf8'),
  ) as readonly { readonly unit: string; readonly values: Readonly<Record<string, number>> }[]
  const bytes = new Uint8Array(readFileSync('fixtures/documents/two-reports.pdf'))
  const { draft, reports: read } = await intake('two-reports.pdf', bytes)

  expect(
    read.map(({ cells }) =>
      Object.fromEntries(
        [...cells].map(([id, cell]) => [id, cell.kind === 'value' ? cell.value : cell.kind]),
      ),
    ),
  ).toEqual(wanted.map(({ values }) => values))
  expect(draft.openUnits.map(({ text }) => text.name)).toEqual(
    wanted.map(({ unit }) => `${unit}人民政府`),
  )
  const pages = draft.segments.map((segment) =>
    segment.columns.map((_, column) => placeAt(segment, column, 0)?.page ?? 0),
  )
  expect(Math.max(...(pages[0] ?? []))).toBe(Math.min(...(pages[1] ?? [])))
}, 30_000)

test('a table that goes on in the grid of the next page is one', () => {
  const zeros = Array.from({ length: 7 }, () => '0')
  const grids = [
    { name: '表格 1', page: 1, rows: [['一、本年新收政府信息公开申请数量', ...zeros]] },
    {
      name: '表格 2',
      page: 2,
      rows: [
        ['（一）予以公开', ...zeros],
        ['四、结转下年度继续办理', ...zeros],
      ],
    },
  ]

  expect(formParts({ file: 'a.pdf', kind: 'pdf', grids, prose: [], findings: [] }).kind).toBe('one')
})
