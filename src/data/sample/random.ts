/** A seeded source of chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** About `mean`, spread as counts of independent events are; never below 0. */
  around(mean: number): number
  /** How many of `trials` happen when each happens with this chance. */
  hits(trials: number, chance: number): number
  /** Shares `total` out at random by weight; every key is in the result, and the parts sum to `total`. */
  share<Key>(total: number, weights: ReadonlyMap<Key, number>): Map<Key, number>
}

/** Makes a `Random` from an unsigned 32-bit seed (the mulberry32 generator). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  function between(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1))
  }

  function around(mean: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal))
  }

  function hits(trials: number, chance: number): number {
    let count = 0
    for (let trial = 0; trial < trials; trial++) if (next() < chance) count++
    return count
  }

  function share<Key>(total: number, weights: ReadonlyMap<Key, number>): Map<Key, number> {
    const parts = new Map<Key, number>()
    let left = total
    let weightLeft = 0
    for (const weight of weights.values()) weightLeft += weight
    for (const [key, weight] of weights) {
      const last = parts.size === weights.size - 1
      const part = last ? left : hits(left, weightLeft > 0 ? weight / weightLeft : 0)
      parts.set(key, part)
      left -= part
      weightLeft -= weight
    }
    return parts
  }

  return { next, between, around, hits, share }
}

/** Mixes a seed with an index into a new seed, so that neighbouring indexes have nothing in common. */
export function mixSeed(seed: number, index: number): number {
  const mixed = Math.imul((seed ^ 0x9e3779b9) >>> 0, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
