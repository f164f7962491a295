import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BatchContent } from '@/data/batch'
import { batchHash, cubeHash } from '@/data/contentHash'
import { foldBatches } from '@/data/fold'
import { packSegment } from '@/data/packSegment'
import {
  absent,
  anyBatches,
  anyCell,
  anyDecidedSegments,
  anyReport,
  blank,
  cubeOf,
  everyCell,
  number,
  report,
  segmentsOf,
} from './reports'

function contentOf(contents: readonly BatchContent[]): string {
  const cube = foldBatches(contents)
  return JSON.stringify(
    everyCell.map((cell) => [
      cube.cellAt(cell, cell.indicator)?.cell ?? 'absent',
      cube.editionOf(cell),
    ]),
  ).replaceAll('{"kind":"absent"}', '"absent"')
}

test('two cubes have the same hash if and only if they have the same content', () => {
  fc.assert(
    fc.property(anyBatches, anyBatches, (a, b) => {
      const same = contentOf(a) === contentOf(b)
      expect(cubeHash(foldBatches(a)) === cubeHash(foldBatches(b))).toBe(same)
    }),
  )
})

test('a change of one cell changes the hash', () => {
  fc.assert(
    fc.property(anyReport, anyCell, (base, cell) => {
      const [indicator] = base.cells.keys()
      fc.pre(indicator !== undefined)
      const changed = { ...base, cells: new Map([...base.cells, [indicator, cell]]) }
      const same = JSON.stringify(base.cells.get(indicator)) === JSON.stringify(cell)
      expect(cubeHash(cubeOf([base])) === cubeHash(cubeOf([changed]))).toBe(same)
    }),
  )
})

test('a mark 约, a state and an edition are content', () => {
  const about = { kind: 'value', value: 1, approximate: true } as const
  const hashes = [
    report('x', 2020, { a: 1 }),
    report('x', 2020, { a: about }),
    report('x', 2020, { a: blank }),
    report('x', 2020, { a: { kind: 'notApplicable' } }),
    report('x', 2020, { a: 1 }, '2019'),
  ].map((one) => cubeHash(cubeOf([one])))
  expect(new Set(hashes).size).toBe(hashes.length)
})

test('what is no report has no edition: neither absent cells alone nor own columns alone', () => {
  const nothing = cubeHash(foldBatches([]))
  expect(cubeHash(cubeOf([report('x', 2020, { 'review.total': absent })]))).toBe(nothing)
  const [unknown, known] = (['unknown', '2021'] as const).map((edition) =>
    cubeHash(cubeOf([report('x', 2020, { 'custom.甲': 5 }, edition)])),
  )
  expect(known).toBe(unknown)
  expect(known).not.toBe(nothing)
})

test('equal numbers swapped between reports or indicators are a change', () => {
  const hashes = [
    cubeOf([report('x', 2020, { a: 1, b: 2 }), report('y', 2020, { a: 2, b: 1 })]),
    cubeOf([report('x', 2020, { a: 2, b: 1 }), report('y', 2020, { a: 1, b: 2 })]),
    cubeOf([report('x', 2020, { a: 1, b: 1 }), report('y', 2020, { a: 2, b: 2 })]),
    cubeOf([report('x', 2021, { a: 1, b: 2 }), report('y', 2020, { a: 2, b: 1 })]),
  ].map(cubeHash)
  expect(new Set(hashes).size).toBe(4)
})

test('a number hashes alike in a narrow and in a wide column', () => {
  const narrow = cubeOf([report('x', 2020, { a: 7 }), report('y', 2020, { b: 1 })])
  const wide = foldBatches([
    { batch: batchOne, segments: segmentsOf([report('x', 2020, { a: 7 })]), corrections: [] },
    {
      batch: { ...batchOne, id: 2 },
      segments: segmentsOf([report('y', 2020, { b: 1 }), report('z', 2020, { a: 0.5 })]),
      corrections: [],
    },
    {
      batch: { ...batchOne, id: 3 },
      segments: [],
      corrections: [],
    },
  ])
  const both = cubeOf([
    report('x', 2020, { a: 7 }),
    report('y', 2020, { b: 1 }),
    report('z', 2020, { a: 0.5 }),
  ])
  expect(cubeHash(wide)).toBe(cubeHash(both))
  expect(cubeHash(narrow)).not.toBe(cubeHash(both))
})

const batchOne: BatchContent['batch'] = {
  id: 1,
  kind: 'import',
  sample: false,
  active: true,
  at: 0,
  by: '',
  note: '',
  sources: [],
  reports: 0,
  cells: { taken: 0, same: 0, refused: 0 },
  segments: 0,
  contentHash: '',
}

test('any flipped bit of a stored segment changes the hash of its batch', () => {
  fc.assert(
    fc.property(anyDecidedSegments, fc.nat(), (segments, position) => {
      const packed = segments.map(packSegment)
      const before = batchHash(packed, [])
      expect(batchHash(segments.map(packSegment), [])).toBe(before)
      const damaged = packed[position % packed.length]
      fc.pre(damaged !== undefined)
      const bytes = new Uint8Array(damaged.buffer)
      const at = position % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (position % 8))
      expect(batchHash(packed, [])).not.toBe(before)
    }),
  )
})

test('a changed header, order or correction changes the hash of a batch', () => {
  const [a] = segmentsOf([report('x', 2020, { a: 1 })]).map(packSegment)
  const [b] = segmentsOf([report('y', 2020, { a: 1 })]).map(packSegment)
  if (a === undefined || b === undefined) throw new Error('no segment')
  const correction = {
    unit: 'x',
    year: 2020,
    scope: 'whole',
    indicator: 'a',
    expected: number(1),
    value: number(2),
    reason: '',
  } as const
  const hashes = [
    batchHash([a, b], []),
    batchHash([b, a], []),
    batchHash([a], []),
    batchHash([], []),
    batchHash([a, b], [correction]),
    batchHash([a, b], [{ ...correction, value: number(3) }]),
  ]
  expect(new Set(hashes).size).toBe(hashes.length)
})
