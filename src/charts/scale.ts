/**
 * A logarithmic scale that copes with zeros and negative numbers: linear from −1 to 1, from there one
 * unit of length for every power of ten. 0 → 0, 1 → 1, 10 → 2, 100 → 3.
 */
export function toSymlog(value: number): number {
  const size = Math.abs(value)
  return Math.sign(value) * (size <= 1 ? size : 1 + Math.log10(size))
}

/** The number that stands at a position of the scale; the inverse of `toSymlog`. */
export function fromSymlog(position: number): number {
  const size = Math.abs(position)
  return Math.sign(position) * (size <= 1 ? size : 10 ** (size - 1))
}

/** Ends of an axis and its marks, in positions on the axis. */
export interface AxisMarks {
  readonly min: number
  readonly max: number
  readonly marks: readonly number[]
}

/**
 * Marks at 0, 1, 10, 100 … around the numbers (at 2 and 5 too where they span less than two powers of
 * ten). The axis starts at 0 if `fromZero`, else at the mark below the smallest number.
 */
export function symlogMarks(values: readonly number[], fromZero: boolean): AxisMarks {
  const finite = values.filter((value) => Number.isFinite(value))
  const least = Math.min(...(fromZero ? [0] : []), ...finite)
  const most = Math.max(...(fromZero ? [0] : []), ...finite)
  if (finite.length === 0) return { min: 0, max: 1, marks: [0, 1] }

  const low = Math.floor(toSymlog(least))
  const high = Math.max(Math.ceil(toSymlog(most)), low + 1)
  const powers = Array.from({ length: high - low + 1 }, (_, step) => low + step)
  if (high - low > 2) return { min: low, max: high, marks: powers }

  const between = powers.flatMap((power) =>
    power >= 1 ? [toSymlog(2 * fromSymlog(power)), toSymlog(5 * fromSymlog(power))] : [],
  )
  const marks = [...powers, ...between.filter((mark) => mark < high)].toSorted((a, b) => a - b)
  return { min: low, max: high, marks }
}

/** Round marks (1, 2 or 5 times a power of ten) from 0 to beyond the numbers. */
export function linearMarks(values: readonly number[]): AxisMarks {
  const finite = values.filter((value) => Number.isFinite(value))
  const least = Math.min(0, ...finite)
  const most = Math.max(0, ...finite)
  if (least === most) return { min: 0, max: 1, marks: [0, 1] }

  const step = roundStep((most - least) / 4)
  const low = Math.floor(least / step)
  const high = Math.ceil(most / step)
  const marks = Array.from({ length: high - low + 1 }, (_, index) => round((low + index) * step))
  return { min: round(low * step), max: round(high * step), marks }
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  if (lead <= 1) return power
  if (lead <= 2) return 2 * power
  return lead <= 5 ? 5 * power : 10 * power
}

/** Takes the dust of binary fractions off a multiple of a round step. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}
