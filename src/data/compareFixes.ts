import type { Cell } from '@/domain/report'
import type { Correction } from './batch'
import { cellAt, sameCell } from './column'
import {
  CHANGES_SHOWN,
  keyAt,
  type CellDifference,
  type ComparedSegment,
  type Comparison,
  type TakesFile,
} from './compare'
import { correctionKey, type Cube } from './cube'
import { decisions, type Decision, type Segment } from './segment'

/** A cell of a segment that was given another value in a review. */
export interface FixedCell {
  readonly row: number
  readonly indicator: string
  readonly value: Cell
  readonly reason: string
}

/** A fixed cell against the data. */
export interface ComparedFix extends FixedCell {
  /** What was read. */
  readonly read: Cell
  /** What is on record, corrections by hand included; `absent` where nothing is. */
  readonly before: Cell
  /** Null where the fix says that there is no such cell. */
  readonly standing: keyof Comparison | null
  /** What is on record is a correction by hand that says something else. */
  readonly conflicts: boolean
  /** Whether the fixed value is written. */
  readonly taken: boolean
  /** What the batch needs beside the cell as read; null where the fix writes nothing. */
  readonly correction: Correction | null
}

const ABSENT: Cell = { kind: 'absent' }

interface OpenSums {
  readonly comparison: { -readonly [Name in keyof Comparison]: number }
  readonly conflicts: Set<number>
  decision: Uint8Array | null
  replaced: number
}

/**
 * Lays fixes over a compared segment. The columns keep what was read; a fix is a correction above it
 * that expects just that, and belongs to the batch of the segment. A fixed cell is compared with what
 * is on record now, corrections included: a fix says what the cell is, not what the file says.
 */
export function compareFixes(
  base: Cube,
  compared: ComparedSegment,
  fixed: readonly FixedCell[],
  takesFile: TakesFile,
): { readonly compared: ComparedSegment; readonly fixes: readonly ComparedFix[] } {
  const { segment, changes } = compared
  const sums: OpenSums = {
    comparison: { ...compared.comparison },
    conflicts: new Set(compared.conflicts),
    decision: segment.decision?.slice() ?? null,
    replaced: compared.replaced,
  }
  const fixes = fixed.map((one) => layFix(base, segment, one, takesFile, sums))
  const cells = new Set(fixes.map((fix) => correctionKey(keyAt(segment, fix.row), fix.indicator)))
  const kept = changes.filter((change) => !cells.has(correctionKey(change, change.indicator)))
  const added = fixes.filter(differs).map(({ row, indicator, before, value }): CellDifference => ({
    ...keyAt(segment, row),
    indicator,
    before,
    after: value,
  }))
  return {
    compared: {
      segment: { ...segment, decision: sums.decision },
      comparison: sums.comparison,
      replaced: sums.replaced,
      conflicts: [...sums.conflicts],
      changes: [...added, ...kept].slice(0, CHANGES_SHOWN),
    },
    fixes,
  }
}

/** A cell as it was read, and what the data say of it. */
interface CellThere {
  /** Column × rows + row; null where the segment has no such column. */
  readonly cell: number | null
  readonly read: Cell
  readonly before: Cell
  readonly imported: Cell
  readonly corrected: boolean
}

function layFix(
  base: Cube,
  segment: Segment,
  fixed: FixedCell,
  takesFile: TakesFile,
  sums: OpenSums,
): ComparedFix {
  const { row, indicator, value, reason } = fixed
  const there = cellThere(base, segment, fixed)
  const { read, before, imported, corrected } = there
  takeOut(sums, segment, there)
  const standing = standingOf(before, value)
  const isDifferent = standing === 'changed' || standing === 'blanked'
  const takes = typeof takesFile === 'boolean' ? takesFile : takesFile(row, indicator)
  const taken = standing === 'added' || (isDifferent && takes)
  const conflicts = isDifferent && corrected
  const repeats = standing === 'same' && !corrected
  const isSame = repeats || sameCell(read, imported)
  const written: Decision = standing === 'added' ? 'taken' : 'chosen'
  const kept: Decision = isSame ? 'same' : 'refused'
  putIn(sums, segment, there, { standing, conflicts, decision: taken ? written : kept })
  const expected = read.kind === 'absent' ? imported : read
  const correction = { ...keyAt(segment, row), indicator, expected, value, reason }
  const needed = taken || repeats ? correction : null
  return { ...fixed, read, before, standing, conflicts, taken, correction: needed }
}

interface FixOutcome extends Pick<ComparedFix, 'standing' | 'conflicts'> {
  /** Of the cell as it was read. */
  readonly decision: Decision
}

/** Puts a cell as it is fixed into the counts. */
function putIn(
  sums: OpenSums,
  segment: Segment,
  { cell, read }: CellThere,
  { standing, conflicts, decision }: FixOutcome,
): void {
  if (standing !== null) sums.comparison[standing]++
  if (decision === 'chosen') sums.replaced++
  if (cell === null) return
  if (conflicts) sums.conflicts.add(cell)
  if (read.kind !== 'absent') decide(sums, segment, cell, decision)
}

function cellThere(base: Cube, segment: Segment, { row, indicator }: FixedCell): CellThere {
  const key = keyAt(segment, row)
  const column = segment.columns.findIndex((one) => one.indicator === indicator)
  const current = base.cellAt(key, indicator)
  return {
    cell: column < 0 ? null : column * segment.rows + row,
    read: column < 0 ? ABSENT : cellAt(segment, column, row),
    before: current?.cell ?? ABSENT,
    imported: base.importedCellAt(key, indicator) ?? ABSENT,
    corrected: current?.corrected === true,
  }
}

/** Takes a cell as it was read out of the counts. */
function takeOut(
  sums: OpenSums,
  { decision }: Segment,
  { cell, read, before, imported }: CellThere,
): void {
  if (cell === null || read.kind === 'absent') return
  const decided: Decision = decisions[decision?.[cell] ?? 0] ?? 'taken'
  if (decided === 'taken') sums.comparison.added--
  else if (decided === 'same') sums.comparison.same--
  else {
    const compared = imported.kind === 'absent' ? before : imported
    sums.comparison[blanks(compared, read) ? 'blanked' : 'changed']--
    if (decided === 'chosen') sums.replaced--
  }
  sums.conflicts.delete(cell)
}

function decide(sums: OpenSums, segment: Segment, cell: number, decision: Decision): void {
  if (decision === 'taken' && sums.decision === null) return
  sums.decision ??= new Uint8Array(segment.rows * segment.columns.length)
  sums.decision[cell] = decisions.indexOf(decision)
}

function standingOf(before: Cell, value: Cell): ComparedFix['standing'] {
  if (value.kind === 'absent') return null
  if (before.kind === 'absent') return 'added'
  if (sameCell(before, value)) return 'same'
  return blanks(before, value) ? 'blanked' : 'changed'
}

function blanks(before: Cell, after: Cell): boolean {
  return before.kind === 'value' && after.kind !== 'value'
}

function differs({ standing }: ComparedFix): boolean {
  return standing === 'changed' || standing === 'blanked'
}
