import type { PdfRule } from './pdfPage'

/** A ruled table: the lines between its columns and rows, and which of its cells are one. */
export interface Lattice {
  /** Ascending; n + 1 lines for n columns. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** For every cell (row × columns + column) the upper left cell of what it is part of. */
  readonly cells: Int32Array
}

/** Lines nearer than this (in points) are one line, and ends this near touch. */
const NEAR = 3
/** So much of the border between two cells must be drawn for it to part them. */
const PARTS = 0.6

/** A page of more lines is a drawing, no table. */
const MOST_LINES = 3000

/** The ruled tables of a page, from above to below. */
export function lattices(rules: readonly PdfRule[]): Lattice[] {
  const lines = [...joined(rules.filter(({ across }) => across)), ...joined(rules.filter(isDown))]
  if (lines.length > MOST_LINES) return []
  return components(lines)
    .flatMap((group) => {
      const lattice = latticeOf(group)
      return lattice === null ? [] : [lattice]
    })
    .toSorted((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0))
}

function isDown({ across }: PdfRule): boolean {
  return !across
}

/** A line shorter than this (in points) borders no cell. */
const SHORTEST = 6

/** Pieces of one line made into one, dashes and the sides of many cells alike. */
function joined(rules: readonly PdfRule[]): PdfRule[] {
  return bundles(rules, ({ at }) => at).flatMap((bundle) => {
    const at = bundle.reduce((sum, rule) => sum + rule.at, 0) / bundle.length
    const lines: PdfRule[] = []
    for (const { across, from, to } of bundle.toSorted((a, b) => a.from - b.from)) {
      const last = lines.at(-1)
      if (last && from <= last.to + NEAR)
        lines.splice(-1, 1, { ...last, to: Math.max(last.to, to) })
      else lines.push({ across, at, from, to })
    }
    return lines.filter(({ from, to }) => to - from >= SHORTEST)
  })
}

/** Items whose positions lie near that of their neighbour, in ascending order. */
function bundles<T>(items: readonly T[], position: (item: T) => number): T[][] {
  const groups: T[][] = []
  let last = -Infinity
  for (const item of items.toSorted((a, b) => position(a) - position(b))) {
    const at = position(item)
    if (at - last > NEAR) groups.push([])
    groups.at(-1)?.push(item)
    last = at
  }
  return groups
}

/** Lines that touch one another, directly or through others. */
function components(lines: readonly PdfRule[]): PdfRule[][] {
  const root = lines.map((_, at) => at)
  lines.forEach((a, at) => {
    for (let other = 0; other < at; other++) {
      const b = lines[other]
      if (b && touches(a, b)) merge(root, at, other)
    }
  })
  const groups = new Map<number, PdfRule[]>()
  lines.forEach((line, at) => {
    const key = find(root, at)
    groups.set(key, [...(groups.get(key) ?? []), line])
  })
  return [...groups.values()]
}

function touches(a: PdfRule, b: PdfRule): boolean {
  if (a.across === b.across) return false
  return (
    a.at >= b.from - NEAR && a.at <= b.to + NEAR && b.at >= a.from - NEAR && b.at <= a.to + NEAR
  )
}

function find(root: number[], at: number): number {
  let top = at
  while (root[top] !== top) top = root[top] as number
  return top
}

/** The smaller index stays the root: the upper left cell. */
function merge(root: number[], a: number, b: number): void {
  const first = find(root, a)
  const second = find(root, b)
  root[Math.max(first, second)] = Math.min(first, second)
}

function latticeOf(lines: readonly PdfRule[]): Lattice | null {
  const across = lines.filter((line) => line.across)
  const down = lines.filter(isDown)
  const xs = positions(down, across)
  const ys = positions(across, down)
  if (down.length < 2 || across.length < 2 || xs.length < 3 || ys.length < 2) return null
  const columns = xs.length - 1
  const root = Array.from({ length: columns * (ys.length - 1) }, (_, at) => at)
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column
      const right = { line: xs[column + 1], from: ys[row], to: ys[row + 1] }
      const below = { line: ys[row + 1], from: xs[column], to: xs[column + 1] }
      if (column + 1 < columns && !isDrawn(down, right)) merge(root, cell, cell + 1)
      if (row + 2 < ys.length && !isDrawn(across, below)) merge(root, cell, cell + columns)
    }
  }
  return { xs, ys, cells: Int32Array.from(root, (_, at) => find(root, at)) }
}

/** Where lines of one direction lie; lines of the other that reach further are borders left undrawn. */
function positions(lines: readonly PdfRule[], crossing: readonly PdfRule[]): number[] {
  const at = bundles(lines, (line) => line.at).map(
    (bundle) => bundle.reduce((sum, line) => sum + line.at, 0) / bundle.length,
  )
  const first = Math.min(...crossing.map(({ from }) => from))
  const last = Math.max(...crossing.map(({ to }) => to))
  const before = first < (at[0] ?? Infinity) - 2 * NEAR ? [first] : []
  const after = last > (at.at(-1) ?? -Infinity) + 2 * NEAR ? [last] : []
  return [...before, ...at, ...after]
}

interface Border {
  readonly line: number | undefined
  readonly from: number | undefined
  readonly to: number | undefined
}

function isDrawn(lines: readonly PdfRule[], { line = NaN, from = NaN, to = NaN }: Border): boolean {
  const drawn = lines
    .filter(({ at }) => Math.abs(at - line) <= NEAR)
    .reduce((sum, each) => sum + Math.max(0, Math.min(each.to, to) - Math.max(each.from, from)), 0)
  return drawn >= PARTS * (to - from)
}
