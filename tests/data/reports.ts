import fc from 'fast-check'
import type { Batch, BatchContent, Correction, ReportKey } from '@/data/batch'
import { foldBatches } from '@/data/fold'
import { createSegmentBuilder } from '@/data/segmentBuilder'
import { decisions, type Decision, type Origin, type Segment } from '@/data/segment'
import type { ReportEdition } from '@/domain/indicator'
import type { Cell } from '@/domain/report'

/** A report as the tests write it. */
export interface TestReport extends ReportKey {
  readonly edition: ReportEdition
  readonly cells: ReadonlyMap<string, Cell>
}

export const blank: Cell = { kind: 'blank' }
export const absent: Cell = { kind: 'absent' }

export function number(value: number): Cell {
  return { kind: 'value', value, approximate: false }
}

export function report(
  unit: string,
  year: number,
  cells: Readonly<Record<string, Cell | number>>,
  edition: ReportEdition = '2021',
): TestReport {
  const entries = Object.entries(cells).map(
    ([id, cell]) => [id, typeof cell === 'number' ? number(cell) : cell] as const,
  )
  return { unit, year, scope: 'whole', edition, cells: new Map(entries) }
}

/** Reports as segments, every `split` reports a new one. */
export function segmentsOf(
  reports: readonly TestReport[],
  origin: Origin['kind'] = 'rows',
  split = Infinity,
): Segment[] {
  const segments: Segment[] = []
  for (let first = 0; first < reports.length; first += split) {
    const builder = createSegmentBuilder(origin)
    const some = reports.slice(first, first + split)
    const indicators = [...new Set(some.flatMap(({ cells }) => [...cells.keys()]))]
    const layout = builder.addLayout(new Map(indicators.map((id, i) => [id, i + 6])))
    for (const [i, { unit, year, scope, edition, cells }] of some.entries()) {
      const row = first + i + 2
      builder.startReport({ unit, year, scope, edition, source: 'source', row, layout })
      for (const [indicator, cell] of cells)
        builder.setCell(indicator, cell, written(cell), {
          table: { sheet: 'Sheet1' },
          row,
          column: indicators.indexOf(indicator) + 6,
        })
    }
    segments.push(...builder.finish())
    if (split === Infinity) break
  }
  return segments
}

export function written(cell: Cell): string {
  if (cell.kind === 'value') return cell.approximate ? `约${cell.value}` : String(cell.value)
  return { blank: '', notApplicable: '/', unreadable: '12a', absent: '' }[cell.kind]
}

export function batch(id: number, changes: Partial<Batch> = {}): Batch {
  return {
    id,
    kind: 'import',
    sample: false,
    active: true,
    at: 0,
    by: '',
    note: '',
    sources: ['source'],
    reports: 0,
    cells: { taken: 0, same: 0, refused: 0 },
    segments: 0,
    contentHash: '',
    ...changes,
  }
}

export function importOf(
  id: number,
  segments: readonly Segment[],
  changes: Partial<Batch> = {},
): BatchContent {
  return { batch: batch(id, changes), segments, corrections: [] }
}

export function correctionsOf(
  id: number,
  corrections: readonly Correction[],
  changes: Partial<Batch> = {},
): BatchContent {
  return { batch: batch(id, { kind: 'correction', ...changes }), segments: [], corrections }
}

export function cubeOf(reports: readonly TestReport[]) {
  return foldBatches([importOf(1, segmentsOf(reports))])
}

export const indicatorIds = ['review.total', 'requests.new.total', 'fees.amount']

export const anyNumber = fc.oneof(
  fc.nat(300),
  fc.nat(70_000),
  fc.constantFrom(0, 251, 252, 65_531, 65_532, 4_294_967_291, 4_294_967_292),
  fc.integer({ min: -9, max: 9 }),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    .map((value) => value + 0),
)

export const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('value' as const),
      value: anyNumber,
      approximate: fc.boolean(),
    }),
  },
  fc.constantFrom(
    { kind: 'blank' as const },
    { kind: 'notApplicable' as const },
    { kind: 'unreadable' as const },
    { kind: 'absent' as const },
  ),
)

export const anyKey: fc.Arbitrary<ReportKey> = fc.record({
  unit: fc.constantFrom('cn:990101', 'cn:990102', '?某县'),
  year: fc.constantFrom(2020, 2021, 2023),
  scope: fc.constantFrom('whole' as const, 'office' as const),
})

export const anyReport: fc.Arbitrary<TestReport> = fc
  .tuple(
    anyKey,
    fc.constantFrom('unknown' as const, '2019' as const, '2021' as const),
    fc.dictionary(fc.constantFrom(...indicatorIds, 'custom.__proto__'), anyCell, { minKeys: 1 }),
  )
  .map(([key, edition, cells]) => ({ ...key, edition, cells: new Map(Object.entries(cells)) }))

export const anyReports = fc.uniqueArray(anyReport, {
  maxLength: 12,
  selector: ({ unit, year, scope }) => `${unit} ${year} ${scope}`,
})

/** Segments of random reports with random decisions. */
export const anyDecidedSegments = fc
  .tuple(
    anyReports,
    fc.constantFrom(1, 3, Infinity),
    fc.infiniteStream(fc.nat(decisions.length - 1)),
  )
  .map(([reports, split, choices]) =>
    segmentsOf(reports, 'cells', split).map((segment) =>
      decided(segment, () => choices.next().value as number),
    ),
  )

export function decided(segment: Segment, choose: () => number): Segment {
  const cells = segment.rows * segment.columns.length
  return { ...segment, decision: Uint8Array.from({ length: cells }, choose) }
}

export function decidedAs(segment: Segment, decision: Decision): Segment {
  return decided(segment, () => decisions.indexOf(decision))
}

const anyCorrection: fc.Arbitrary<Correction> = fc
  .tuple(anyKey, fc.constantFrom(...indicatorIds), anyCell, anyCell)
  .map(([key, indicator, expected, value]) => ({ ...key, indicator, expected, value, reason: '' }))

/** Imports with decisions, and corrections, some of them switched off, in random order. */
export const anyBatches = batchesOf(
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(anyDecidedSegments, fc.constant<Correction[]>([])) },
    { weight: 1, arbitrary: fc.tuple(fc.constant<Segment[]>([]), fc.array(anyCorrection)) },
  ),
)

export const anyImports = batchesOf(fc.tuple(anyDecidedSegments, fc.constant<Correction[]>([])))

function batchesOf(content: fc.Arbitrary<[Segment[], Correction[]]>): fc.Arbitrary<BatchContent[]> {
  return fc
    .array(fc.tuple(content, fc.boolean()), { maxLength: 5 })
    .map((contents) =>
      contents.map(([[segments, corrections], active], i): BatchContent => ({
        batch: batch(i + 1, { active }),
        segments,
        corrections,
      })),
    )
    .chain((contents) => fc.shuffledSubarray(contents, { minLength: contents.length }))
}

/** Every cell that random reports may have. */
export const everyCell = ['cn:990101', 'cn:990102', '?某县'].flatMap((unit) =>
  [2020, 2021, 2023].flatMap((year) =>
    (['whole', 'office'] as const).flatMap((scope) =>
      [...indicatorIds, 'custom.__proto__'].map((indicator) => ({ unit, year, scope, indicator })),
    ),
  ),
)
