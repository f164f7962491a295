/** Decimal digits that a double holds for certain. */
const CERTAIN_DIGITS = 15

/**
 * A sum or difference of decimals without the binary rounding noise: 0.1 + 0.2 is 0.3 here.
 * `magnitude` is the largest number that went into it, which says where the noise begins.
 */
export function withoutNoise(value: number, magnitude: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return value
  const digitsBefore = Math.max(1, Math.floor(Math.log10(Math.abs(magnitude))) + 1)
  const decimals = CERTAIN_DIGITS - digitsBefore
  return decimals < 0 ? value : Number(value.toFixed(decimals))
}

/** To so many decimals; but what is not 0 is never rounded to it, it keeps its first digit: 0.004. */
export function roundedNotToZero(value: number, decimals: number): number {
  const factor = 10 ** decimals
  const rounded = Math.round(value * factor) / factor
  return rounded === 0 && value !== 0 ? Number(value.toPrecision(1)) : rounded
}

/** Adds numbers up with Neumaier's compensation, and without noise at the end. */
export class DecimalSum {
  count = 0
  #sum = 0
  #lost = 0
  #magnitude = 0

  add(value: number): void {
    const sum = this.#sum + value
    if (Math.abs(this.#sum) >= Math.abs(value)) this.#lost += this.#sum - sum + value
    else this.#lost += value - sum + this.#sum
    this.#sum = sum
    this.#magnitude = Math.max(this.#magnitude, Math.abs(value), Math.abs(sum))
    this.count++
  }

  get total(): number {
    return withoutNoise(this.#sum + this.#lost, this.#magnitude)
  }
}
