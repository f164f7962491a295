/*
 * These hashes find damage and differences, not forgery; so they are made for speed (a cryptographic
 * hash in JavaScript takes ten times as long), with the multiply-and-rotate steps of the
 * Murmur and xxHash families.
 */
const PRIME_1 = 0x9e3779b1
const PRIME_2 = 0x85ebca77
const PRIME_3 = 0xc2b2ae3d
const PRIME_4 = 0x27d4eb2f

/** Four words that take in any number of others. */
export type Lanes = [number, number, number, number]

/** Lanes that have taken in nothing. */
export function newLanes(): Lanes {
  return [PRIME_1, PRIME_2, PRIME_3, PRIME_4]
}

/** Takes in a text, two UTF-16 units a word. */
export function addText(lanes: Lanes, text: string): void {
  const words = new Uint32Array(Math.ceil(text.length / 2))
  for (let i = 0; i < text.length; i++)
    words[i >> 1] = (words[i >> 1] as number) ^ (text.charCodeAt(i) << ((i & 1) << 4))
  addWords(lanes, words)
}

/**
 * Takes in words: four lanes side by side, a quarter of the words each, so that the processor need not
 * wait. The loop does without calls: when a page opens it runs before it is compiled.
 */
export function addWords(lanes: Lanes, words: Uint32Array): void {
  let [a, b, c, d] = lanes
  const whole = words.length & ~3
  for (let i = 0; i < whole; i += 4) {
    a = (a + Math.imul(words[i] as number, PRIME_2)) | 0
    a = Math.imul((a << 13) | (a >>> 19), PRIME_1)
    b = (b + Math.imul(words[i + 1] as number, PRIME_2)) | 0
    b = Math.imul((b << 13) | (b >>> 19), PRIME_1)
    c = (c + Math.imul(words[i + 2] as number, PRIME_2)) | 0
    c = Math.imul((c << 13) | (c >>> 19), PRIME_1)
    d = (d + Math.imul(words[i + 3] as number, PRIME_2)) | 0
    d = Math.imul((d << 13) | (d >>> 19), PRIME_1)
  }
  for (let i = whole; i < words.length; i++) a = round(a, words[i] as number)
  lanes[0] = round(a, words.length)
  lanes[1] = round(b, lanes[0])
  lanes[2] = round(c, lanes[1])
  lanes[3] = round(d, lanes[2])
}

function round(lane: number, word: number): number {
  const sum = (lane + Math.imul(word, PRIME_2)) | 0
  return Math.imul((sum << 13) | (sum >>> 19), PRIME_1)
}

/** The hash of what lanes have taken in; 32 hexadecimal digits. */
export function lanesHash([a, b, c, d]: Lanes): string {
  return hexDigits([mix(a, b, c), mix(b, c, d), mix(c, d, a), mix(d, a, b)])
}

/** Eight hexadecimal digits a word. */
export function hexDigits(words: readonly number[]): string {
  return words.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** Three words to one, every bit of each in every bit of it. */
export function mix(key: number, low: number, high: number): number {
  let hash = Math.imul(key ^ (key >>> 15), PRIME_1) ^ low
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2) ^ high
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3)
  hash = Math.imul(hash ^ (hash >>> 16), PRIME_2)
  return hash ^ (hash >>> 15)
}
