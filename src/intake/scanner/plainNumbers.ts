export const ZERO = 0x30
export const NINE = 0x39
export const POINT = 0x2e
const MINUS = 0x2d
/** Digits of a number that surely prints back as it was written. */
const SAFE_DIGITS = 15
const POWERS = Float64Array.from({ length: SAFE_DIGITS + 1 }, (_, power) => 10 ** power)

/** Whether digits are a number that prints back as they are written. */
export function isPlainWhole(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 1 || (end - start <= SAFE_DIGITS && bytes[start] !== ZERO)
}

/** The decimal of a cell with digits before `point`; NaN where it would not print back. */
export function plainDecimal(bytes: Uint8Array, start: number, point: number, end: number): number {
  let digits = 0
  for (let at = start; at < point; at++) digits = digits * 10 + (bytes[at] as number) - ZERO
  let at = point + 1
  for (; bytes[at] !== end; at++) {
    const byte = bytes[at] as number
    if (!(byte >= ZERO && byte <= NINE)) return NaN
    digits = digits * 10 + byte - ZERO
  }
  const places = at - point - 1
  const isLong = at - start - 1 > SAFE_DIGITS || places === 0 || bytes[at - 1] === ZERO
  const hasZero = bytes[start] === ZERO && point - start > 1
  const value = digits / (POWERS[places] as number)
  return isLong || hasZero || value < 1e-6 ? NaN : value
}

/** The negative whole number of a cell; NaN for any other cell and where it would not print back. */
export function plainNegative(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== MINUS || bytes[start + 1] === ZERO) return NaN
  let value = 0
  let at = start + 1
  for (; bytes[at] !== end; at++) {
    const byte = bytes[at] as number
    if (!(byte >= ZERO && byte <= NINE)) return NaN
    value = value * 10 + byte - ZERO
  }
  return at > start + 1 && isPlainWhole(bytes, start + 1, at) ? -value : NaN
}

/** Whether a cell is exactly a word. */
export function isWord(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  for (let at = 0; at < word.length; at++) {
    if (bytes[start + at] !== word[at]) return false
  }
  return bytes[start + word.length] === end
}
