import type { CubeBlock } from '@/data/cube'
import { scopes } from '@/data/segment'
import { checkNumber } from '@/domain/checks/checkList'
import { isCopy, likenessOf } from '@/domain/checks/likeness'
import { BANDS, isStrong, sharedBands } from './bands'
import { markOf, type BlockChecks } from './blockChecks'
import { formNumbers, type TakeOutcome, type UnitReading } from './unitChecks'

const COPY = checkNumber('C-COUNTY')
const FAILED = markOf('failed')
const WHOLE = scopes.indexOf('whole')

/** Copies share at least so many of their pieces whole. */
const SHARED = 3
/** Reports that share one strong piece and are compared with each other at most. */
const MOST_NEIGHBOURS = 4

/**
 * C-COUNTY: reports of different units and one year that are nearly the same; each is reported with
 * the first that it is like. They are found by strong pieces (`bandHashes`) that they share.
 *
 * @param only slots to compare with all others; null: all with all
 */
export function findCopies(
  reading: UnitReading,
  only: ReadonlySet<number> | null,
  take: TakeOutcome,
): void {
  const { cube } = reading
  for (let year = 0; year < cube.years.length; year++) {
    if (only === null) compareAll(reading, slotsOfYear(reading, year), take)
    else compareSome(reading, year, only, take)
  }
}

function slotsOfYear({ cube, places }: UnitReading, year: number): number[] {
  const slots: number[] = []
  for (let unit = 0; unit < cube.units.length; unit++) {
    const slot = (unit * cube.years.length + year) * scopes.length + WHOLE
    if ((places.block[slot] as number) >= 0) slots.push(slot)
  }
  return slots
}

function compareAll(reading: UnitReading, slots: readonly number[], take: TakeOutcome): void {
  const sharers = new Map<number, number[]>()
  for (const slot of slots) {
    const { bands } = checksOf(reading, slot)
    const first = rowOf(reading, slot) * BANDS
    let found = -1
    for (let band = 0; band < BANDS; band++) {
      const hash = bands[first + band] as number
      if (!isStrong(hash)) continue
      // Hashes have 32 bits, so the band fits above them.
      const key = band * 0x1_0000_0000 + hash
      const others = sharers.get(key)
      if (others === undefined) {
        sharers.set(key, [slot])
        continue
      }
      if (found < 0) found = others.find((other) => areCopies(reading, slot, other)) ?? -1
      if (others.length < MOST_NEIGHBOURS) others.push(slot)
    }
    if (found >= 0) takeBoth(slot, found, take)
  }
}

function compareSome(
  reading: UnitReading,
  year: number,
  only: ReadonlySet<number>,
  take: TakeOutcome,
): void {
  const { cube } = reading
  const isOfYear = (slot: number) => Math.floor(slot / scopes.length) % cube.years.length === year
  if (![...only].some(isOfYear)) return
  const slots = slotsOfYear(reading, year)
  for (const slot of slots.filter((each) => only.has(each))) {
    const other = slots.find(
      (each) => each !== slot && shareStrong(reading, slot, each) && areCopies(reading, slot, each),
    )
    if (other !== undefined) takeBoth(slot, other, take)
  }
}

/** Whether two reports share a piece that says enough. */
function shareStrong(reading: UnitReading, a: number, b: number): boolean {
  const [ofA, ofB] = [checksOf(reading, a).bands, checksOf(reading, b).bands]
  const [rowA, rowB] = [rowOf(reading, a) * BANDS, rowOf(reading, b) * BANDS]
  for (let band = 0; band < BANDS; band++) {
    const hash = ofA[rowA + band] as number
    if (isStrong(hash) && hash === ofB[rowB + band]) return true
  }
  return false
}

function takeBoth(slot: number, other: number, take: TakeOutcome): void {
  take(slot, COPY, FAILED, other)
  take(other, COPY, FAILED, slot)
}

function areCopies(reading: UnitReading, a: number, b: number): boolean {
  const shared = sharedBands(
    checksOf(reading, a).bands,
    rowOf(reading, a),
    checksOf(reading, b).bands,
    rowOf(reading, b),
  )
  if (shared < SHARED) return false
  return isCopy(likenessOf(formNumbers(reportAt(reading, a)), formNumbers(reportAt(reading, b))))
}

function reportAt(reading: UnitReading, slot: number): { block: CubeBlock; row: number } {
  const block = reading.cube.blocks[reading.places.block[slot] as number] as CubeBlock
  return { block, row: rowOf(reading, slot) }
}

function checksOf(reading: UnitReading, slot: number): BlockChecks {
  return reading.blocks[reading.places.block[slot] as number] as BlockChecks
}

function rowOf(reading: UnitReading, slot: number): number {
  return reading.places.row[slot] as number
}
