import { numberLimit } from '@/data/column'
import type { CubeBlock } from '@/data/cube'
import { cellRules, type CellRule } from '@/domain/checks/cellRules'
import { checkMarks } from './answer'

const FAILED = checkMarks.indexOf('failed')

const rulesByIndicator: ReadonlyMap<string, CellRule> = new Map(
  cellRules.map((rule) => [rule.indicator, rule]),
)

/**
 * Rows of a block whose number is none that the cell may hold (T2-INT, T3-INT, T4-INT). A column of a
 * narrow integer type can hold no other numbers than whole ones from 0.
 */
export function rowsAgainst(block: CubeBlock, rule: CellRule): number[] {
  const values = block.columns[block.positions.get(rule.indicator) ?? -1]?.values
  if (!(values instanceof Float64Array)) return []
  const limit = numberLimit(values)
  const found: number[] = []
  for (let row = 0; row < block.rows; row++) {
    const value = values[row] as number
    if (value < limit && !rule.holds(value)) found.push(row)
  }
  return found
}

/** Marks the rows in which one of the indicators holds what it may not; index in `checkMarks`. */
export function raiseByCells(
  block: CubeBlock,
  indicators: readonly string[],
  outcomes: Uint8Array,
): void {
  for (const indicator of indicators) {
    const rule = rulesByIndicator.get(indicator)
    if (rule === undefined) continue
    for (const row of rowsAgainst(block, rule)) outcomes[row] = FAILED
  }
}
