import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addsAnything, compareSegment, countDecisions } from '@/data/compare'
import { cubeHash } from '@/data/contentHash'
import { foldBatches } from '@/data/fold'
import { decisions, type Segment } from '@/data/segment'
import type { Cell } from '@/domain/report'
import {
  absent,
  anyBatches,
  anyImports,
  anyReports,
  blank,
  correctionsOf,
  everyCell,
  importOf,
  number,
  report,
  segmentsOf,
} from './reports'

const unit = 'cn:990101'

function compare(
  there: Readonly<Record<string, Cell | number>>,
  cells: typeof there,
  overwrite = false,
) {
  const cube = foldBatches([importOf(1, segmentsOf([report(unit, 2023, there)]))])
  const [segment] = segmentsOf([report(unit, 2023, cells)])
  if (segment === undefined) throw new Error('no segment')
  const compared = compareSegment(cube, segment, overwrite)
  const decision = compared.segment.decision
  return { ...compared, decisions: decision && [...decision].map((one) => decisions[one]) }
}

describe('one cell', () => {
  const cases = [
    ['new', {}, { a: 1 }, 'taken', { added: 1, same: 0, changed: 0, blanked: 0 }],
    ['equal', { a: 1 }, { a: 1 }, 'same', { added: 0, same: 1, changed: 0, blanked: 0 }],
    [
      'equal state',
      { a: blank },
      { a: blank },
      'same',
      { added: 0, same: 1, changed: 0, blanked: 0 },
    ],
    ['different', { a: 1 }, { a: 2 }, 'refused', { added: 0, same: 0, changed: 1, blanked: 0 }],
    ['blank', { a: 1 }, { a: blank }, 'refused', { added: 0, same: 0, changed: 0, blanked: 1 }],
    ['filled', { a: blank }, { a: 2 }, 'refused', { added: 0, same: 0, changed: 1, blanked: 0 }],
    ['absent', { a: 1 }, { a: absent }, 'taken', { added: 0, same: 0, changed: 0, blanked: 0 }],
  ] as const
  test.each(cases)('%s', (_, there, cells, decision, comparison) => {
    const compared = compare(there, cells)
    expect(compared.comparison).toEqual(comparison)
    expect(compared.decisions ?? ['taken']).toEqual([decision])
  })

  test('a mark 约 is a difference', () => {
    const approximate = { kind: 'value', value: 30, approximate: true } as const
    expect(compare({ a: 30 }, { a: approximate }).comparison.changed).toBe(1)
    expect(compare({ a: approximate }, { a: approximate }).comparison.same).toBe(1)
  })

  test('what differs is chosen when the user says so', () => {
    const { decisions, changes } = compare({ a: 1, b: 2, c: 3 }, { a: 1, b: 5, c: blank }, true)
    expect(decisions).toEqual(['same', 'chosen', 'chosen'])
    const key = { unit, year: 2023, scope: 'whole' }
    expect(changes).toEqual([
      { ...key, indicator: 'b', before: number(2), after: number(5) },
      { ...key, indicator: 'c', before: number(3), after: blank },
    ])
  })
})

test('a file read again is the same below a correction by hand', () => {
  const base = importOf(1, segmentsOf([report(unit, 2023, { a: 1 })]))
  const correction = {
    unit,
    year: 2023,
    scope: 'whole',
    indicator: 'a',
    expected: number(1),
    value: number(9),
    reason: '',
  } as const
  const cube = foldBatches([base, correctionsOf(2, [correction])])
  const [again] = segmentsOf([report(unit, 2023, { a: 1 })]) as [Segment]
  const { segment, comparison } = compareSegment(cube, again, false)
  expect(comparison).toEqual({ added: 0, same: 1, changed: 0, blanked: 0 })
  expect(addsAnything([segment])).toBe(false)
})

test('a correction where no import says anything is not changed without being told to', () => {
  const correction = {
    unit,
    year: 2023,
    scope: 'whole',
    indicator: 'a',
    expected: absent,
    value: number(9),
    reason: '',
  } as const
  const contents = [correctionsOf(1, [correction])]
  const [other, equal] = [8, 9].map((a) => segmentsOf([report(unit, 2023, { a })])[0] as Segment)
  if (other === undefined || equal === undefined) throw new Error('no segment')
  const key = { unit, year: 2023, scope: 'whole' } as const
  const after = (segment: Segment, overwrite: boolean) => {
    const compared = compareSegment(foldBatches(contents), segment, overwrite).segment
    return foldBatches([...contents, importOf(2, [compared])]).cellAt(key, 'a')
  }
  expect(after(other, false)).toEqual({ cell: number(9), corrected: true })
  expect(after(other, true)).toEqual({ cell: number(8), corrected: false })
  expect(after(equal, false)).toEqual({ cell: number(9), corrected: false })
})

