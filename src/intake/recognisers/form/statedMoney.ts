import type { Grid } from '../../document'
import { moneyExponent, moneyUnitOf, statedUnit } from '../../cell/measureUnit'
import type { FormCell, FormLine } from './formLine'

/** A unit of money as the document states it for a row, and the words that do. */
export interface StatedMoney {
  readonly unit: string
  readonly words: string
}

/** Lines above a row in which its header may stand. */
const HEADER_LINES = 4

/**
 * The unit of money that stands nearest to a row: in its own label, in the header above it, in any line
 * of its table above (`单位：元`), or in the line before the table. Null where none of them states one.
 */
export function statedMoney(
  lines: readonly FormLine[],
  line: FormLine,
  grids: readonly Grid[],
): StatedMoney | null {
  const above = lines.slice(0, lines.indexOf(line)).filter(({ grid }) => grid === line.grid)
  const header = [line, ...above.slice(-HEADER_LINES).toReversed()]
  for (const { cells } of header) {
    const stated = cells.flatMap(inCell).at(0)
    if (stated !== undefined) return stated
  }
  const captions = [
    ...above.toReversed().flatMap(({ cells }) => cells.map(({ text }) => text)),
    grids[line.grid]?.name ?? '',
  ]
  return captions.flatMap(inCaption).at(0) ?? null
}

function inCell({ text }: FormCell): StatedMoney[] {
  const unit = statedUnit(text)
  return unit === null || moneyExponent(unit) === null ? [] : [{ unit, words: text }]
}

function inCaption(text: string): StatedMoney[] {
  const unit = moneyUnitOf(text)
  return unit === null ? [] : [{ unit, words: text }]
}
