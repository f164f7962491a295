/** A number as somebody said or wrote it: how exact it is meant, and of what. */
export interface SpokenNumber {
  readonly value: number
  /** Half a unit of the last digit that was said: anything that rounds to the number is within it. */
  readonly tolerance: number
  /** `any`: nothing was said of it; `count`: things (件、人…); `money`: 万元. */
  readonly of: 'any' | 'count' | 'money' | 'percent' | 'points'
  /** Whether a sign was written: then a fall is no rise. */
  readonly signed: boolean
  /** Decimals that were written. */
  readonly decimals: number
}

const SPOKEN =
  /^(?:约|大约|近|大概)?([+-])?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(万|亿)?(%|个?百分点|元|[件人次条项个份部]|人次)?$/u

const powers = { 万: 4, 亿: 8 } as const

/** Reads `1284`, `1,077.89 万元`, `20.4%`, `-3.5 个百分点`, `1.2万件`; null for any other text. */
export function parseSpokenNumber(text: string): SpokenNumber | null {
  const plain = text.normalize('NFKC').replace(/\s/gu, '').replace(/[−–—]/gu, '-')
  const found = SPOKEN.exec(plain)
  if (found === null) return null
  const [, sign = '', whole = '', fraction = '', times, unit = ''] = found
  // Money is counted in 万元, as in the form.
  const power = (times === '万' || times === '亿' ? powers[times] : 0) - (unit === '元' ? 4 : 0)
  return {
    value: Number(`${sign}${whole.replaceAll(',', '')}.${fraction || '0'}e${power}`),
    tolerance: Number(`5e${power - 1 - fraction.length}`),
    of: kindOf(unit),
    signed: sign !== '',
    decimals: fraction.length,
  }
}

function kindOf(unit: string): SpokenNumber['of'] {
  if (unit === '') return 'any'
  if (unit === '%') return 'percent'
  if (unit.endsWith('百分点')) return 'points'
  return unit === '元' ? 'money' : 'count'
}

/** Whether a number, rounded as it was spoken, is the one that was said; without a sign, of any sign. */
export function meansNumber({ value, tolerance, signed }: SpokenNumber, number: number): boolean {
  const compared = signed ? number : Math.abs(number)
  // Half a digit up or down, and what binary fractions lose.
  return Math.abs(compared - value) <= tolerance * (1 + 1e-9) + Math.abs(value) * 1e-12
}
