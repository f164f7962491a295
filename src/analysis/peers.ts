/** Figures of units in one year, by which likeness is judged. */
export interface PeerTable {
  readonly items: readonly string[]
  readonly units: number
  /** NaN where a unit has no number; index = item × units + unit. */
  readonly values: Float64Array
}

/** A unit that is like another, by position. */
export interface Peer {
  readonly unit: number
  /** 0: alike in every figure. */
  readonly distance: number
}

export interface Peers {
  /** The nearest first; units at one distance in the order of the table. */
  readonly peers: readonly Peer[]
  /** Units that have all figures, the unit itself included. */
  readonly compared: number
  /** Units that lack one of the figures and so cannot be compared. */
  readonly leftOut: readonly number[]
}

/**
 * The units most like one of them: d = √(Σ((ln(1+x) − ln(1+y)) ÷ s)² ÷ k) over the k figures, where s is
 * the standard deviation of ln(1+x) over all units compared. Logarithms, because counts of counties
 * differ by multiples. A figure that is the same everywhere tells nothing and adds 0. Empty where the
 * unit itself lacks a figure.
 */
export function nearestPeers(table: PeerTable, unit: number, count: number): Peers {
  const all = Array.from({ length: table.units }, (_, position) => position)
  const compared = all.filter((position) =>
    table.items.every((_, item) => has(table, item, position)),
  )
  const leftOut = all.filter((position) => !compared.includes(position))
  if (table.items.length === 0 || !compared.includes(unit)) {
    return { peers: [], compared: compared.length, leftOut }
  }
  const spreads = table.items.map((_, item) => spreadOf(table, item, compared))
  const peers = compared
    .filter((other) => other !== unit)
    .map((other): Peer => ({ unit: other, distance: distanceOf(table, spreads, unit, other) }))
    .toSorted((a, b) => a.distance - b.distance || a.unit - b.unit)
  return { peers: peers.slice(0, count), compared: compared.length, leftOut }
}

function distanceOf(
  table: PeerTable,
  spreads: readonly number[],
  unit: number,
  other: number,
): number {
  const squares = spreads.map((spread, item) =>
    spread === 0 ? 0 : ((logOf(table, item, unit) - logOf(table, item, other)) / spread) ** 2,
  )
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / spreads.length)
}

function spreadOf(table: PeerTable, item: number, units: readonly number[]): number {
  const logs = units.map((unit) => logOf(table, item, unit)).toSorted((a, b) => a - b)
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length
  if (logs[0] === logs.at(-1)) return 0
  return Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length)
}

/** Signed, so that a figure that may be negative keeps its side of 0. */
function logOf({ values, units }: PeerTable, item: number, unit: number): number {
  const value = values[item * units + unit] as number
  return Math.sign(value) * Math.log1p(Math.abs(value))
}

function has({ values, units }: PeerTable, item: number, unit: number): boolean {
  return !Number.isNaN(values[item * units + unit])
}
