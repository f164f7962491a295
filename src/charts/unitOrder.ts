import type { UnitLabel } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'

export type SortBy = 'value' | 'name' | 'code'

let collator: Intl.Collator | null = null

/**
 * Positions of the units in the order asked for. By value: largest first, then ratios over a small
 * denominator, then units without a number; whatever is equal stands in the order of the codes.
 */
export function unitOrder(
  units: readonly UnitLabel[],
  by: SortBy,
  minimumDenominator: number | null,
  cellOf: (unit: number) => AnswerCell,
): readonly number[] {
  const positions = units.map((_, position) => position)
  const code = (position: number) => units[position]?.code ?? '~'
  const inCodes = (a: number, b: number) => compareText(code(a), code(b)) || a - b
  if (by === 'code') return positions.toSorted(inCodes)
  if (by === 'name') {
    const name = (position: number) => units[position]?.name ?? ''
    return positions.toSorted((a, b) => names().compare(name(a), name(b)) || inCodes(a, b))
  }

  const cells = positions.map(cellOf)
  return positions.toSorted(
    (a, b) => compareCells(cells[a], cells[b], minimumDenominator) || inCodes(a, b),
  )
}

/** Whether it is a ratio over fewer than the least that is ranked; `minimum` null: no ratio. */
export function isSmall(cell: AnswerCell, minimum: number | null): boolean {
  return minimum !== null && cell.state === 'value' && cell.denominator < minimum
}

/** Names as shown; a name that several of the units share is followed by its code. */
export function shownNames(units: readonly UnitLabel[]): readonly string[] {
  const known = namesOf.get(units) ?? namesAmong(units)
  namesOf.set(units, known)
  return known
}

/** Names of an answer's units, once made: every chart and every tip asks for them. */
const namesOf = new WeakMap<readonly UnitLabel[], readonly string[]>()

function namesAmong(units: readonly UnitLabel[]): readonly string[] {
  const seen = new Map<string, number>()
  for (const { name } of units) seen.set(name, (seen.get(name) ?? 0) + 1)
  return units.map(({ name, code }) =>
    (seen.get(name) ?? 0) > 1 && code !== null ? `${name} ${code}` : name,
  )
}

function compareCells(
  a: AnswerCell | undefined,
  b: AnswerCell | undefined,
  minimum: number | null,
): number {
  const band = (cell: AnswerCell | undefined) => {
    if (cell?.state !== 'value') return 2
    return isSmall(cell, minimum) ? 1 : 0
  }
  const bands = band(a) - band(b)
  if (bands !== 0 || !a || !b || band(a) === 2) return bands
  return b.value - a.value
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Made when it is first asked for: its tables take some time to load. */
function names(): Intl.Collator {
  return (collator ??= new Intl.Collator('zh-CN'))
}
