import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BatchContent } from '@/data/batch'
import { cellAt, sameCell } from '@/data/column'
import { cubeHash } from '@/data/contentHash'
import { correctCell } from '@/data/corrections'
import { foldBatches } from '@/data/fold'
import { decisions, scopes, SEGMENT_ROWS, type Segment } from '@/data/segment'
import type { Cell } from '@/domain/report'
import {
  absent,
  anyBatches,
  anyReports,
  blank,
  correctionsOf,
  decidedAs,
  everyCell,
  importOf,
  number,
  report,
  segmentsOf,
} from './reports'

const key = { unit: 'cn:990101', year: 2023, scope: 'whole' } as const

function imported(id: number, cells: Readonly<Record<string, Cell | number>>, active = true) {
  return importOf(id, segmentsOf([report(key.unit, key.year, cells)]), { active })
}

function decidedImport(id: number, cell: Cell | number, decision: (typeof decisions)[number]) {
  const [segment] = segmentsOf([report(key.unit, key.year, { a: cell })])
  if (segment === undefined) throw new Error('no segment')
  return importOf(id, [decidedAs(segment, decision)])
}

function current(contents: readonly BatchContent[], indicator = 'a') {
  return foldBatches(contents).cellAt(key, indicator)
}

describe('which batch counts', () => {
  test('the latest by its id, whatever the order they come in', () => {
    expect(current([imported(2, { a: 7 }), imported(1, { a: 5 })])?.cell).toEqual(number(7))
  })

  test('a blank does not replace a number', () => {
    expect(current([imported(1, { a: 5 }), imported(2, { a: blank })])?.cell).toEqual(number(5))
  })

  test('a blank replaces a number where the user chose so', () => {
    const contents = [imported(1, { a: 5 }), decidedImport(2, blank, 'chosen')]
    expect(current(contents)?.cell).toEqual(blank)
  })

  test('a number replaces a blank', () => {
    expect(current([imported(1, { a: blank }), imported(2, { a: 5 })])?.cell).toEqual(number(5))
  })

  test('a refused cell does not count, but it keeps what others say', () => {
    const contents = [imported(1, { a: 5 }), decidedImport(2, 7, 'refused')]
    expect(current(contents)?.cell).toEqual(number(5))
  })

  test('a report of refused cells only is no report', () => {
    expect(foldBatches([decidedImport(2, 7, 'refused')])).toMatchObject({ reports: 0 })
    expect(current([decidedImport(2, 7, 'refused')])).toBeNull()
  })

  test('a cell that a later batch repeated stays when the earlier one is switched off', () => {
    const contents = [imported(1, { a: 5, b: 6 }, false), decidedImport(2, 5, 'same')]
    expect(current(contents)?.cell).toEqual(number(5))
    expect(current(contents, 'b')?.cell).toEqual(absent)
  })

  test('indicators that a later file does not have stay', () => {
    const contents = [imported(1, { a: 5 }), imported(2, { b: 6 })]
    expect(current(contents, 'a')?.cell).toEqual(number(5))
    expect(current(contents, 'b')?.cell).toEqual(number(6))
  })

  test('an unknown edition does not replace a known one', () => {
    const [segment] = segmentsOf([report(key.unit, key.year, { b: 1 }, 'unknown')])
    const cube = foldBatches([imported(1, { a: 5 }), importOf(2, segment ? [segment] : [])])
    expect(cube.editionOf(key)).toBe('2021')
  })
})

