import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellAt } from '@/data/column'
import { toWideCsv } from '@/exports/canonical'
import { packSegment } from '@/data/packSegment'
import { generateSample, sampleUnits } from '@/data/sample'
import type { Segment } from '@/data/segment'
import { rawAt } from '@/data/traceCell'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { countCells } from '@/intake/cellCounts'
import { GivenBytes } from '@/intake/givenBytes'
import { FindingList } from '@/intake/readers/findings'
import { readSource } from '@/intake/readers/readSource'
import { recogniseFile } from '@/intake/recognisers/recogniseFile'
import { scanPart } from '@/intake/scanner/scanPart'
import type { ScannedPart } from '@/intake/scanner/scannedPart'
import { scanWideCsv } from '@/intake/scanner/scanWideCsv'

const registry = createUnitRegistry([])
/** That knows the units of a sample, too. */
const sampleRegistry = createUnitRegistry(sampleUnits(40))

/** What the scanner makes of a text, read in slices of so many bytes; null: left to the reader. */
async function scanned(text: string, slice: number, units = registry) {
  const options = { name: 'a.csv', registry: units, within: null, slice }
  const scan = await scanWideCsv(new GivenBytes(new Blob([text])), options)
  return scan && { ...scan, findings: scan.findings.list() }
}

/** The same, read part by part, with the last one scanned apart, and whether that part was of use. */
async function scannedByTwo(text: string, slice: number, units = registry) {
  const file = new GivenBytes(new Blob([text]), 0)
  const options = { name: 'a.csv', registry: units, within: null, slice }
  const parts: (ScannedPart | null)[] = []
  const scan = await scanWideCsv(file, {
    ...options,
    shared: 0,
    helper: async (from, progress) => {
      const part = await scanPart(file, from, { ...options, progress })
      parts.push(part)
      return part
    },
  })
  return {
    scan: scan && { ...scan, findings: scan.findings.list() },
    isShared: parts.some((part) => part !== null && part.reports > 0),
  }
}

/** Every report of the segments, wherever one ends. */
function reportsOf(segments: readonly Segment[]) {
  return segments.flatMap((segment) =>
    Array.from({ length: segment.rows }, (_, row) => ({
      unit: segment.units[segment.unit[row] as number],
      head: [segment.year[row], segment.scope[row], segment.edition[row], segment.origin.row[row]],
      cells: segment.columns.map(({ indicator }, column) => {
        return [indicator, cellAt(segment, column, row), rawAt(segment, column, row)]
      }),
    })),
  )
}

/** What the tolerant way makes of it. */
async function read(text: string) {
  const bytes = new TextEncoder().encode(text)
  const documents = await readSource({ name: 'a.csv', path: 'a.csv', bytes })
  const findings = new FindingList()
  findings.addAll(documents.flatMap((document) => document.findings))
  const context = { registry, within: null, source: '', findings }
  const { layout, returned, ...recognised } = recogniseFile(documents, context)
  expect(layout).toBe('wide')
  expect(returned).toEqual([])
  const segments = recognised.segments.map((segment) => ({ ...segment, sources: [] }))
  return { ...recognised, segments, findings: findings.list(), cells: countCells(segments) }
}

/** It is made as it is stored, and need not be copied. */
function expectInPlace(segment: Segment) {
  expect(packSegment(segment).buffer).toBe(segment.unit.buffer)
}

