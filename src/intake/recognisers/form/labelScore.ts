import { labelKey } from '@/domain/normaliseLabel'

/** Shortest piece of a cut label that still says which one it is. */
const SHORTEST_PIECE = 4
/** Below this two texts have nothing to do with each other. */
const SIMILAR = 0.7

/**
 * How well a written label fits an official one, 0 to 1: the same words 1; cut at either end 0.9 and
 * less the more is lost; misspelt in a few characters up to 0.85; else 0.
 */
export function labelScore(written: string, official: string): number {
  return keyScore(keyOf(written), keyOf(official))
}

/** Keys of the texts met last: a document asks for the same few labels again and again. */
const keys = new Map<string, string>()
const MOST_KEYS = 4096
/** A longer text is a sentence, which nobody asks for twice. */
const LONGEST_KEPT = 80

function keyOf(text: string): string {
  const known = keys.get(text)
  if (known !== undefined) return known
  const key = labelKey(text)
  if (keys.size >= MOST_KEYS) keys.clear()
  if (text.length <= LONGEST_KEPT) keys.set(text, key)
  return key
}

function keyScore(written: string, official: string): number {
  if (written === official) return written === '' ? 0 : 1
  const [short, long] = written.length < official.length ? [written, official] : [official, written]
  if (short.length < SHORTEST_PIECE) return 0
  if (long.startsWith(short) || long.endsWith(short))
    return 0.86 + (0.04 * short.length) / long.length
  // So many characters more, or so few in common, and no alignment makes them similar.
  const most = Math.floor((1 - SIMILAR) * long.length)
  if (long.length - short.length > most || inCommon(short, long) < long.length - most) return 0
  const similarity = 1 - editDistance(short, long) / long.length
  return similarity >= SIMILAR ? 0.85 * similarity : 0
}

/** Characters of the shorter text that the longer has too: no fewer of them stay when it is edited. */
function inCommon(short: string, long: string): number {
  let count = 0
  for (const character of short) if (long.includes(character)) count++
  return count
}

/** Levenshtein distance of two short texts. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const substituted = (previous[j - 1] ?? Infinity) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const removed = (previous[j] ?? Infinity) + 1
      const added = (current[j - 1] ?? Infinity) + 1
      current.push(Math.min(substituted, removed, added))
    }
    previous = current
  }
  return previous[b.length] ?? Infinity
}
