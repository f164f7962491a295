import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { placeAt, rawAt } from '@/data/traceCell'
import { intake } from '../../intake'

interface Expected {
  readonly unit: string
  readonly year: number
  readonly edition: string
  readonly values: Readonly<Record<string, number>>
}

const folder = 'fixtures/documents'
const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as Readonly<
  Record<string, Expected>
>

function fileOf(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(`${folder}/${name}`))
}

describe.each(Object.entries(expected))('the published report %s', (name, wanted) => {
  test('gives back every figure of tables and text, with nothing to ask but whose it is and what an amount is in', async () => {
    const { draft, reports, findings } = await intake(name, fileOf(name))
    const [report] = reports
    const read = [...(report?.cells ?? [])].map(([id, cell]) => [
      id,
      cell.kind === 'value' ? cell.value : cell.kind,
    ])

    expect(draft.layout).toBe('form')
    // Its 采购总金额 does not say whether it is in 元.
    const ofAmount = wanted.edition === '2019' ? ['cell-unit-assumed'] : []
    expect(findings.map(({ code }) => code)).toEqual(['unit-unknown', ...ofAmount])
    expect(draft.openUnits.map(({ text }) => text.name)).toEqual([`${wanted.unit}人民政府`])
    expect([report?.year, report?.edition]).toEqual([wanted.year, wanted.edition])
    expect(Object.fromEntries(read)).toEqual(wanted.values)
  }, 30_000)

  test('knows where every figure stands', async () => {
    const { draft } = await intake(name, fileOf(name))
    const [segment] = draft.segments
    if (!segment) throw new Error('no segment')
    const unplaced = segment.columns.filter((_, column) => placeAt(segment, column, 0) === null)

    expect(unplaced).toEqual([])
  }, 30_000)
})

test('a figure leads to its page, table, row and column, one of the text to its sentence', async () => {
  const { draft } = await intake('old-form.pdf', fileOf('old-form.pdf'))
  const [segment] = draft.segments
  if (!segment) throw new Error('no segment')
  const at = (indicator: string) => {
    const column = segment.columns.findIndex((each) => each.indicator === indicator)
    return { raw: rawAt(segment, column, 0), ...placeAt(segment, column, 0), source: '' }
  }

  expect(at('requests.carriedOut.total')).toMatchObject({ table: '表格 4', page: 3, column: 10 })
  expect(at('prose.requests.received')).toMatchObject({
    raw: expect.stringContaining('收到政府信息公开申请98件') as string,
    table: '正文',
    page: 1,
  })
})
