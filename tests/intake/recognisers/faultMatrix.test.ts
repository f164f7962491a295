import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCell } from '@/intake/parseCell'
import { intake, type ReadText } from '../intake'

/** The faults of an office's files that are a recogniser's business, by their number in the fault matrix. */
const count = { kind: 'count', unit: '件' } as const

async function read(lines: readonly string[]): Promise<ReadText> {
  return intake('a.csv', `${lines.join('\r\n')}\r\n`)
}

function codes({ findings }: ReadText): string[] {
  return findings.map(({ code, place }) => [code, place.row, place.column].join(' ').trim())
}

function cells({ reports }: ReadText): unknown[] {
  return reports.map(({ unit, cells: all }) => [
    unit.name,
    ...[...all.values()].map((cell) => (cell.kind === 'value' ? cell.value : cell.kind)),
  ])
}

test('12: a header of two rows is joined and said; a blank unit below another is not filled', async () => {
  const text = await read([
    '县区,年份,行政复议,',
    ',,结果维持,结果纠正',
    '汉阴县,2023,1,2',
    ',2022,3,4',
  ])

  expect(cells(text)).toEqual([['汉阴县', 1, 2]])
  expect(codes(text)).toEqual(['header-joined 1', 'unit-missing 4 1'])
})

test('13: totals, notes and 填报人 are named, kept out of the reports and not summed', async () => {
  const rows = ['汉阴县,2023,1', '小计,2023,1', '合计,2023,1', '注：试报,,', '填报人：王某,,']
  const text = await read(['县区,年份,行政强制·处理决定数量', ...rows])

  expect(cells(text)).toEqual([['汉阴县', 1]])
  expect(codes(text).filter((code) => code.startsWith('row-skipped'))).toHaveLength(4)
})

test('14: a stated total that is not the sum has a warning with both numbers', async () => {
  const rows = ['汉阴县,2023,1', '洪泽区,2023,2', '合计,2023,5']
  const { findings } = await read(['县区,年份,行政强制·处理决定数量', ...rows])
  const mismatch = findings.find(({ code }) => code === 'total-mismatch')

  expect(mismatch?.detail).toMatchObject({ stated: 5, sum: 3 })
})

test('15: full-width digits and thousands are one number, however they are written', () => {
  const wide = (text: string) =>
    text.replace(/[\d.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
  fc.assert(
    fc.property(fc.nat(), (number) => {
      const grouped = String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
      for (const text of [String(number), grouped, wide(String(number)), wide(grouped)]) {
        expect(parseCell(text, count).cell).toEqual({
          ...{ kind: 'value', value: number },
          approximate: false,
        })
      }
    }),
  )
  expect(parseCell('1 2', count).notes.map(({ code }) => code)).toEqual(['cell-ambiguous-number'])
})

test('16: a mark for nothing, an error and a blank are three states, and none is 0', () => {
  const kindOf = (text: string) => parseCell(text, count).cell.kind

  expect(['—', '/', '无', 'N/A'].map(kindOf)).toEqual(Array(4).fill('notApplicable'))
  expect(['#DIV/0!', '#N/A', '待核'].map(kindOf)).toEqual(Array(3).fill('unreadable'))
  expect(['', ' ', '　'].map(kindOf)).toEqual(Array(3).fill('blank'))
  expect(parseCell('0', count).cell).toMatchObject({ kind: 'value', value: 0 })
})

test('17: units of money from cell, header and line are converted, and it is recorded', async () => {
  const text = await read(['县区,年份,fees.amount', '汉阴县,2023,1.5亿元', '洪泽区,2023,20000元'])
  const stated = await read(['县区,年份,收费金额（元）', '汉阴县,2023,15000'])

  expect(cells(text)).toEqual([
    ['汉阴县', 15_000],
    ['洪泽区', 2],
  ])
  expect(codes(text)).toEqual(['cell-converted 2 3', 'cell-converted 3 3'])
  expect(cells(stated)).toEqual([['汉阴县', 1.5]])
  expect(codes(stated)).toContain('column-unit-stated 1 3')
})

test('18: a code keeps its zeros and apostrophe; what a spreadsheet made of it is no unit', async () => {
  const text = await read([
    '单位代码,年份,行政强制·处理决定数量',
    "'610921,2023,1",
    '6.10921E+17,2023,2',
  ])

  expect(text.reports.map(({ unit }) => unit.code)).toEqual(['610921', '6.10921E+17'])
  expect(codes(text)).toContain('unit-unknown 3 1')
})

test('19: what a spreadsheet made a date of is flagged and no number', () => {
  for (const text of ['1月2日', '2023-01-02', 'Mar-24', '1/2']) {
    const { cell, notes } = parseCell(text, count)

    expect([cell.kind, notes[0]?.code]).toEqual(['unreadable', 'cell-maybe-date'])
  }
})
