import { describe, expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Cell, Report } from '@/domain/report'
import type { Edition } from '@/domain/indicator'
import type { Grid } from '@/intake/document'
import { readHtml } from '@/intake/readers/html/readHtml'
import { readText } from '@/intake/readers/text/readText'
import { readForm, type FormReading } from '@/intake/recognisers/form/readForm'
import { readDocx } from '@/intake/readers/docx/readDocx'
import { drawFrom } from '../../../documents/damage'
import { printForm, type PrintedTable } from '../../../documents/formTables'
import {
  houseStyles,
  pieces,
  renderDocument,
  type HouseStyle,
} from '../../../documents/houseStyles'
import { renderDocx } from '../../../documents/renderDocx'

const { reports } = generateSample({ counties: 3, years: [2019, 2024] }, 42)

function gridsOf(text: string, style: HouseStyle): readonly Grid[] {
  return style.startsWith('html') ? readHtml(text, 'a.html').grids : readText(text, 'a.txt').grids
}

function readBack(report: Report, style: HouseStyle): FormReading {
  if (report.edition === 'unknown') throw new Error('a sample report has an edition')
  const text = renderDocument(printForm(report, report.edition), style, '示例县年报')
  const form = readForm(gridsOf(text, style))
  if (!form) throw new Error(`no form found in ${style}`)
  return form
}

function tableCells(report: Report): Map<string, Cell> {
  return new Map([...report.cells].filter(([id]) => !id.startsWith('prose.')))
}

function cellsRead(form: FormReading): Map<string, Cell> {
  return new Map([...form.figures].map(([id, { cell }]) => [id, cell]))
}

describe.each(houseStyles)('a report published as %s', (style) => {
  test('gives back every figure of both editions and nothing else', () => {
    for (const report of reports) {
      const form = readBack(report, style)
      expect(form.edition).toBe(report.edition)
      expect(sorted(cellsRead(form))).toEqual(sorted(tableCells(report)))
      const said = form.notes.filter(({ code }) => !writing.has(code))
      expect(said.filter(({ code }) => !isParted(style, code))).toEqual([])
    }
  })
})

/** Notes on how a number is written; its value is no question. */
const writing = new Set(['cell-thousands', 'cell-unit-suffix', 'cell-converted', 'cell-remark'])

/** Where labels and figures stand apart, every row that was put together is said. */
function isParted(style: HouseStyle, code: string): boolean {
  return style === 'orphans' && code === 'form-row-by-order'
}

function sorted(cells: ReadonlyMap<string, Cell>): [string, Cell][] {
  return [...cells].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function withCells(report: Report, changes: readonly (readonly [string, Cell])[]): Report {
  return { ...report, cells: new Map([...report.cells, ...changes]) }
}

const report2021 = reports.find(({ edition }) => edition === '2021')
if (!report2021) throw new Error('no report of the 2021 edition')

test('a single row of other outcomes in a 2021 table is one figure, its parts are absent', () => {
  const cells = new Map([...report2021.cells].filter(([id]) => !id.startsWith('requests.other.')))
  for (const column of ['naturalPerson', 'company', 'research', 'publicWelfare']) {
    cells.set(`requests.other.all.${column}`, { kind: 'value', value: 0, approximate: false })
  }
  for (const column of ['legalService', 'otherOrganisation', 'total']) {
    cells.set(`requests.other.all.${column}`, { kind: 'value', value: 0, approximate: false })
  }
  const form = readBack({ ...report2021, cells }, 'html')

  expect(form.edition satisfies Edition | 'unknown').toBe('2021')
  expect(form.figures.get('requests.other.all.total')?.cell).toEqual({
    kind: 'value',
    value: 0,
    approximate: false,
  })
  expect(form.figures.has('requests.other.rest.total')).toBe(false)
})

test('a sum that fails as published is reported and not repaired', () => {
  const zero: Cell = { kind: 'value', value: 0, approximate: false }
  const ten: Cell = { kind: 'value', value: 10, approximate: false }
  const form = readBack(
    withCells(report2021, [
      ['review.upheld', ten],
      ['review.corrected', zero],
      ['review.other', zero],
      ['review.pending', zero],
      ['review.total', zero],
    ]),
    'html',
  )

  expect(form.figures.get('review.total')?.cell).toEqual(zero)
  expect(form.notes.map(({ code, detail }) => [code, detail])).toEqual([
    ['form-sum-fails', { rule: 'T4-SUM', label: '行政复议', left: 10, right: 0 }],
  ])
})

test('a row that lost a cell is not aligned by guess', () => {
  const text = renderDocument(printForm(report2021, '2021'), 'tabs', '示例县年报')
  const damaged = text.replace(/(（一）予以公开\t[^\d]*)\d+\t/, '$1')
  const form = readForm(gridsOf(damaged, 'tabs'))

  expect(form?.figures.get('requests.granted.total')?.cell).toEqual({ kind: 'unreadable' })
  expect(form?.notes.map(({ code }) => code)).toContain('form-row-width')
})

test('a row that stands elsewhere is not read as the row whose place it takes', () => {
  const lines = renderDocument(printForm(report2021, '2021'), 'tabs', '示例县年报').split('\n')
  const at = lines.findIndex((line) => line.startsWith('一、本年新收'))
  const swapped = lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? '')
  const form = readForm(gridsOf(swapped.join('\n'), 'tabs'))
  const rows = ['requests.new.total', 'requests.carriedIn.total'] as const

  expect(form?.notes.map(({ code }) => code)).toContain('form-line-stray')
  for (const id of rows) {
    const cell = form?.figures.get(id)?.cell
    if (cell?.kind === 'value') expect(cell).toEqual(report2021.cells.get(id))
  }
})

