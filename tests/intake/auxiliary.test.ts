import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeAt, rawAt } from '@/data/traceCell'
import type { Report } from '@/domain/report'
import type { Unit } from '@/domain/unit'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { jsonLines, toLongCsv, toWideCsv } from '@/exports/canonical'
import type { FileDraft } from '@/intake/draft'
import { draftReports } from '@/intake/draftReports'
import { intakeFiles } from '@/intake/intakeFile'

const counties: readonly Unit[] = ['甲县', '乙县', '丙县'].map((name, index) => ({
  id: `own-${index}`,
  code: `99010${index + 1}`,
  name,
  kind: 'county',
  parent: null,
  formerCodes: [],
  formerNames: [],
}))

async function read(text: string, name = '表.csv'): Promise<FileDraft> {
  const drafts: FileDraft[] = []
  await intakeFiles([new File([text], name)], { ownUnits: counties, within: null }, (draft) => {
    drafts.push(draft)
    return Promise.resolve()
  })
  const [draft] = drafts
  if (draft === undefined) throw new Error('no draft')
  return draft
}

function reportsOf(draft: FileDraft): Report[] {
  return draftReports(draft, createUnitRegistry(counties))
}

function told(draft: FileDraft): string[] {
  return reportsOf(draft).map(
    ({ unit, year, scope, cells }) =>
      `${unit.name} ${year} ${scope} ${[...cells]
        .map(([id, cell]) => `${id}=${cell.kind === 'value' ? cell.value : cell.kind}`)
        .join(' ')}`,
  )
}

const codes = (draft: FileDraft) => draft.findings.map(({ code }) => code)

test('a table of nothing but populations makes no report and asks nothing', async () => {
  const draft = await read('单位,年份,常住人口,户籍人口\n甲县,2023,253100,270000\n乙县,2023,,/\n')

  expect(draft).toMatchObject({ layout: 'wide', rows: 2, reports: 0, auxiliary: 2, editions: [] })
  expect(told(draft)).toEqual([
    '甲县 2023 auxiliary auxiliary.常住人口=253100 auxiliary.户籍人口=270000',
    '乙县 2023 auxiliary auxiliary.常住人口=blank auxiliary.户籍人口=notApplicable',
  ])
  expect(draft.findings).toEqual([])
})

test('populations beside figures are parted from the reports, with their places', async () => {
  const draft = await read(
    'unit_name,year,edition,requests.new.total,常住人口（万人）,编制数\n甲县,2023,2021,30,25.31,12\n',
  )

  expect(draft).toMatchObject({ reports: 1, auxiliary: 1, editions: ['2021'] })
  expect(told(draft)).toEqual([
    '甲县 2023 whole requests.new.total=30',
    '甲县 2023 auxiliary auxiliary.常住人口=253100 auxiliary.编制=12',
  ])
  expect(codes(draft)).toEqual(['column-unit-stated'])
  const beside = draft.segments[1]
  expect(beside && placeAt(beside, 0, 0)).toMatchObject({ row: 2, column: 5 })
  expect(beside && rawAt(beside, 0, 0)).toBe('25.31')
})

test('a scale behind a number is taken with a record and is no 约', async () => {
  const draft = await read('单位,年份,常住人口\n甲县,2023,25.31万\n')

  expect(told(draft)).toEqual(['甲县 2023 auxiliary auxiliary.常住人口=253100'])
  expect(reportsOf(draft)[0]?.cells.get('auxiliary.常住人口')).toMatchObject({ approximate: false })
  expect(codes(draft)).toEqual(['cell-converted'])
})

