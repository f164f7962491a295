import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BatchContent } from '@/data/batch'
import { correctionStandings, type LedgerCorrection } from '@/data/correctionStandings'
import { acceptImport, correctCell } from '@/data/corrections'
import { foldBatches } from '@/data/fold'
import { anyBatches, blank, correctionsOf, importOf, number, report, segmentsOf } from './reports'

const key = { unit: 'cn:990101', year: 2023, scope: 'whole' } as const

function imported(id: number, a: number, active = true): BatchContent {
  return importOf(id, segmentsOf([report(key.unit, key.year, { a })]), { active })
}

function corrected(id: number, beneath: readonly BatchContent[], to: number, active = true) {
  const value = number(to)
  const correction = correctCell(foldBatches(beneath), key, { indicator: 'a', value, reason: '' })
  return correctionsOf(id, [correction], { active })
}

function ledgerOf(contents: readonly BatchContent[]): LedgerCorrection[] {
  return contents
    .toSorted((a, b) => a.batch.id - b.batch.id)
    .flatMap(({ batch: { id, active }, corrections }) =>
      corrections.map((correction) => ({ batch: id, active, correction })),
    )
}

function standings(contents: readonly BatchContent[]) {
  return correctionStandings(foldBatches(contents), ledgerOf(contents))
}

const base = imported(1, 5)

test('a correction holds, is superseded by a later one, or is undone', () => {
  const first = corrected(2, [base], 6)

  expect(standings([base, first])).toEqual(['holds'])
  expect(standings([base, first, corrected(3, [base, first], 7)])).toEqual(['superseded', 'holds'])
  expect(standings([base, corrected(2, [base], 6, false)])).toEqual(['undone'])
})

test('an import that says the same agrees, one that says something else is a conflict', () => {
  const first = corrected(2, [base], 6)

  expect(standings([base, first, imported(3, 6)])).toEqual(['agrees'])
  expect(standings([base, first, imported(3, 8)])).toEqual(['conflict'])
})

test('a conflict ends with the correction made anew, or with the import', () => {
  const conflicting = [base, corrected(2, [base], 6), imported(3, 8)]
  const kept = [...conflicting, corrected(4, conflicting, 6)]
  const acceptance = acceptImport(foldBatches(conflicting), key, { indicator: 'a', reason: '' })
  const taken = [...conflicting, correctionsOf(4, [acceptance])]

  expect(standings(kept)).toEqual(['superseded', 'holds'])
  expect(foldBatches(kept)).toMatchObject({ conflicts: [] })
  expect(foldBatches(kept).cellAt(key, 'a')).toEqual({ cell: number(6), corrected: true })
  expect(standings(taken)).toEqual(['superseded', 'agrees'])
  expect(foldBatches(taken)).toMatchObject({ conflicts: [] })
  expect(foldBatches(taken).cellAt(key, 'a')).toEqual({ cell: number(8), corrected: false })
})

test('once the import that was taken is undone, the correction before it holds again', () => {
  const conflicting = [base, corrected(2, [base], 6), imported(3, 8)]
  const acceptance = acceptImport(foldBatches(conflicting), key, { indicator: 'a', reason: '' })
  const undone = [base, corrected(2, [base], 6), imported(3, 8, false)]
  const contents = [...undone, correctionsOf(4, [acceptance])]

  expect(standings(contents)).toEqual(['holds', 'superseded'])
  expect(foldBatches(contents)).toMatchObject({ conflicts: [] })
  expect(foldBatches(contents).cellAt(key, 'a')?.cell).toEqual(number(6))
})

test('a cell without a number can be corrected, and can become one', () => {
  const correction = correctCell(foldBatches([base]), key, {
    indicator: 'b',
    value: blank,
    reason: '',
  })

  expect(standings([base, correctionsOf(2, [correction])])).toEqual(['holds'])
})

test('for any batches, what holds is shown, and the conflicts are those of the fold', () => {
  fc.assert(
    fc.property(anyBatches, (contents) => {
      const cube = foldBatches(contents)
      const ledger = ledgerOf(contents)
      const found = correctionStandings(cube, ledger)
      const marked = cube.conflicts.length
      const holding = ledger.filter((_, at) => found[at] === 'holds')

      expect(found.filter((standing) => standing === 'conflict')).toHaveLength(marked)
      for (const { correction } of holding) {
        expect(cube.cellAt(correction, correction.indicator)).toEqual({
          cell: correction.value,
          corrected: true,
        })
      }
    }),
  )
})
