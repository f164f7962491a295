import { describe, expect, test } from 'vitest'
import { placeAt } from '@/data/traceCell'
import type { Cell } from '@/domain/report'
import { intake } from '../intake'

const report = {
  unit: { code: '610921', name: '汉阴县人民政府' },
  year: 2023,
  scope: 'whole',
  edition: '2021',
  values: { 'licensing.decisions': 18468, 'fees.amount': 1077.892534, 'coercion.decisions': null },
  states: { 'coercion.decisions': 'notApplicable' },
  marks: { 'prose.published.website': 'approximate' },
  prose: { 'prose.published.website': 5400 },
}

function value(number: number, approximate = false): Cell {
  return { kind: 'value', value: number, approximate }
}

function read(json: unknown) {
  return intake('a.json', JSON.stringify(json, null, 1))
}

async function saidOf(json: unknown) {
  const { findings } = await read(json)
  return findings.map(({ severity, code, detail }) =>
    [severity, code, detail?.problem ?? ''].join(' ').trim(),
  )
}

const cells = new Map([
  ['licensing.decisions', value(18468)],
  ['fees.amount', value(1077.892534)],
  ['coercion.decisions', { kind: 'notApplicable' }],
  ['prose.published.website', value(5400, true)],
])

describe('reports in JSON', () => {
  test.each([
    ['with an envelope', { format: 'xianjian-reports', version: 1, reports: [report] }],
    ['as a bare array', [report]],
    ['alone', report],
  ])('%s', async (_, json) => {
    const { draft, reports, findings } = await read(json)

    expect(findings).toEqual([])
    expect(draft.layout).toBe('json')
    expect(reports).toEqual([
      {
        unit: { code: '610921', name: '汉阴县' },
        ...{ year: 2023, scope: 'whole', edition: '2021', cells },
      },
    ])
  })

  test('have the line and column of every value', async () => {
    const { draft } = await intake(
      'a.json',
      '[{"unit": "汉阴县", "year": 2023,\n "values": {"coercion.decisions": 5}}]',
    )
    const segment = draft.segments[0]

    expect(segment && placeAt(segment, 0, 0)).toEqual({ source: draft.source, row: 2, column: 35 })
  })

  test('may have text for a number, read by the same parser, and Chinese labels for ids', async () => {
    const { reports, findings } = await read([
      {
        unit: '汉阴县',
        year: '2023年',
        values: { '行政许可·处理决定数量': '约1,200', 'fees.amount': '12元' },
      },
    ])

    expect(reports[0]?.cells).toEqual(
      new Map([
        ['licensing.decisions', value(1200, true)],
        ['fees.amount', value(0.0012)],
      ]),
    )
    expect(findings.map(({ code, raw }) => [code, raw])).toEqual([['cell-converted', '12元']])
  })

  test('keep the text of an unreadable cell', async () => {
    const { reports } = await read([
      {
        ...report,
        values: { 'licensing.decisions': null },
        states: { 'licensing.decisions': 'unreadable' },
        raw: { 'licensing.decisions': '12a' },
        prose: {},
        marks: {},
      },
    ])

    expect(reports[0]?.raw).toEqual(new Map([['licensing.decisions', '12a']]))
  })

  test('a flat record is a row of a table', async () => {
    const { draft, reports } = await read([
      { 单位名称: '汉阴县', 年份: 2023, 'coercion.decisions': 2 },
      { 单位名称: '石泉县', 年份: 2023, 'coercion.decisions': null },
    ])

    expect(draft.layout).toBe('wide')
    expect(reports.map(({ cells: found }) => found.get('coercion.decisions'))).toEqual([
      value(2),
      { kind: 'blank' },
    ])
  })
})

describe('what a report in JSON says wrongly', () => {
  test.each([
    [{ values: { 'coercion.decisions': true } }, ['error cell-unreadable']],
    [{ values: { 'coercion.decisions': [1] } }, ['error cell-unreadable']],
    [
      { values: { 'coercion.decisions': -1.5 } },
      ['warning cell-negative', 'warning cell-not-integer'],
    ],
    [{ values: { nonsense: 1 } }, ['warning indicator-unknown']],
    [
      { values: { 'coercion.decisions': 1 }, states: { 'coercion.decisions': 'blank' } },
      ['warning report-invalid state-beside-number'],
    ],
    [
      { values: {}, states: { 'coercion.decisions': 'gone' } },
      ['warning report-invalid state-unknown'],
    ],
    [
      { values: { 'coercion.decisions': 1 }, marks: { 'coercion.decisions': 'nice' } },
      ['warning report-invalid mark-unknown'],
    ],
    [
      { values: { 'coercion.decisions': 1, '行政强制·处理决定数量': 2 } },
      ['warning report-invalid figure-twice'],
    ],
    [{ values: {}, year: '20x3' }, ['error year-invalid']],
    [{ values: {}, unit: {} }, ['error unit-missing']],
    [{ values: {}, scope: 'half' }, ['error scope-unknown']],
  ])('%j', async (fault, said) => {
    expect(await saidOf([{ unit: '汉阴县', year: 2023, ...fault }])).toEqual(said)
  })

  test('a number beyond what a machine holds is unreadable', async () => {
    const { reports, findings } = await intake(
      'a.json',
      '[{"unit":"汉阴县","year":2023,"values":{"coercion.decisions":1e400,"licensing.decisions":110101000000000001}}]',
    )

    expect([...(reports[0]?.cells.values() ?? [])].map(({ kind }) => kind)).toEqual([
      'unreadable',
      'unreadable',
    ])
    expect(findings.filter(({ code }) => code === 'cell-unreadable')).toHaveLength(2)
  })

  test('the same report twice: the first stands', async () => {
    const { reports, findings } = await read([
      report,
      { ...report, values: { 'coercion.decisions': 9 } },
    ])

    expect(reports.map(({ cells: found }) => found)).toEqual([cells])
    expect(findings.map(({ code }) => code)).toEqual(['report-duplicate'])
  })

  test('a key __proto__ is a key like any other', async () => {
    const { findings } = await intake(
      'a.json',
      '[{"unit":"汉阴县","year":2023,"values":{"__proto__":1,"coercion.decisions":2}}]',
    )

    expect(findings.map(({ code, raw }) => [code, raw])).toEqual([
      ['indicator-unknown', '__proto__'],
    ])
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
