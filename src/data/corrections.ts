import type { Cell } from '@/domain/report'
import type { Correction, ReportKey } from './batch'
import type { Cube } from './cube'

/**
 * A correction of one cell. It expects what the imports say now, an earlier correction left aside,
 * so that it holds when that one is undone.
 */
export function correctCell(
  cube: Cube,
  { unit, year, scope }: ReportKey,
  change: { readonly indicator: string; readonly value: Cell; readonly reason: string },
): Correction {
  const expected = cube.importedCellAt({ unit, year, scope }, change.indicator)
  return { unit, year, scope, ...change, expected: expected ?? { kind: 'absent' } }
}

/** The user's word that what the imports say counts, and no earlier correction. */
export function acceptImport(
  cube: Cube,
  key: ReportKey,
  { indicator, reason }: { readonly indicator: string; readonly reason: string },
): Correction {
  const value = cube.importedCellAt(key, indicator) ?? { kind: 'absent' }
  return correctCell(cube, key, { indicator, value, reason })
}

/**
 * 本报告空格按 0: a correction to 0 of every given figure that the report leaves blank, for the user to
 * record at once. What is absent, unreadable or “/” stays.
 */
export function blanksAsZero(
  cube: Cube,
  key: ReportKey,
  indicators: readonly string[],
  reason: string,
): Correction[] {
  return indicators
    .filter((indicator) => cube.cellAt(key, indicator)?.cell.kind === 'blank')
    .map((indicator) =>
      correctCell(cube, key, {
        indicator,
        value: { kind: 'value', value: 0, approximate: false },
        reason,
      }),
    )
}