const figure = fc.oneof(
  { weight: 6, arbitrary: fc.nat(70_000).map(String) },
  { weight: 2, arbitrary: fc.nat(10 ** 9).map((digits) => String(digits / 10 ** 6)) },
  fc.constantFrom(
    '',
    '',
    '/',
    '—',
    '未列',
    '约300',
    '1 2',
    '12a',
    '007',
    '12.50',
    '0.0000001',
    '-3',
  ),
  fc.constantFrom(
    '1077.89元',
    '1，234',
    '22（其中修订16件）',
    '5.',
    '.5',
    ' 7 ',
    '１２',
    "'5",
    '1e5',
  ),
  fc.constantFrom('1234567890123456', '99999999999999999999', '4294967295', '253', '65533', '0.5'),
)
const unit = fc.constantFrom(
  ...['610921,汉阴县', ',汉阴县', '320813,淮安市洪泽区人民政府', '990001,示例县', ',鼓楼区'],
  ...['610928,旬阳县', '610921,洪泽区', ',小计', ',', ',注：数据来源'],
)
const year = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 2005, max: 2030 }).map(String) },
  fc.constantFrom('2023年', '20x3', '', '1066', '２０２３'),
)
const scope = fc.constantFrom('', '', '', 'whole', 'office', '部分')
const edition = fc.constantFrom('2019', '2021', '2021', '2021年版', '未知', '', '新版')
const columns = [
  'unit_code,unit_name,year,scope,edition',
  'regulations.issued,normativeDocuments.inForce,licensing.decisions,领导评价',
  'fees.amount,fees.itemsChange,行政强制·处理决定数量,procurement.amount（元）',
  'prose.corrections.onTimeRate,custom.人口（万人）,requests.other.all.total',
].join(',')
const row = fc
  .tuple(unit, year, scope, edition, fc.array(figure, { minLength: 11, maxLength: 11 }))
  .map(([name, when, what, form, figures]) => [name, when, what, form, ...figures].join(','))
const lineEnd = fc.constantFrom('\n', '\r\n')
const lines = fc.array(fc.oneof({ weight: 15, arbitrary: row }, fc.constantFrom('', columns)), {
  minLength: 1,
  maxLength: 60,
})

