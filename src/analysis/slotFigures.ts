import type { Cube } from '@/data/cube'
import { scopes } from '@/data/segment'
import { emptyFigures, type Figures } from '@/domain/checks/figures'
import { columnsOf, readFigures } from './blockReader'

/** The figures of a list of reports, report by report; all absent where there is none. */
export interface SlotFigures {
  readonly count: number
  readonly all: Figures
}

/** Reads the same figures of the reports in these slots; `indicators` is kept as a key (`columnsOf`). */
export function figuresAt(
  cube: Cube,
  indicators: readonly string[],
  slots: Int32Array,
): SlotFigures {
  const count = indicators.length
  const all = emptyFigures(count * slots.length)
  const read = emptyFigures(count)
  for (const { block, rows, targets } of cube.select(slots)) {
    const columns = columnsOf(block, indicators)
    for (let at = 0; at < rows.length; at++) {
      readFigures(columns, rows[at] as number, read)
      all.values.set(read.values, (targets[at] as number) * count)
      all.states.set(read.states, (targets[at] as number) * count)
    }
  }
  return { count, all }
}

/** Copies the figures of one report, by its place among the slots, into figures that are used again. */
export function copyFigures({ count, all }: SlotFigures, place: number, into: Figures): Figures {
  for (let at = 0; at < count; at++) {
    into.values[at] = all.values[place * count + at] as number
    into.states[at] = all.states[place * count + at] as number
  }
  return into
}

/** The slots of the same units' reports so many years later (or before); -1 where the cube has no such year. */
export function slotsBeside({ years }: Cube, slots: Int32Array, later: 1 | -1): Int32Array {
  return slots.map((slot) => {
    if (slot < 0) return -1
    const year = Math.floor(slot / scopes.length) % years.length
    const isThere = years[year + later] === (years[year] ?? NaN) + later
    return isThere ? slot + later * scopes.length : -1
  })
}
