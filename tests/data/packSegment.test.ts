import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packSegment, unpackSegment } from '@/data/packSegment'
import { anyDecidedSegments, anyReports, report, segmentsOf } from './reports'

test('unpacking gives back what was packed', () => {
  fc.assert(
    fc.property(anyReports, fc.constantFrom('rows', 'cells'), (reports, origin) => {
      for (const segment of segmentsOf(reports, origin))
        expect(unpackSegment(packSegment(segment))).toEqual(segment)
    }),
  )
})

test('decisions are packed too, and packing again gives the same bytes', () => {
  fc.assert(
    fc.property(anyDecidedSegments, (segments) => {
      for (const segment of segments) {
        const packed = packSegment(segment)
        const unpacked = unpackSegment(packed)
        expect(unpacked).toEqual(segment)
        const again = packSegment(unpacked)
        expect(again).toEqual(packed)
        expect(again.buffer).toBe(packed.buffer)
      }
    }),
  )
})

test('columns are views of the one buffer', () => {
  const [segment] = segmentsOf([report('cn:990101', 2023, { a: 1, b: 300, c: 0.5 })])
  if (segment === undefined) throw new Error('no segment')
  const packed = packSegment(segment)
  const columns = unpackSegment(structuredClone(packed)).columns
  const buffers = new Set(columns.map(({ values }) => values.buffer))
  expect(buffers.size).toBe(1)
  expect(columns.map(({ values }) => values.constructor)).toEqual([
    Uint8Array,
    Uint16Array,
    Float64Array,
  ])
})
