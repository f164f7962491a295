import type { BatchContent, ReportKey } from '@/data/batch'
import { blockOf, type Cube, type CubeBlock } from '@/data/cube'
import { keyOfSlot } from '@/data/numberKeys'
import { editions, scopes } from '@/data/segment'
import { traceCell } from '@/data/traceCell'
import type { Cell, Report } from '@/domain/report'
import type { UnitRegistry } from '@/domain/unit'

/**
 * The current reports as they travel outside the columns, by unit (in the order of their ids), year
 * and scope. Absent cells are left out; unreadable ones have their text as written.
 */
export function* cubeReports(
  cube: Cube,
  contents: readonly BatchContent[],
  registry: UnitRegistry,
): Generator<Report> {
  const { rows, starts } = cube.index
  for (const slot of orderedSlots(cube)) {
    const rowNumber = (rows[slot] ?? 0) - 1
    const number = blockOf(starts, rowNumber)
    const block = cube.blocks[number]
    if (block === undefined) continue
    const row = rowNumber - (starts[number] ?? 0)
    const { unit: unitIndex, year, scope } = keyOfSlot(slot, cube.years)
    const id = cube.units[unitIndex] ?? ''
    const key: ReportKey = { unit: id, year, scope: scopes[scope] ?? 'whole' }
    const unit = registry.byId(id)
    const cells = cellsOf(cube, block, row)
    const raw = rawTexts(contents, key, cells)
    yield {
      unit: { code: unit?.code ?? '', name: unit?.name ?? id },
      year,
      scope: key.scope,
      edition: editions[block.edition[row] ?? 0] ?? 'unknown',
      cells,
      ...(raw.size === 0 ? {} : { raw }),
    }
  }
}

function orderedSlots(cube: Cube): number[] {
  const perUnit = cube.years.length * scopes.length
  const order = cube.units
    .map((id, index) => ({ id, index }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return order.flatMap(({ index }) => {
    const first = index * perUnit
    return Array.from({ length: perUnit }, (_, slot) => first + slot).filter(
      (slot) => cube.index.rows[slot] !== 0,
    )
  })
}

function cellsOf(cube: Cube, block: CubeBlock, row: number): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const [position, { indicator }] of block.columns.entries()) {
    const cell = cube.blockCell(block, position, row)
    if (cell.kind !== 'absent') cells.set(indicator, cell)
  }
  return cells
}

function rawTexts(
  contents: readonly BatchContent[],
  key: ReportKey,
  cells: ReadonlyMap<string, Cell>,
): Map<string, string> {
  const raw = new Map<string, string>()
  for (const [indicator, { kind }] of cells) {
    if (kind !== 'unreadable') continue
    const text = traceCell(contents, key, indicator).current?.raw
    if (text !== undefined) raw.set(indicator, text)
  }
  return raw
}
