import type { Cell } from '@/domain/report'
import type { Batch, Correction } from './batch'
import { sameCell } from './column'
import { blockOf, correctionKey, Cube, startsOf, type Conflict, type CubeParts } from './cube'
import { Overlaps } from './overlaps'
import { SEGMENT_ROWS } from './segment'

/** A correction with the batch it belongs to. */
export interface BatchCorrection {
  readonly batch: Batch['id']
  readonly correction: Correction
}

/** A correction and the merged row that it goes into. */
interface Placed {
  readonly target: number
  readonly correction: Correction
}

/**
 * The cube with the corrections above it; rows that none of them touches stay where they are. The
 * cube must have room for the keys of all corrections, which are in the order of their batches.
 */
export function foldCorrections(parts: CubeParts, corrections: readonly BatchCorrection[]): Cube {
  const imports = new Cube(parts)
  const conflicts: Conflict[] = []
  const beneath = new Map<string, Cell>()
  const held: Correction[] = []
  for (const [key, ofCell] of groupByCell(corrections)) {
    const { found, holds, conflict } = settle(imports, ofCell)
    if (conflict !== null) conflicts.push(conflict)
    if (holds === null) continue
    held.push(holds)
    beneath.set(key, found)
  }
  if (held.length === 0) return new Cube({ ...parts, conflicts })
  const texts = new Map([...parts.texts, ...held.flatMap(textOf)])
  return new Cube({ ...layOver(imports, parts, held), conflicts, beneath, texts })
}

function textOf({ value }: Correction): (readonly [number, string])[] {
  return value.kind === 'value' && value.text !== undefined ? [[value.value, value.text]] : []
}

/**
 * The latest correction that expected what the imports say holds; the latest of all is a conflict
 * if it did not, unless the imports say by now what it said. One that says what it expected is the
 * user's word for an import: once that import is gone, there is nothing left to decide.
 */
function settle(
  imports: Cube,
  ofCell: readonly BatchCorrection[],
): { found: Cell; holds: Correction | null; conflict: Conflict | null } {
  let conflict: Conflict | null = null
  let found: Cell = { kind: 'absent' }
  for (const { batch, correction } of ofCell.toReversed()) {
    found = imports.cellAt(correction, correction.indicator)?.cell ?? { kind: 'absent' }
    if (sameCell(correction.value, found)) return { found, holds: null, conflict }
    if (sameCell(correction.expected, found)) return { found, holds: correction, conflict }
    if (!sameCell(correction.value, correction.expected)) conflict ??= { batch, correction, found }
  }
  return { found, holds: null, conflict }
}

/** Copies the rows that have corrections and sets their cells. */
function layOver(imports: Cube, parts: CubeParts, held: readonly Correction[]): CubeParts {
  const rows = parts.index.rows.slice()
  const { starts } = parts.index
  const overlaps = new Overlaps()
  const targets = new Map<number, number>()
  const placed = held.map((correction): Placed => {
    const slot = imports.slot(correction)
    let target = targets.get(slot)
    if (target === undefined) {
      target = overlaps.open(slot)
      targets.set(slot, target)
      const before = rows[slot] as number
      if (before !== 0) {
        const block = blockOf(starts, before - 1)
        overlaps.add(target, block, before - 1 - (starts[block] as number))
      }
    }
    return { target, correction }
  })
  const sources = parts.blocks.map((block) => ({ ...block, decision: null }))
  const merged = overlaps.close(sources, parts.years, (merger, first) => {
    for (const { target, correction } of placed) {
      if (target < first || target >= first + SEGMENT_ROWS) continue
      merger.correct(target - first, correction.indicator, correction.value)
    }
  })
  const start = starts[parts.blocks.length] as number
  for (const [slot, target] of targets) rows[slot] = start + target + 1
  const blocks = [...parts.blocks, ...merged]
  return { ...parts, blocks, index: { rows, starts: startsOf(blocks) } }
}

function groupByCell(
  corrections: readonly BatchCorrection[],
): ReadonlyMap<string, readonly BatchCorrection[]> {
  const groups = new Map<string, BatchCorrection[]>()
  for (const one of corrections) {
    const key = correctionKey(one.correction, one.correction.indicator)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups
}