test('long tables, tables of counties by years and JSON have them too', async () => {
  const long = '单位,年份,指标,数值\n甲县,2023,本年新收·总计,30\n甲县,2023,户籍人口,270000\n'
  expect(told(await read(long))).toEqual([
    '甲县 2023 whole requests.new.total=30',
    '甲县 2023 auxiliary auxiliary.户籍人口=270000',
  ])
  const json = JSON.stringify([
    {
      unit: { name: '甲县' },
      year: 2023,
      values: { 'requests.new.total': 30, 'auxiliary.常住人口': 253100 },
    },
  ])
  expect(told(await read(json, '表.json'))).toEqual([
    '甲县 2023 whole requests.new.total=30',
    '甲县 2023 auxiliary auxiliary.常住人口=253100',
  ])
})

test('of two differing populations of a county and year the first stands, and it is said', async () => {
  const draft = await read(
    'unit_name,year,scope,requests.new.total,常住人口\n甲县,2023,whole,30,253100\n甲县,2023,office,3,253200\n',
  )

  expect(draft).toMatchObject({ reports: 2 })
  expect(told(draft).at(-1)).toBe('甲县 2023 auxiliary auxiliary.常住人口=253100')
  expect(draft.findings).toMatchObject([
    { code: 'figure-duplicate', place: { row: 3, column: 5 }, detail: { firstRow: 2 } },
  ])
})

test('a figure of the form in a row of auxiliary figures is refused by name', async () => {
  const draft = await read(
    'unit_name,year,口径,requests.new.total,常住人口\n甲县,2023,辅助数据,30,253100\n',
  )

  expect(told(draft)).toEqual(['甲县 2023 auxiliary auxiliary.常住人口=253100'])
  expect(draft.findings).toMatchObject([
    { code: 'figure-in-auxiliary', indicators: ['requests.new.total'] },
  ])
})

const cell = fc.oneof(
  fc.nat(2_000_000).map((value) => ({ kind: 'value', value, approximate: false }) as const),
  fc.constantFrom({ kind: 'blank' } as const, { kind: 'notApplicable' } as const),
)
const figures = (ids: readonly string[]) =>
  fc
    .uniqueArray(fc.constantFrom(...ids), { minLength: 1 })
    .chain((some) =>
      fc
        .tuple(...some.map((id) => cell.map((found) => [id, found] as const)))
        .map((all) => new Map(all)),
    )

const scoped = fc.oneof(
  fc.record({
    scope: fc.constantFrom('whole' as const, 'office' as const),
    edition: fc.constant('2021' as const),
    cells: figures(['requests.new.total', 'requests.processed.total', 'custom.热线']),
  }),
  fc.record({
    scope: fc.constant('auxiliary' as const),
    edition: fc.constant('unknown' as const),
    cells: figures(['auxiliary.常住人口', 'auxiliary.编制', 'auxiliary.耕地(亩)']),
  }),
)

test('read(convert(x)) = x with auxiliary figures, in every form', async () => {
  const reports = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(...counties), fc.constantFrom(2022, 2023), scoped)
      .map(([{ code, name }, year, rest]): Report => ({
        unit: { code: code ?? '', name },
        year,
        ...rest,
      })),
    { minLength: 1, selector: ({ unit, year, scope }) => `${unit.code} ${year} ${scope}` },
  )
  const sorted = (all: readonly Report[]) =>
    all
      .map(({ unit, year, scope, edition, cells }) =>
        JSON.stringify([unit.code, year, scope, edition, [...cells].toSorted()]),
      )
      .toSorted()
  await fc.assert(
    fc.asyncProperty(reports, async (given) => {
      const forms = [
        [toWideCsv(given), '表.csv'],
        [toWideCsv(given, 'both'), '表.csv'],
        [toLongCsv(given), '表.csv'],
        [[...jsonLines(given)].join(''), '表.json'],
      ] as const
      for (const [text, name] of forms) {
        const draft = await read(text, name)
        expect(sorted(reportsOf(draft))).toEqual(sorted(given))
        expect(draft.reports).toBe(given.filter(isReport).length)
      }
    }),
    { numRuns: 25 },
  )
})

/** Figures of one's own alone are no report. */
function isReport({ scope, cells }: Report): boolean {
  return scope !== 'auxiliary' && [...cells.keys()].some((id) => !id.startsWith('custom.'))
}
