import { sameCell } from './column'
import { correctionKey, type Cube } from './cube'
import type { BatchCorrection } from './foldCorrections'

/**
 * What became of a correction: it `holds`; the imports `agree` with it by now; a later one of the same
 * cell counts or fits (`superseded`); the imports changed beneath it (`conflict`); it was `undone`.
 */
export type CorrectionStanding = 'holds' | 'agrees' | 'superseded' | 'conflict' | 'undone'

/** A correction of the ledger, and whether its batch is switched on. */
export interface LedgerCorrection extends BatchCorrection {
  readonly active: boolean
}

/**
 * The standing of each correction, in the order given, which is that of their batches; by the same
 * rules as the fold that made the cube.
 */
export function correctionStandings(
  cube: Cube,
  corrections: readonly LedgerCorrection[],
): CorrectionStanding[] {
  const standings = corrections.map((): CorrectionStanding => 'undone')
  const conflicts = new Map(
    cube.conflicts.map(({ batch, correction }) => [
      correctionKey(correction, correction.indicator),
      batch,
    ]),
  )
  const settled = new Set<string>()
  for (const [at, { active, batch, correction }] of [...corrections.entries()].reverse()) {
    if (!active) continue
    const key = correctionKey(correction, correction.indicator)
    const found = cube.importedCellAt(correction, correction.indicator) ?? { kind: 'absent' }
    if (settled.has(key)) standings[at] = 'superseded'
    else if (sameCell(correction.value, found)) {
      standings[at] = 'agrees'
      settled.add(key)
    } else if (sameCell(correction.expected, found)) {
      standings[at] = 'holds'
      settled.add(key)
    } else {
      const isOpen =
        !sameCell(correction.value, correction.expected) && conflicts.get(key) === batch
      standings[at] = isOpen ? 'conflict' : 'superseded'
      // A batch may speak of a cell twice; only the last time counts.
      if (isOpen) conflicts.delete(key)
    }
  }
  return standings
}
