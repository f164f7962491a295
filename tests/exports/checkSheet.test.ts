import { describe, expect, test } from 'vitest'
import { findingsOf } from '@/analysis/checkFinding'
import { checkCube } from '@/analysis/checkStore'
import { foldBatches } from '@/data/fold'
import type { Cell, Report } from '@/domain/report'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { sheetColumns } from '@/domain/checkSheet'
import { checkSheet, sheetCsv, type SheetRow } from '@/exports/checkSheet'
import { correctionsLedger } from '@/exports/correctionsLedger'
import { readCheckSheet, type ReplyContext } from '@/exports/readCheckSheet'
import { toXlsx } from '@/exports/xlsxFile'
import type { SourceDocument } from '@/intake/document'
import { takeCheckSheets } from '@/intake/recognisers/checkSheet'
import { readSource } from '@/intake/readers/readSource'
import { batchOf } from '../foldReports'
import { realReports } from '../realReports'

const registry = createUnitRegistry([])
const batch = batchOf(realReports())
const store = checkCube(foldBatches([batch]), registry)
const hongze = 'cn:320813'
const key = { unit: hongze, year: 2023, scope: 'whole' } as const

function unitOf(id: string) {
  const unit = registry.byId(id)
  return { code: unit?.code ?? '', name: unit?.name ?? id }
}

const context: ReplyContext = {
  store,
  unitOf: (text) => {
    const match = registry.resolve(text)
    return match.kind === 'one' ? match.unit.id : null
  },
}

/** What the intake finds of a sheet that came back as these rows. */
function returned(rows: readonly SheetRow[]) {
  const grid = { name: '', rows }
  const document: SourceDocument = {
    file: 'a.csv',
    kind: 'csv',
    grids: [grid],
    prose: [],
    findings: [],
  }
  return takeCheckSheets(document)?.rows ?? []
}

const sheet = checkSheet(store, hongze, unitOf)
const columns = Object.keys(sheetColumns)

function at(row: SheetRow | undefined, column: keyof typeof sheetColumns): string {
  return row?.[columns.indexOf(column)] ?? ''
}

/** The sheet with answers, as the county would send it back: by the id of the row. */
function answered(
  answers: ReadonlyMap<string, readonly [value: string, text: string]>,
): SheetRow[] {
  return sheet.map((row) => {
    const [value, text] = answers.get(at(row, 'id')) ?? ['', '']
    return row.map((cell, column) => {
      if (columns[column] === 'replyValue') return cell === sheetColumns.replyValue ? cell : value
      if (columns[column] === 'replyText') return cell === sheetColumns.replyText ? cell : text
      return cell
    })
  })
}

