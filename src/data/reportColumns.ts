import type { Cell, Scope } from '@/domain/report'
import type { ReportKey } from './batch'
import { isMarked, stateAt } from './column'
import type { Cube, RowSelection } from './cube'
import { keyOfSlot } from './numberKeys'
import { missingStates, scopes, type SegmentColumn } from './segment'

const ABSENT = 1 + missingStates.indexOf('absent')
/** The state of cells where there is no report at all. */
const NO_REPORT = 0xff

/** Every report that a cube has, and every row of auxiliary figures. */
export function reportKeys(cube: Cube): ReportKey[] {
  const keys: ReportKey[] = []
  for (const [slot, row] of cube.index.rows.entries()) {
    if (row === 0) continue
    const { unit, year, scope } = keyOfSlot(slot, cube.years)
    keys.push({ unit: cube.units[unit] as string, year, scope: scopes[scope] as Scope })
  }
  return keys
}

/** Every indicator that a report of the cube has. */
export function cubeIndicators(cube: Cube): Set<string> {
  return new Set(cube.blocks.flatMap(({ positions }) => [...positions.keys()]))
}

/** One indicator of some reports, read from a cube: loops over it need no objects. */
export class ReportColumn {
  readonly #keys: readonly ReportKey[]
  readonly #cube: Cube
  readonly #selections: readonly RowSelection[]
  readonly #entries: Float64Array
  readonly #states: Uint8Array
  readonly #approximate: Uint8Array
  #indicator = ''

  constructor(cube: Cube, keys: readonly ReportKey[]) {
    this.#cube = cube
    this.#keys = keys
    this.#selections = cube.select(Int32Array.from(keys, (key) => cube.slot(key)))
    this.#entries = new Float64Array(keys.length)
    this.#states = new Uint8Array(keys.length)
    this.#approximate = new Uint8Array(keys.length)
  }

  /** Puts another indicator in place of the one that was read before. */
  read(indicator: string): void {
    this.#indicator = indicator
    this.#states.fill(NO_REPORT)
    this.#approximate.fill(0)
    for (const { block, rows, targets } of this.#selections) {
      const position = block.positions.get(indicator)
      const column = block.columns[position ?? -1]
      if (column === undefined || position === undefined) {
        for (const target of targets) this.#states[target] = ABSENT
        continue
      }
      this.#fill(column, rows, targets)
      if (block.approximate.length === 0) continue
      for (const [i, row] of rows.entries()) {
        const mark = isMarked(block.approximate, position * block.rows + row)
        this.#approximate[targets[i] as number] = mark ? 1 : 0
      }
    }
  }

  /** Whether there is a cell at all: neither absent nor without a report. */
  isPresent(at: number): boolean {
    const state = this.#states[at]
    return state !== ABSENT && state !== NO_REPORT
  }

  hasReport(at: number): boolean {
    return this.#states[at] !== NO_REPORT
  }

  /** Whether the cells are the same; no report is as good as an absent cell. */
  isSame(other: ReportColumn, at: number): boolean {
    const [mine, theirs] = [this.#states[at], other.#states[at]]
    if (mine !== 0 || theirs !== 0)
      return mine === theirs || (!this.isPresent(at) && !other.isPresent(at))
    return (
      this.#entries[at] === other.#entries[at] && this.#approximate[at] === other.#approximate[at]
    )
  }

  cell(at: number): Cell {
    const key = this.#keys[at]
    const found = key === undefined ? null : this.#cube.cellAt(key, this.#indicator)
    return found?.cell ?? { kind: 'absent' }
  }

  #fill(column: SegmentColumn, rows: Uint32Array, targets: Uint32Array): void {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number
      const target = targets[i] as number
      this.#entries[target] = column.values[row] as number
      this.#states[target] = stateAt(column, row)
    }
  }
}