test('against an empty cube every cell is new, and no plane of decisions is made', () => {
  const [segment] = segmentsOf([report(unit, 2023, { a: 1, b: blank, c: absent })]) as [Segment]
  const compared = compareSegment(foldBatches([]), segment, false)
  expect(compared).toEqual({
    segment,
    comparison: { added: 2, same: 0, changed: 0, blanked: 0 },
    replaced: 0,
    conflicts: [],
    changes: [],
  })
})

test('only so many changes are listed, and all are counted', () => {
  const reports = Array.from({ length: 500 }, (_, i) => report(`cn:${i}`, 2023, { a: i }))
  const cube = foldBatches([importOf(1, segmentsOf(reports))])
  const changed = reports.map(({ unit }) => report(unit, 2023, { a: 7.5 }))
  const { comparison, changes } = compareSegment(cube, segmentsOf(changed)[0] as Segment, false)
  expect(comparison.changed).toBe(500)
  expect(changes).toHaveLength(200)
})

/** Commits segments as the next batch, and gives the cube that then is. */
function commit(
  contents: Parameters<typeof foldBatches>[0],
  segments: readonly Segment[],
  overwrite: boolean,
) {
  const cube = foldBatches(contents)
  const compared = segments.map((segment) => compareSegment(cube, segment, overwrite))
  const decided = compared.map(({ segment }) => segment)
  const after = foldBatches([...contents, importOf(100, decided)])
  return { cube, compared, decided, after }
}

test('by default nothing that is there changes, and all that is new comes', () => {
  fc.assert(
    fc.property(anyImports, anyReports, (contents, reports) => {
      const { cube, after } = commit(contents, segmentsOf(reports, 'cells', 3), false)
      const incoming = foldBatches([importOf(1, segmentsOf(reports))])
      for (const cell of everyCell) {
        const before = cube.cellAt(cell, cell.indicator)?.cell ?? absent
        const come = incoming.cellAt(cell, cell.indicator)?.cell ?? absent
        const now = after.cellAt(cell, cell.indicator)?.cell ?? absent
        expect(now).toEqual(before.kind === 'absent' ? come : before)
      }
    }),
  )
})

test('when the user says so, the imports say all that the file says', () => {
  fc.assert(
    fc.property(anyBatches, anyReports, (contents, reports) => {
      const { cube, after } = commit(contents, segmentsOf(reports), true)
      const incoming = foldBatches([importOf(1, segmentsOf(reports))])
      for (const cell of everyCell) {
        const come = incoming.cellAt(cell, cell.indicator)?.cell ?? absent
        const before = cube.importedCellAt(cell, cell.indicator) ?? absent
        const now = after.importedCellAt(cell, cell.indicator) ?? absent
        expect(now).toEqual(come.kind === 'absent' ? before : come)
      }
    }),
  )
})

test('importing the same file twice writes nothing', () => {
  fc.assert(
    fc.property(anyBatches, anyReports, fc.boolean(), (contents, reports, overwrite) => {
      const segments = segmentsOf(reports)
      const { decided, after } = commit(contents, segments, overwrite)
      const again = segmentsOf(reports, 'rows', 2).map(
        (segment) => compareSegment(after, segment, false).segment,
      )
      expect(addsAnything(again)).toBe(false)
      const twice = foldBatches([...contents, importOf(100, decided), importOf(101, again)])
      expect(cubeHash(twice)).toBe(cubeHash(after))
    }),
  )
})

test('decisions are counted as the comparison counts', () => {
  fc.assert(
    fc.property(anyBatches, anyReports, fc.boolean(), (contents, reports, overwrite) => {
      const { compared, decided } = commit(contents, segmentsOf(reports), overwrite)
      const [one] = compared
      fc.pre(one !== undefined)
      const { added, same, changed, blanked } = one.comparison
      const different = changed + blanked
      expect(countDecisions(decided)).toEqual({
        taken: added + (overwrite ? different : 0),
        same,
        refused: overwrite ? 0 : different,
      })
    }),
  )
})