describe('退回核对表', () => {
  test('has the failing checks, their figures first, and what would balance', () => {
    expect(sheet[0]).toEqual(Object.values(sheetColumns))
    const checks = sheet.filter((row) => at(row, 'kind') === '勾稽')
    expect(checks.map((row) => at(row, 'id'))).toEqual([
      'T4-SUM:review',
      'T4-SUM:litigation.afterReview',
    ])
    const total = sheet.find((row) => at(row, 'id') === 'review.total')
    expect([at(total, 'value'), at(total, 'advice'), at(total, 'replyValue')]).toEqual([
      '0',
      '11',
      '',
    ])
    expect(at(sheet[3], 'id')).toBe('review.upheld')
    expect(sheet.some((row) => at(row, 'id') === 'licensing.decisions')).toBe(true)
    expect(new Set(sheet.map((row) => row.length))).toEqual(new Set([columns.length]))
  })

  test('of a broken chain it has the figures of both years, and what may explain it', () => {
    const number = (value: number): Cell => ({ kind: 'value', value, approximate: false })
    const report = (year: number, carriedIn: number, carriedOut: number): Report => ({
      unit: { code: '320813', name: '' },
      ...{ year, scope: 'whole', edition: '2021' },
      cells: new Map([
        ['requests.carriedIn.total', number(carriedIn)],
        ['requests.carriedOut.total', number(carriedOut)],
      ]),
    })
    const chained = foldBatches([batchOf([report(2022, 0, 7), report(2023, 6, 0)])])
    const rows = checkSheet(checkCube(chained, registry), hongze, unitOf).slice(1)

    expect(rows.map((row) => [at(row, 'year'), at(row, 'id'), at(row, 'value')])).toEqual([
      ['2023', 'Y-CARRY:total', ''],
      ['2022', 'requests.carriedOut.total', '7'],
      ['2023', 'requests.carriedIn.total', '6'],
      ['2023', 'requests.carriedOut.total', '0'],
    ])
    expect(at(rows[0], 'note')).toContain('差 -1。可能的正当原因：单位合并或撤销')
    expect(at(rows[1], 'note')).toBe('涉及 2023 年的勾稽')
  })

  test('a unit with nothing 不平 has none', () => {
    expect(checkSheet(store, 'cn:610921', unitOf)).toHaveLength(1)
  })

  test('sent back unanswered it says nothing', () => {
    expect(returned(sheet)).toHaveLength(sheet.length - 1)
    expect(readCheckSheet(returned(sheet), context)).toEqual([])
  })

  test('answers are numbers for figures and words for checks, each with its place', () => {
    const rows = answered(
      new Map([
        ['review.total', ['11', '总计漏填'] as const],
        ['review.pending', ['', '确为 0'] as const],
        ['T4-SUM:litigation.afterReview', ['', '系口径不同'] as const],
      ]),
    )
    const answers = readCheckSheet(returned(rows), context)
    const rowOf = (id: string) => 1 + rows.findIndex((row) => at(row, 'id') === id)
    const [finding] = findingsOf(store, key).filter(
      ({ check }) => check === 'T4-SUM:litigation.afterReview',
    )

    expect(new Set(answers)).toEqual(
      new Set([
        {
          ...{ kind: 'figure', ...key, indicator: 'review.total', standing: 'open' },
          ...{ sheet: '', row: rowOf('review.total'), text: '总计漏填' },
          stated: { kind: 'value', value: 0, approximate: false },
          now: { kind: 'value', value: 0, approximate: false },
          value: { kind: 'value', value: 11, approximate: false },
        },
        {
          ...{ kind: 'finding', finding, disposition: 'otherScope', text: '系口径不同' },
          ...{ sheet: '', row: rowOf('T4-SUM:litigation.afterReview') },
        },
        {
          ...{ kind: 'remark', ...key, indicator: 'review.pending', text: '确为 0' },
          ...{ sheet: '', row: rowOf('review.pending') },
        },
      ]),
    )
  })

  test('a figure that changed since the sheet went out is a conflict, one that has the value is done', () => {
    const rows = answered(
      new Map([
        ['review.corrected', ['1', ''] as const],
        ['review.other', ['3', ''] as const],
      ]),
    ).map((row) =>
      at(row, 'id') === 'review.other'
        ? row.map((cell, column) => (columns[column] === 'value' ? '2' : cell))
        : row,
    )

    expect(readCheckSheet(returned(rows), context)).toMatchObject([
      { indicator: 'review.corrected', standing: 'done' },
      {
        indicator: 'review.other',
        standing: 'conflict',
        stated: { value: 2 },
        now: { value: 0 },
        value: { value: 3 },
      },
    ])
  })

  test('answers that cannot be taken say why', () => {
    const rows = [
      ...answered(
        new Map([
          ['review.upheld', ['十来件', ''] as const],
          ['T4-SUM:review', ['11', ''] as const],
        ]),
      ),
      ['数据', '320813', '洪泽区', '2023', '全县汇总', '合计', 'no.such', '', '', '', '5', ''],
      ['数据', '320813', '洪泽区', '2009', '', '', 'review.total', '', '', '', '5', ''],
      ['数据', '', '某某县', '2023', '', '', 'review.total', '', '', '', '5', ''],
      ['填表人：张某', '', '', '', '', '', '', '', '', '', '', ''],
    ]
    const answers = readCheckSheet(returned(rows), context)

    expect(answers.map((answer) => answer.kind === 'fault' && answer.fault)).toEqual([
      'value-at-check',
      'value-unreadable',
      'item-unknown',
      'report-unknown',
      'unit-unknown',
    ])
    expect(answers[2]).toMatchObject({ about: '洪泽区 2023 合计', text: '5', row: rows.length - 3 })
  })

  test('a check that passes by now has no answer left', () => {
    const fixed = realReports().map((report) =>
      report.unit.code === '320813'
        ? {
            ...report,
            cells: new Map([
              ...report.cells,
              ['review.total', { kind: 'value', value: 11, approximate: false }] as const,
            ]),
          }
        : report,
    )
    const later = checkCube(foldBatches([batchOf(fixed)]), registry)
    const rows = answered(new Map([['T4-SUM:review', ['', '确认'] as const]]))
    expect(readCheckSheet(returned(rows), { ...context, store: later })).toMatchObject([
      { kind: 'fault', fault: 'finding-gone', row: 2 },
    ])
  })

  test('is known by its headings wherever they stand, with columns moved and some deleted', () => {
    const kept = columns.map((_, column) => column).filter((column) => columns[column] !== 'advice')
    const moved = sheet.map((row) => kept.toReversed().map((column) => row[column] ?? ''))
    const rows = [['洪泽区核对情况'], [], ...moved]

    expect(returned(rows).map(({ texts }) => texts.id)).toEqual(
      sheet.slice(1).map((row) => at(row, 'id')),
    )
    expect(returned(rows)[0]?.row).toBe(4)
  })

  test('another table is no such sheet', () => {
    expect(returned([['单位', '年份', '编号']])).toEqual([])
  })

  test.each(['xlsx', 'csv'])('comes back from %s as it went', async (kind) => {
    const bytes =
      kind === 'csv'
        ? new TextEncoder().encode(sheetCsv(sheet))
        : await toXlsx([{ name: '洪泽区[2023]', rows: sheet }])
    const [document] = await readSource({ name: `核对表.${kind}`, path: `核对表.${kind}`, bytes })
    const [grid] = document?.grids ?? []
    const read = grid?.rows.map((row) => columns.map((_, column) => row[column] ?? ''))
    expect(read).toEqual(sheet)
  })
})

test('the ledger has every correction, undone ones too', () => {
  const correction = {
    ...key,
    indicator: 'review.total',
    expected: { kind: 'value', value: 0, approximate: false },
    value: { kind: 'value', value: 11, approximate: false },
    reason: '县局核对更正',
  } as const
  const corrected = {
    batch: { ...batch.batch, id: 2, kind: 'correction' as const, by: '李', active: false },
    segments: [],
    corrections: [correction],
  }
  const text = correctionsLedger([corrected, batch], {
    unitOf,
    sourceOf: (source) => `${source}.csv`,
  })
  const [heading, row, ...rest] = text.trim().split('\r\n')
  expect(heading).toMatch(/^\ufeff?批次,时间,操作人,状态/u)
  expect(row?.split(',').toSpliced(1, 1)).toEqual([
    ...['2', '李', '已撤销', '320813', '洪泽区', '2023', '全县汇总', '行政复议·总计'],
    ...['review.total', '0', '11', '县局核对更正', 'test.csv'],
  ])
  expect(rest).toEqual([])
})
