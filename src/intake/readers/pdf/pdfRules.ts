import { apply, IDENTITY, multiply, type Matrix } from './matrix'
import type { PdfRule } from './pdfPage'

/** The drawing instructions of a page: what to do, and with what. */
export interface Drawing {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** The numbers that the library gives the instructions. */
export type DrawingCodes = Readonly<Record<string, number>>

/** A filled box this thin (in points) is a drawn line. */
const THIN = 4
/** A piece shorter than this is no dash of a line. */
const SHORTEST = 1
const LEVEL = 1

type Point = readonly [number, number]

interface Subpath {
  readonly points: Point[]
  closed: boolean
  curved: boolean
}

/**
 * The straight lines that a page draws, whether stroked or as thin filled boxes: the ruling of its
 * tables. `toPage` brings the file's coordinates to those of the page as seen.
 */
export function pdfRules(drawing: Drawing, codes: DrawingCodes, toPage: Matrix): PdfRule[] {
  const rules: PdfRule[] = []
  const placing = new Placing(codes)
  const fills = codesOf(codes, [...FILLING, ...FILLING_AND_STROKING])
  const strokes = codesOf(codes, [...STROKING, ...FILLING_AND_STROKING])
  drawing.fnArray.forEach((code, at) => {
    const parts = drawing.argsArray[at]
    if (code !== codes['constructPath']) placing.follow(code, parts)
    else if (Array.isArray(parts)) {
      const [paint, data] = parts as readonly unknown[]
      for (const subpath of subpathsOf(data, multiply(toPage, placing.matrix))) {
        if (fills.has(paint)) rules.push(...thinBox(subpath))
        if (strokes.has(paint)) rules.push(...straightPieces(subpath))
      }
    }
  })
  return rules
}

const STROKING = ['stroke', 'closeStroke']
const FILLING = ['fill', 'eoFill']
const FILLING_AND_STROKING = ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']

/** Where the instructions so far have put the origin. */
class Placing {
  matrix = IDENTITY
  readonly #kept: Matrix[] = []
  readonly #codes: DrawingCodes

  constructor(codes: DrawingCodes) {
    this.#codes = codes
  }

  follow(code: number, parts: unknown): void {
    const codes = this.#codes
    switch (code) {
      case codes['save']:
        this.#kept.push(this.matrix)
        return
      case codes['paintFormXObjectBegin']:
        this.#kept.push(this.matrix)
        this.matrix = multiply(this.matrix, formMatrix(parts))
        return
      case codes['transform']:
        this.matrix = multiply(this.matrix, matrixOf(parts))
        return
      case codes['restore']:
      case codes['paintFormXObjectEnd']:
        this.matrix = this.#kept.pop() ?? IDENTITY
    }
  }
}

function codesOf(codes: DrawingCodes, names: readonly string[]): ReadonlySet<unknown> {
  return new Set(names.map((name) => codes[name]))
}

function matrixOf(parts: unknown): Matrix {
  const numbers = Array.isArray(parts) || parts instanceof Float32Array ? [...parts] : []
  const [a, b, c, d, e, f] = numbers.map(Number)
  if (a === undefined || b === undefined || c === undefined) return IDENTITY
  if (d === undefined || e === undefined || f === undefined) return IDENTITY
  return [a, b, c, d, e, f]
}

function formMatrix(parts: unknown): Matrix {
  return Array.isArray(parts) ? matrixOf(parts[0]) : IDENTITY
}

/** The library's codes within a path: how many coordinates follow. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3

function subpathsOf(data: unknown, matrix: Matrix): Subpath[] {
  const numbers: unknown = Array.isArray(data) ? data[0] : data
  if (!(numbers instanceof Float32Array)) return []
  const subpaths: Subpath[] = []
  let at = 0
  const point = (skip: number): Point => {
    const x = numbers[at + skip] ?? NaN
    const y = numbers[at + skip + 1] ?? NaN
    at += skip + 2
    return apply(matrix, x, y)
  }
  while (at < numbers.length) {
    const code = numbers[at++]
    const last = subpaths.at(-1)
    if (code === MOVE) subpaths.push({ points: [point(0)], closed: false, curved: false })
    else if (code === LINE) last?.points.push(point(0))
    else if (code === CURVE || code === QUADRATIC) {
      const end = point(code === CURVE ? 4 : 2)
      last?.points.push(end)
      if (last) last.curved = true
    } else if (last) last.closed = true
  }
  return subpaths
}

function thinBox({ points, curved }: Subpath): PdfRule[] {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const left = Math.min(...xs)
  const right = Math.max(...xs)
  const top = Math.min(...ys)
  const bottom = Math.max(...ys)
  const isAcross = bottom - top <= THIN && right - left > SHORTEST && right - left > bottom - top
  const isDown = right - left <= THIN && bottom - top > SHORTEST
  if (curved) return []
  if (isAcross) return [{ across: true, at: (top + bottom) / 2, from: left, to: right }]
  if (isDown) return [{ across: false, at: (left + right) / 2, from: top, to: bottom }]
  return []
}

function straightPieces({ points, closed, curved }: Subpath): PdfRule[] {
  const [first] = points
  if (curved || !first) return []
  const ring = closed ? [...points, first] : points
  return ring.slice(1).flatMap((end, at): PdfRule[] => {
    const start = ring[at] ?? end
    const [x1, y1] = start
    const [x2, y2] = end
    const across = Math.abs(y2 - y1) <= LEVEL
    const length = across ? Math.abs(x2 - x1) : Math.abs(y2 - y1)
    if (length <= SHORTEST || (!across && Math.abs(x2 - x1) > LEVEL)) return []
    return across
      ? [{ across, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }]
      : [{ across, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }]
  })
}
