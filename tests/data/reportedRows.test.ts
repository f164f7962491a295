import { expect, test } from 'vitest'
import { foldBatches } from '@/data/fold'
import { countReports, reportedRows } from '@/data/reportedRows'
import { scopes, type Segment } from '@/data/segment'
import { absent, blank, cubeOf, importOf, report, segmentsOf } from './reports'

const NEW = 'requests.new.total'
const own = report('c', 2023, { 'custom.热线': 7 })

function segmentOf(...given: Parameters<typeof segmentsOf>[0]): Segment {
  const [segment] = segmentsOf(given)
  if (segment === undefined) throw new Error('no segment')
  return segment
}

test('a row is a report with a figure of the form, a blank one included', () => {
  const rows = [
    report('a', 2023, { [NEW]: 3 }),
    report('b', 2023, { [NEW]: blank }),
    own,
    report('d', 2023, { [NEW]: absent, 'custom.热线': 1 }),
    { ...report('e', 2023, { [NEW]: 4 }), scope: 'auxiliary' as const },
  ]

  expect([...reportedRows(segmentOf(...rows))]).toEqual([1, 1, 0, 0, 0])
  expect(countReports([segmentOf(...rows), segmentOf(own)])).toBe(2)
})

test('figures in columns of fractions are told from absent ones too', () => {
  const fee = 'fees.administrative'
  const rows = [report('a', 2023, { [fee]: 1.5 }), report('b', 2023, { [fee]: absent })]

  expect([...reportedRows(segmentOf(...rows))]).toEqual([1, 0])
})

test('a report whose text alone could be read is one', () => {
  const text = { table: {}, claims: [] }

  expect([...reportedRows({ ...segmentOf(own), told: [text] })]).toEqual([1])
})

test('own figures of a unit and a year are on record without a report', () => {
  const cube = cubeOf([report('a', 2023, { [NEW]: 3 }), own])
  const key = { unit: 'c', year: 2023, scope: 'whole' } as const

  expect(cube.reports).toBe(1)
  expect([cube.has(key), cube.hasReport(key), cube.editionOf(key)]).toEqual([true, false, null])
  expect(cube.cellAt(key, 'custom.热线')?.cell).toMatchObject({ value: 7 })
  expect(cube.hasReport({ ...key, unit: 'nobody' })).toBe(false)
})

test('they become a report with the first figure of the form, from whatever batch', () => {
  const cube = foldBatches([
    importOf(1, segmentsOf([own])),
    importOf(2, segmentsOf([report('c', 2023, { [NEW]: blank })])),
  ])

  expect(cube.reports).toBe(1)
  expect(cube.editionOf({ unit: 'c', year: 2023, scope: scopes[0] })).toBe('2021')
})