describe('corrections', () => {
  const base = imported(1, { a: 5 })
  const correction = correctCell(foldBatches([base]), key, {
    indicator: 'a',
    value: number(6),
    reason: '录入错误',
  })

  test('lie above the imports and are marked', () => {
    const cube = foldBatches([base, correctionsOf(2, [correction])])
    expect(cube.cellAt(key, 'a')).toEqual({ cell: number(6), corrected: true })
    expect(cube.importedCellAt(key, 'a')).toEqual(number(5))
  })

  test('hold under a later import that repeats what they expected', () => {
    const cube = foldBatches([base, correctionsOf(2, [correction]), imported(3, { a: 5 })])
    expect(cube.cellAt(key, 'a')).toEqual({ cell: number(6), corrected: true })
    expect(cube.conflicts).toEqual([])
  })

  test('become a conflict when the import beneath changes', () => {
    const cube = foldBatches([base, correctionsOf(2, [correction]), imported(3, { a: 8 })])
    expect(cube.cellAt(key, 'a')).toEqual({ cell: number(8), corrected: false })
    expect(cube.conflicts).toEqual([{ batch: 2, correction, found: number(8) }])
  })

  test('are settled when the import beneath says what they said', () => {
    const cube = foldBatches([base, correctionsOf(2, [correction]), imported(3, { a: 6 })])
    expect(cube.cellAt(key, 'a')).toEqual({ cell: number(6), corrected: false })
    expect(cube.conflicts).toEqual([])
  })

  test('a second one expects the import too, so that it holds when the first is undone', () => {
    const first = correctionsOf(2, [correction])
    const again = correctCell(foldBatches([base, first]), key, {
      indicator: 'a',
      value: number(9),
      reason: '',
    })
    const second = correctionsOf(3, [again])
    const undone = correctionsOf(2, [correction], { active: false })
    expect(current([base, first, second])?.cell).toEqual(number(9))
    expect(current([base, undone, second])?.cell).toEqual(number(9))
    expect(current([base, first])?.cell).toEqual(number(6))
  })

  test('can make a report that no import has', () => {
    const other = { ...key, year: 2019 }
    const added = correctCell(foldBatches([base]), other, {
      indicator: 'a',
      value: number(3),
      reason: '',
    })
    const cube = foldBatches([base, correctionsOf(2, [added])])
    expect(cube.cellAt(other, 'a')).toEqual({ cell: number(3), corrected: true })
    expect([cube.reports, cube.years]).toEqual([2, [2019, 2023]])
  })
})

type CellName = (typeof everyCell)[number]

/** The rules of the fold, a cell at a time. */
function expectedCell(contents: readonly BatchContent[], name: CellName): Cell {
  const active = contents
    .filter(({ batch }) => batch.active)
    .toSorted((a, b) => a.batch.id - b.batch.id)
  let found: Cell = absent
  for (const segment of active.flatMap(({ segments }) => segments)) {
    for (const { cell, decision } of saidOf(segment, name)) {
      if (cell.kind === 'absent' || decision === 'refused') continue
      const blanks = found.kind === 'value' && cell.kind !== 'value'
      if (!blanks || decision === 'chosen') found = cell
    }
  }
  const corrections = active.flatMap((content) => content.corrections).toReversed()
  for (const { expected, value, ...where } of corrections) {
    if (nameParts.some((part) => where[part] !== name[part])) continue
    if (sameCell(value, found)) return found
    if (sameCell(expected, found)) return value
  }
  return found
}

const nameParts = ['unit', 'year', 'scope', 'indicator'] as const

function saidOf(segment: Segment, { unit, year, scope, indicator }: CellName) {
  const column = segment.columns.findIndex((one) => one.indicator === indicator)
  return Array.from({ length: segment.rows }, (_, row) => row)
    .filter((row) => segment.units[segment.unit[row] ?? -1] === unit)
    .filter((row) => segment.year[row] === year && scopes[segment.scope[row] ?? -1] === scope)
    .map((row) => ({
      cell: cellAt(segment, column, row),
      decision: decisions[segment.decision?.[column * segment.rows + row] ?? 0],
    }))
}

test('random batches fold as the rules say', () => {
  fc.assert(
    fc.property(anyBatches, (contents) => {
      const cube = foldBatches(contents)
      for (const cell of everyCell) {
        const found = cube.cellAt(cell, cell.indicator)?.cell ?? absent
        expect(found).toEqual(expectedCell(contents, cell))
      }
    }),
  )
})