describe('table 三 without any label', () => {
  const bare = (change: (rows: string[]) => readonly string[]) => {
    const printed = printForm(report2021, '2021')
    const rows = printed.three
      .map((row) => row.slice(-7).map(({ text }) => text))
      .filter((texts) => texts.length === 7 && texts.every((text) => /^\d+$/.test(text)))
      .map((texts) => texts.join('\t'))
    const [before = '', after = ''] = renderDocument(
      { ...printed, three: [[{ text: '＊', rows: 1, columns: 1 }]] },
      'tabs',
      '示例县年报',
    ).split('＊')
    return readForm(gridsOf(before + change(rows).join('\n') + after, 'tabs'))
  }

  test('is read by order where all its rows are there and every sum holds, and each row says so', () => {
    const form = bare((rows) => rows)
    const codes = form?.notes.map(({ code }) => code) ?? []

    expect(form === null ? [] : sorted(cellsRead(form))).toEqual(sorted(tableCells(report2021)))
    expect(codes).toEqual(Array.from({ length: 25 }, () => 'form-row-by-order'))
  })

  test.each([
    ['a row is missing', (rows: string[]) => rows.slice(1)],
    ['a sum fails', ([first = '', ...rest]: string[]) => [first.replace(/\d+$/, '9999'), ...rest]],
    [
      'two rows changed places',
      (rows: string[]) => [...rows.slice(0, -2), ...rows.slice(-2).reverse()],
    ],
  ])('is not read where %s', (_, change) => {
    expect(bare(change)?.tables).toEqual(['2', '4'])
  })
})

test('a document without the tables is no form', () => {
  expect(readForm(readText('部门预算公开\n收入\t100\n支出\t100', 'a.txt').grids)).toBeNull()
})

test('labels that wrap around their figures are put together again', () => {
  const printed = renderDocument(printForm(report2021, '2021'), 'tabs', '示例县年报')
  const wrapped = printed.split('\n').flatMap((line) => {
    const [, label, values] =
      /^\t*(?:[^\t]*\t)*?((?:（二）|1\.申请人|2\.没有)[^\t]*)\t+([\d\t]+)$/.exec(line) ?? []
    if (label === undefined || values === undefined) return [line]
    const third = Math.floor(label.length / 3)
    const [head, middle, tail] = [
      label.slice(0, third),
      label.slice(third, -third),
      label.slice(-third),
    ]
    return label.startsWith('2')
      ? [head + middle, `\t${values}`, tail]
      : [head, `${middle}\t${values}`, tail]
  })
  const form = readForm(readText(wrapped.join('\n'), 'a').grids)
  if (!form) throw new Error('no form')

  expect(wrapped.length).toBe(printed.split('\n').length + 6)
  expect(sorted(cellsRead(form))).toEqual(sorted(tableCells(report2021)))
  expect(form.notes).toEqual([])
})

test('labels that wrap are put together also where the heading of their group wraps between', () => {
  const printed = renderDocument(printForm(report2021, '2021'), 'tabs', '示例县年报')
  const pieces = [
    '2.申请人逾期未按收费通知要求缴',
    '纳费用、行政机关不再处理其政',
    '府信息公开申请',
  ]
  const wrapped = printed.split('\n').flatMap((line) => {
    const values = /2\.申请人逾期[^\t]*\t+([\d\t]+)$/.exec(line)?.[1]
    const unheld = /1\.本机关不掌握[^\t]*\t+([\d\t]+)$/.exec(line)?.[1]
    if (values !== undefined)
      return [pieces[0] ?? '', '他处理', `${pieces[1] ?? ''}\t${values}`, pieces[2] ?? '']
    if (unheld === undefined) return [line]
    return ['1.本机关不掌握相关政府', `三、本年度\t${unheld}`, '信息']
  })
  const form = readForm(readText(wrapped.join('\n'), 'a').grids)
  if (!form) throw new Error('no form')

  expect(wrapped.length).toBe(printed.split('\n').length + 5)
  expect(sorted(cellsRead(form))).toEqual(sorted(tableCells(report2021)))
  expect(form.notes).toEqual([])
})

