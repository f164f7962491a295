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
  return keyScore(labelKey(written), labelKey(official))
}

function keyScore(written: string, official: string): number {
  if (written === official) return written === '' ? 0 : 1
  const [short, long] = written.length < official.length ? [written, official] : [official, written]
  if (short.length < SHORTEST_PIECE) return 0
  if (long.startsWith(short) || long.endsWith(short))
    return 0.86 + (0.04 * short.length) / long.length
  const similarity = 1 - editDistance(short, long) / long.length
  return similarity >= SIMILAR ? 0.85 * similarity : 0
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
