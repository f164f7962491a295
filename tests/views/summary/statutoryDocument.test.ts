import { read, type CellObject } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askMatrix } from '@/analysis/matrix'
import { formIndicators, formSummary } from '@/charts/formSummary'
import { isInEdition } from '@/domain/catalogue'
import type { Edition } from '@/domain/indicator'
import type { Cell, Report } from '@/domain/report'
import { statutoryDocx } from '@/exports/statutoryDocx'
import type { StatutoryFile } from '@/exports/statutoryFile'
import { statutoryWorkbook } from '@/exports/statutoryWorkbook'
import { ZipUnpacker } from '@/intake/readers/zip/unpack'
import { reportDocument, reportTitle } from '@/views/summary/statutoryDocument'
import { reportNotes } from '@/views/summary/summaryNotes'
import { foldReports } from '../../foldReports'
import { intake } from '../../intake/intake'
import { realReports } from '../../realReports'
import { noUnits } from '../../unitTree'

const facts = [
  { label: '年份', text: '2023' },
  { label: '数据版本', text: '1.1' },
]

const fullNames = new Map([
  ['610921', '陕西省安康市汉阴县'],
  ['320813', '江苏省淮安市洪泽区'],
  ['320831', '江苏省淮安市金湖县'],
  ['321300', '江苏省宿迁市'],
])

/** A report on record as the document that the page exports. */
function documentOf(report: Report): StatutoryFile {
  const { unit, year, scope } = report
  const id = `cn:${unit.code}`
  const answer = askMatrix(
    foldReports([report]),
    { items: formIndicators, units: [id], years: [year, year], scope, checks: 'all' },
    {
      label: () => ({ id, code: unit.code, name: unit.name, since: null, until: null }),
      units: noUnits,
      dataVersion: '1',
    },
  )
  const summary = formSummary(answer, 0)
  const title = reportTitle(
    { ...unit, fullName: fullNames.get(unit.code) ?? '', kind: 'county' },
    year,
    scope,
  )
  const frame = { title, facts, notes: reportNotes(summary) }
  return reportDocument(summary, frame, report.raw ?? new Map())
}

const writers: readonly [string, string, (file: StatutoryFile) => Promise<Blob>][] = [
  ['an Excel workbook', 'a.xlsx', statutoryWorkbook],
  ['a Word file', 'a.docx', statutoryDocx],
]

function essence({ unit, year, scope, edition, cells, raw }: Report) {
  const figures = [...cells].filter(([id]) => formIndicators.includes(id))
  return {
    unit: unit.code,
    ...{ year, scope, edition },
    cells: figures
      .filter(([, { kind }]) => kind !== 'absent')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    raw: [...(raw ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  }
}

async function readBack(
  report: Report,
  name: string,
  write: (file: StatutoryFile) => Promise<Blob>,
) {
  const bytes = new Uint8Array(await (await write(documentOf(report))).arrayBuffer())
  const read = await intake(name, bytes)
  return { reports: read.reports.map(essence), findings: read.findings }
}

const odd: fc.Arbitrary<Cell> = fc.oneof(
  fc
    .oneof(fc.nat(9), fc.nat(10 ** 7))
    .map((value): Cell => ({ kind: 'value', value, approximate: false })),
  fc.constantFrom<Cell>(
    { kind: 'value', value: 300, approximate: true },
    { kind: 'blank' },
    { kind: 'notApplicable' },
    { kind: 'unreadable' },
  ),
)

/** A whole form of plain numbers, some of whose cells are something else. */
function reportIn(edition: Edition): fc.Arbitrary<Report> {
  const ids = formIndicators.filter(
    (id) =>
      isInEdition(id, edition) && (edition === '2019' || !id.startsWith('requests.other.all.')),
  )
  return fc
    .record({
      unit: fc.constantFrom({ code: '610921', name: '汉阴县' }, { code: '320813', name: '洪泽区' }),
      year: fc.integer({ min: 2019, max: 2024 }),
      scope: fc.constantFrom('whole' as const, 'office' as const),
      step: fc.integer({ min: 1, max: 977 }),
      others: fc.array(fc.tuple(fc.nat(ids.length - 1), odd), { maxLength: 25 }),
    })
    .map(({ step, others, ...key }) => {
      const figures = new Map(
        ids.map((id, at): [string, Cell] => [
          id,
          { kind: 'value', value: (at * step) % 1009, approximate: false },
        ]),
      )
      for (const [at, cell] of others) figures.set(ids[at] ?? '', cell)
      const raw = [...figures].filter(([, { kind }]) => kind === 'unreadable')
      return {
        ...key,
        edition,
        cells: figures,
        raw: new Map(raw.map(([id]): [string, string] => [id, '1 2'])),
      }
    })
}

describe('a single report in its statutory layout reads back to the same values and states', () => {
  describe.each(writers)('%s', (_, name, write) => {
    test('of real reports', async () => {
      for (const report of realReports()) {
        const { reports } = await readBack(report, name, write)

        expect(reports).toEqual([essence(report)])
      }
    })

    test.each(['2019', '2021'] as const)('of any report of the %s edition', async (edition) => {
      await fc.assert(
        fc.asyncProperty(reportIn(edition), async (report) => {
          const { reports } = await readBack(report, name, write)

          expect(reports).toEqual([essence(report)])
        }),
        { numRuns: 15 },
      )
    })
  })
})

test('the signs of checks and corrections stand beside their figures in the files too', async () => {
  const hongze = realReports().find(({ unit }) => unit.code === '320813')
  if (hongze === undefined) throw new Error('no report')
  const file = documentOf(hongze)
  const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

  const book = read(await bytesOf(await statutoryWorkbook(file)), { cellNF: true })
  const formats = Object.values(book.Sheets['表四'] ?? {}).map((cell: CellObject) => cell.z)
  expect(formats.filter((format) => format === 'General"≠"')).toHaveLength(10)

  const zip = new ZipUnpacker(await bytesOf(await statutoryDocx(file)))
  const entry = zip.entries.find(({ path }) => path === 'word/document.xml')
  const unpacked = entry === undefined ? null : zip.unpack(entry)
  const text = new TextDecoder().decode(
    unpacked === null || 'fault' in unpacked ? undefined : unpacked.bytes,
  )
  expect(text.match(/<w:t[^>]*>≠<\/w:t>/gu)).toHaveLength(10)
})