const anyOrder = anyReports.chain((reports) =>
  fc.tuple(
    fc.constant(reports),
    fc.shuffledSubarray(reports, { minLength: reports.length }),
    fc.constantFrom(1, 2, 5),
  ),
)

test('import order and batch split change nothing where files do not contradict', () => {
  fc.assert(
    fc.property(anyOrder, ([reports, shuffled, split]) => {
      const whole = cubeHash(foldBatches([importOf(1, segmentsOf(reports))]))
      const batches = segmentsOf(shuffled, 'cells', split).map((segment, i) =>
        importOf(i + 1, [segment]),
      )
      const repeated = importOf(99, segmentsOf(shuffled))
      expect(cubeHash(foldBatches(batches))).toBe(whole)
      expect(cubeHash(foldBatches([...batches, repeated]))).toBe(whole)
    }),
  )
})

test('undoing a batch gives the content without it, and redoing gives it back', () => {
  fc.assert(
    fc.property(anyBatches, fc.nat(), (contents, pick) => {
      const undone = contents[pick % contents.length]
      fc.pre(undone !== undefined)
      const others = contents.filter((content) => content !== undone)
      const switched = (active: boolean) => [
        ...others,
        { ...undone, batch: { ...undone.batch, active } },
      ]
      const before = cubeHash(foldBatches(switched(true)))
      expect(cubeHash(foldBatches(switched(false)))).toBe(cubeHash(foldBatches(others)))
      expect(cubeHash(foldBatches(switched(true)))).toBe(before)
    }),
  )
})

test('segments that do not overlap are used in place', () => {
  const many = Array.from({ length: SEGMENT_ROWS + 200 }, (_, i) =>
    report(`cn:${i}`, 2023, { a: i }),
  )
  const segments = segmentsOf(many, 'rows', SEGMENT_ROWS)
  const cube = foldBatches([importOf(1, segments)])
  expect(cube.blocks.map(({ columns }) => columns[0]?.values)).toEqual(
    segments.map(({ columns }) => columns[0]?.values),
  )
  expect(cube.blocks[0]?.columns[0]?.values).toBe(segments[0]?.columns[0]?.values)
  expect(cube.reports).toBe(SEGMENT_ROWS + 200)
})

test('many small files make few blocks of rows in use', () => {
  const many = Array.from({ length: 300 }, (_, i) => report(`cn:${i}`, 2023, { a: i }))
  const cube = foldBatches([importOf(1, segmentsOf(many, 'rows', 1))])
  const slots = Int32Array.from({ length: cube.index.rows.length }, (_, slot) => slot)
  expect(cube.select(slots).map(({ rows }) => rows.length)).toEqual([300])
})

test('a re-import of more reports than a block holds merges them all', () => {
  const many = Array.from({ length: SEGMENT_ROWS + 10 }, (_, i) =>
    report(`cn:${i}`, 2023, { a: i, b: 1 }),
  )
  const again = many.map(({ unit }, i) => report(unit, 2023, { a: i + 1 }))
  const cube = foldBatches([
    importOf(1, segmentsOf(many, 'rows', SEGMENT_ROWS)),
    importOf(2, segmentsOf(again, 'rows', 700)),
  ])
  const cells = many.map(({ unit }) => [
    cube.cellAt({ ...key, unit }, 'a')?.cell,
    cube.cellAt({ ...key, unit }, 'b')?.cell,
  ])
  expect(cells).toEqual(many.map((_, i) => [number(i + 1), number(1)]))
  expect(cube.reports).toBe(SEGMENT_ROWS + 10)
})

test('no batches make an empty cube', () => {
  const cube = foldBatches([])
  expect([cube.reports, cube.units, cube.years, cube.blocks]).toEqual([0, [], [], []])
  expect(cube.cellAt(key, 'a')).toBeNull()
})
