import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BatchContent } from '@/data/batch'
import { sameCell } from '@/data/column'
import { correctCell } from '@/data/corrections'
import { foldBatches } from '@/data/fold'
import { statementsOf } from '@/data/statements'
import { switchEffect } from '@/data/switchEffect'
import {
  absent,
  anyBatches,
  correctionsOf,
  everyCell,
  importOf,
  number,
  report,
  segmentsOf,
} from './reports'

const key = { unit: 'cn:990101', year: 2023, scope: 'whole' } as const
const nothing = {
  changed: 0,
  removed: 0,
  added: 0,
  repeated: 0,
  overruled: 0,
  lostReports: 0,
  newReports: 0,
  changes: [],
  reports: [],
}

function imported(id: number, cells: Readonly<Record<string, number>>): BatchContent {
  return importOf(id, segmentsOf([report(key.unit, key.year, cells)]))
}

test('a cell goes back to what was before, one that a later batch repeated or changed stays', () => {
  const contents = [
    imported(1, { a: 1, b: 2 }),
    imported(2, { a: 5, b: 3, c: 4, d: 9 }),
    imported(3, { b: 3, c: 7 }),
  ]

  expect(switchEffect(contents, 2, false)).toEqual({
    ...nothing,
    changed: 1,
    removed: 1,
    repeated: 1,
    overruled: 1,
    changes: [
      { ...key, indicator: 'a', before: number(5), after: number(1) },
      { ...key, indicator: 'd', before: number(9), after: absent },
    ],
  })
})

test('a report that only one batch has goes and comes as a whole', () => {
  const only = imported(1, { a: 1, b: 2 })
  const undone = { ...only, batch: { ...only.batch, active: false } }

  expect(switchEffect([only], 1, false)).toEqual({
    ...nothing,
    removed: 2,
    lostReports: 1,
    reports: [key],
  })
  expect(switchEffect([undone], 1, true)).toEqual({
    ...nothing,
    added: 2,
    newReports: 1,
    reports: [key],
  })
})

test('a correction that is undone shows the import again', () => {
  const base = imported(1, { a: 5 })
  const correction = correctCell(foldBatches([base]), key, {
    indicator: 'a',
    value: number(6),
    reason: '笔误',
  })

  expect(switchEffect([base, correctionsOf(2, [correction])], 2, false)).toEqual({
    ...nothing,
    changed: 1,
    changes: [{ ...key, indicator: 'a', before: number(6), after: number(5) }],
  })
})

test('the effect is the difference of the folds, for any batches and whichever is switched', () => {
  fc.assert(
    fc.property(anyBatches, fc.nat(4), (contents, choice) => {
      const chosen = contents[choice % Math.max(1, contents.length)]
      if (chosen === undefined) return
      const { id, active } = chosen.batch
      const flipped = contents.map((each) =>
        each === chosen ? { ...each, batch: { ...each.batch, active: !active } } : each,
      )
      const [before, after] = [foldBatches(contents), foldBatches(flipped)]
      const own = statementsOf(chosen, false)
      const differing = everyCell.filter(
        (cell) =>
          !sameCell(
            before.cellAt(cell, cell.indicator)?.cell ?? absent,
            after.cellAt(cell, cell.indicator)?.cell ?? absent,
          ),
      )
      const said = everyCell.filter(
        (cell) => (own.cellAt(cell, cell.indicator)?.cell ?? absent).kind !== 'absent',
      )
      const effect = switchEffect(contents, id, !active)

      expect(effect.changed + effect.removed + effect.added).toBe(differing.length)
      expect(effect.repeated + effect.overruled).toBe(said.length - differing.length)
      for (const { before: was, after: becomes, ...cell } of effect.changes) {
        expect(before.cellAt(cell, cell.indicator)?.cell).toEqual(was)
        expect(after.cellAt(cell, cell.indicator)?.cell).toEqual(becomes)
      }
      expect(effect.newReports - effect.lostReports).toBe(after.reports - before.reports)
    }),
  )
})