test('a clean table gives the same whether scanned, at any slice, or read the tolerant way', async () => {
  await fc.assert(
    fc.asyncProperty(
      lines,
      lineEnd,
      fc.constantFrom('', '\ufeff'),
      fc.boolean(),
      fc.integer({ min: 1, max: 3000 }),
      async (rows, end, mark, isEnded, slice) => {
        const text = mark + [columns, ...rows].join(end) + (isEnded ? end : '')
        const scan = await scanned(text, slice)

        const expected = await read(text)
        expect(scan).toEqual(expected.rows === 0 ? null : expected)
        for (const segment of scan?.segments ?? []) expectInPlace(segment)
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)

test('several segments of fictional reports come out the same', async () => {
  const { reports } = generateSample({ counties: 115, years: [2008, 2025] }, 7)
  const text = toWideCsv(reports)
  const scan = await scanned(text, 2 ** 16)

  expect(scan?.segments.map(({ rows }) => rows)).toEqual([2048, 22])
  const { segments } = await read(text)
  const packed = scan?.segments.map(packSegment)
  expect(packed).toEqual(segments.map(packSegment))
  for (const segment of scan?.segments ?? []) expectInPlace(segment)
}, 30_000)

test('it gives the same when its last part is scanned apart', async () => {
  await fc.assert(
    fc.asyncProperty(
      lines,
      lineEnd,
      fc.boolean(),
      fc.integer({ min: 1, max: 3000 }),
      async (rows, end, isEnded, slice) => {
        const text = [columns, ...rows].join(end) + (isEnded ? end : '')
        const { scan } = await scannedByTwo(text, slice)

        const whole = await scanned(text, slice)
        if (whole === null || scan === null) {
          expect(scan).toBe(whole)
          return
        }
        const { segments, ...rest } = scan
        const { segments: expected, ...same } = whole
        expect(rest).toEqual(same)
        expect(reportsOf(segments)).toEqual(reportsOf(expected))
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)

test.each(['\n', '\r\n'])(
  'a part that nothing is said of is taken as it was scanned (%j)',
  async (end) => {
    const { reports } = generateSample({ counties: 40, years: [2008, 2025] }, 7)
    const text = toWideCsv(reports).replaceAll(/\r?\n/g, end)
    const { scan, isShared } = await scannedByTwo(text, 2 ** 16, sampleRegistry)

    expect(isShared).toBe(true)
    expect(scan?.segments).toHaveLength(2)
    const whole = await scanned(text, 2 ** 16, sampleRegistry)
    expect(scan?.cells).toEqual(whole?.cells)
    expect(reportsOf(scan?.segments ?? [])).toEqual(reportsOf(whole?.segments ?? []))
    for (const segment of scan?.segments ?? []) expectInPlace(segment)
  },
)

test('a report of the first part that stands in the last one again is found', async () => {
  const { reports } = generateSample({ counties: 10, years: [2019, 2025] }, 7)
  const text = toWideCsv(reports)
  const first = text.split('\n')[1] ?? ''
  const { scan, isShared } = await scannedByTwo(`${text}${first}\n`, 2 ** 16, sampleRegistry)

  expect(isShared).toBe(true)
  expect(scan?.findings.map(({ code }) => code)).toEqual(['report-duplicate'])
  expect(scan).toEqual(await scanned(`${text}${first}\n`, 2 ** 16, sampleRegistry))
})

test('a helper that fails is no loss', async () => {
  const text = toWideCsv(generateSample({ counties: 10, years: [2019, 2025] }, 7).reports)
  const options = { name: 'a.csv', registry, within: null }
  const helper = () => Promise.reject(new Error('gone'))
  const scan = await scanWideCsv(new GivenBytes(new Blob([text])), {
    ...options,
    shared: 0,
    helper,
  })

  expect(scan && { ...scan, findings: scan.findings.list() }).toEqual(await scanned(text, 2 ** 16))
})

test.each([
  ['a quote', `${columns}\n610921,"汉阴县",2023,,2021,1,2,3,4,5,6,7,8,9,10,11\n`],
  [
    'a quote in a cell that is not read',
    `${columns}\n610921,汉阴县,2023,,2021,1,2,3,"好",5,6,7,8,9,10,11\n`,
  ],
  ['a row too short', `${columns}\n610921,汉阴县,2023,,2021,1,2,3,4,5,6,7,8,9,10\n`],
  ['a row too long', `${columns}\n610921,汉阴县,2023,,2021,1,2,3,4,5,6,7,8,9,10,1,234\n`],
  ['another delimiter', columns.replaceAll(',', ';') + '\n'],
  ['mixed line ends', `${columns}\r\n610921,汉阴县,2023,,2021,1,2,3,4,5,6,7,8,9,10,11\n\r\n`],
  ['a carriage return alone', `${columns}\n610921,汉阴县,2023,,2021,1,2,3,4,5,6,7,8,9,1\r0,11\n`],
  ['a title above the header', `安康市\n${columns}\n`],
  ['keys behind the figures', '单位,行政许可·处理决定数量,年份\n汉阴县,1,2023\n'],
  ['a lost character', `${columns}\n610921,?阴县,2023,,2021,1,2,3,4,5,6,7,8,9,10,11\n`],
  ['another header further down', `${columns}\n单位,年份${',a'.repeat(14)}\n`],
  ['a stated total', `${columns}\n,合计,2023,,2021,1,2,3,4,5,6,7,8,9,10,11\n`],
  ['a long table', 'unit_name,year,indicator,value\n汉阴县,2023,coercion.decisions,1\n'],
  ['no table', '今天天气很好，明天也好\n'],
  ['no rows', `${columns}\n\n`],
  ['nothing', ''],
])('%s is left to the tolerant reader', async (_, text) => {
  for (const slice of [16, 2 ** 20]) expect(await scanned(text, slice)).toBeNull()
})

test.each([
  ['GB18030', [0xba, 0xba, 0xd2, 0xf5, 0xcf, 0xd8]],
  ['a cut character', [0xe6, 0xb1, 0x0a]],
])('%s among the rows is left to the tolerant reader', async (_, bad) => {
  const bytes = new TextEncoder().encode(
    `${columns}\n610921,汉阴县,2023,,2021,1,2,3,4,5,6,7,8,9,10,11\n,`,
  )
  const file = new Blob([bytes, Uint8Array.from(bad), ',2023,,2021,1,2,3,4,5,6,7,8,9,10,11\n'])
  const given = new GivenBytes(file)

  expect(await scanWideCsv(given, { name: 'a.csv', registry, within: null })).toBeNull()
})

test('an aborted scan ends at once', async () => {
  const text = toWideCsv(generateSample({ counties: 5, years: [2019, 2025] }, 1).reports)
  const options = { name: 'a.csv', registry, within: null, signal: AbortSignal.abort() }

  await expect(scanWideCsv(new GivenBytes(new Blob([text])), options)).rejects.toThrow('abort')
})
