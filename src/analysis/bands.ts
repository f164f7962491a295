import { numberLimit } from '@/data/column'
import type { CubeBlock } from '@/data/cube'
import { applicants, requestIndicator, requestRows } from '@/domain/tableThree'
import { indicators } from '@/domain/catalogue'

/** All figures of the form, in printed order. */
export const formFigures: readonly string[] = indicators
  .filter(({ table }) => table === '2' || table === '3' || table === '4')
  .map(({ id }) => id)

/** Rows of table 三 in one band. */
const BAND_ROWS = 2
/** A band that sums to less may be the same by chance. */
const STRONG_SUM = 50
const STRONG_FIGURES = 3

/** Pieces of the form; copies share at least some of them whole. */
const bands: readonly (readonly string[])[] = [
  ...tableBands('2'),
  ...tableBands('4'),
  ...Array.from({ length: Math.ceil(requestRows.length / BAND_ROWS) }, (_, band) =>
    requestRows
      .slice(band * BAND_ROWS, (band + 1) * BAND_ROWS)
      .flatMap((row) => applicants.map((applicant) => requestIndicator(row, applicant))),
  ),
]

function tableBands(table: '2' | '4'): string[][] {
  return [indicators.filter((indicator) => indicator.table === table).map(({ id }) => id)]
}

export const BANDS = bands.length

/**
 * A hash of each band of each report (row × BANDS + band): 0 where it has no number but 0, odd where
 * it says enough to be compared with those of other counties.
 */
export function bandHashes({ rows, columns, positions }: CubeBlock): Uint32Array {
  const hashes = new Uint32Array(rows * BANDS)
  const hash = new Uint32Array(rows)
  const sum = new Float64Array(rows)
  const count = new Uint8Array(rows)
  for (const [band, figures] of bands.entries()) {
    hash.fill(0)
    sum.fill(0)
    count.fill(0)
    for (const [at, figure] of figures.entries()) {
      const column = columns[positions.get(figure) ?? -1]
      if (column !== undefined) mixColumn(column.values, at, { hash, sum, count })
    }
    for (let row = 0; row < rows; row++) {
      if (count[row] === 0) continue
      const strong = (sum[row] as number) >= STRONG_SUM && (count[row] as number) >= STRONG_FIGURES
      const even = ((hash[row] as number) & ~1) >>> 0
      hashes[row * BANDS + band] = strong ? even | 1 : even === 0 ? 2 : even
    }
  }
  return hashes
}

/** Whether a hash is of a piece that says enough to be compared with those of other counties. */
export function isStrong(hash: number): boolean {
  return hash % 2 === 1
}

interface Mixing {
  readonly hash: Uint32Array
  readonly sum: Float64Array
  readonly count: Uint8Array
}

function mixColumn(
  values: CubeBlock['columns'][number]['values'],
  salt: number,
  { hash, sum, count }: Mixing,
): void {
  const limit = numberLimit(values)
  for (let row = 0; row < hash.length; row++) {
    const value = values[row] as number
    if (!(value < limit) || value === 0) continue
    // A decimal counts by its hundredths: enough to tell figures apart.
    const whole = Math.round(value * 100) >>> 0
    const mixed = Math.imul(
      (hash[row] as number) ^ whole ^ Math.imul(salt + 1, 0x9e3779b1),
      0x85ebca6b,
    )
    hash[row] = (mixed ^ (mixed >>> 15)) >>> 0
    sum[row] = (sum[row] as number) + value
    count[row] = (count[row] as number) + 1
  }
}

/** How many bands two reports share. */
export function sharedBands(a: Uint32Array, rowA: number, b: Uint32Array, rowB: number): number {
  let shared = 0
  for (let band = 0; band < BANDS; band++) {
    const hash = a[rowA * BANDS + band] as number
    if (hash !== 0 && hash === b[rowB * BANDS + band]) shared++
  }
  return shared
}