describe('cells left blank or marked as not applicable', () => {
  const draw = drawFrom(11)
  const spoilt = withCells(
    report2021,
    [...report2021.cells]
      .filter(([id]) => !id.startsWith('prose.') && draw(12) === 0)
      .map(([id]) => [id, { kind: draw(2) === 0 ? 'blank' : 'notApplicable' }] as const),
  )

  test.each(['html', 'htmlWord'] as const)('are read as that, cell by cell, from %s', (style) => {
    const form = readBack(spoilt, style)

    expect(sorted(cellsRead(form))).toEqual(sorted(tableCells(spoilt)))
  })

  test.each(['-', '—', '--', '无', '不适用', 'N/A', '／'])('or marked with %s', (mark) => {
    const text = renderDocument(printForm(spoilt, '2021'), 'html', '示例县年报')
    const form = readForm(gridsOf(text.replaceAll('>/<', `>${mark}<`), 'html'))

    expect(text).toContain('>/<')
    expect(form === null ? [] : sorted(cellsRead(form))).toEqual(sorted(tableCells(spoilt)))
  })

  test('are so from Word, also where a table goes on in another', async () => {
    const printed = printForm(spoilt, '2021')
    const [head, rest] = [printed.three.slice(0, 20), printed.three.slice(20)]
    const all = pieces({ ...printed, three: head }, '示例县年报')
    const at = all.indexOf(head)
    const { grids } = await readDocx(
      await renderDocx(all.toSpliced(at + 1, 0, '续表', filledOut(rest))),
      'a.docx',
    )
    const form = readForm(grids)
    if (!form) throw new Error('no form')

    expect(sorted(cellsRead(form))).toEqual(sorted(tableCells(spoilt)))
  })
})

/** Rows of a table that goes on: the cells of spans that began before it are there, and empty. */
function filledOut(rows: PrintedTable): PrintedTable {
  const widthOf = (row: PrintedTable[number]) => row.reduce((sum, { columns }) => sum + columns, 0)
  return rows.map((row) => {
    const missing = Array.from({ length: 10 - widthOf(row) }, () => ({
      text: '',
      rows: 1,
      columns: 1,
    }))
    return [...missing, ...row.map((cell) => ({ ...cell, rows: 1 }))]
  })
}

describe('an amount', () => {
  const written = renderDocument(printForm(report2021, '2021'), 'html', '示例县年报')
  const amount = report2021.cells.get('fees.amount')
  const value = amount?.kind === 'value' ? amount.value : 0
  const read = (text: string) => {
    const form = readForm(gridsOf(text, 'html'))
    const notes = form?.notes.filter(({ indicators }) => indicators.includes('fees.amount')) ?? []
    return [form?.figures.get('fees.amount')?.cell, notes.map(({ code }) => code)]
  }
  const is = (...codes: string[]) => [{ kind: 'value', value, approximate: false }, codes]
  const yuan = String(Number(`${value}e4`))

  test('is read in the unit that stands nearest to it, and a conversion is told', () => {
    const inYuan = written.replace(`>${value}<`, `>${yuan}<`)
    const unsaid = inYuan.replace('（单位：万元）', '')

    expect(read(written)).toEqual(is())
    expect(read(inYuan.replace('单位：万元', '单位：元'))).toEqual(is('cell-converted'))
    expect(read(unsaid.replace('<table', '<p>单位：件、元</p><table'))).toEqual(
      is('cell-converted'),
    )
    expect(read(unsaid.replace('行政事业性收费', '行政事业性收费（元）'))).toEqual(
      is('cell-converted'),
    )
    expect(read(written.replace(`>${value}<`, `>${yuan}元<`))).toEqual(is('cell-converted'))
    expect(
      read(written.replace('单位：万元', '单位：元').replace(`>${value}<`, `>${value}万元<`)),
    ).toEqual(is())
  })

  test('of the 2019 edition that says no unit anywhere is read as the form has it, and doubted', () => {
    const report = reports.find(({ edition }) => edition === '2019')
    if (!report) throw new Error('a report of the 2019 edition')
    const text = renderDocument(printForm(report, '2019'), 'html', '示例县年报')
    const codes = (page: string) => readForm(gridsOf(page, 'html'))?.notes.map(({ code }) => code)

    expect(codes(text)).toEqual([])
    expect(codes(text.replace('（单位：万元）', ''))).toEqual(['cell-unit-assumed'])
  })
})
