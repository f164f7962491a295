import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api'
import type { PdfText } from './pdfPage'
import { multiply, type Matrix } from './matrix'
import { withoutRadicals } from './radicals'

/** Letters reach this share of their size below and above the line they stand on. */
const BELOW = 0.2
const ABOVE = 0.8

/**
 * The runs of text that have a letter, with the boxes they cover on the page. What lies across the page is
 * a watermark, and no part of its text.
 */
export function pdfTexts(content: TextContent, viewport: Matrix): PdfText[] {
  return content.items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '' || isAslant(item, viewport)) return []
    const isVertical = content.styles[item.fontName]?.vertical === true
    return [textOf(item, viewport, isVertical)]
  })
}

/** Degrees off the level beyond which no line of a table is, however askew the page was scanned. */
const ASLANT = 10

function isAslant(item: TextItem, viewport: Matrix): boolean {
  const [a, b] = multiply(viewport, item.transform as unknown as Matrix)
  const degrees = Math.abs((Math.atan2(b, a) * 180) / Math.PI) % 90
  return degrees > ASLANT && degrees < 90 - ASLANT
}

function textOf(item: TextItem, viewport: Matrix, isVertical: boolean): PdfText {
  const [a, b, c, d, e, f] = multiply(viewport, item.transform as unknown as Matrix)
  const size = Math.hypot(c, d)
  const along = unit(a, b)
  const up = unit(c, d)
  const corners = isVertical
    ? [
        { x: e - size / 2, y: f },
        { x: e + size / 2, y: f + item.height },
      ]
    : [
        { x: e - up.x * size * BELOW, y: f - up.y * size * BELOW },
        {
          x: e + along.x * item.width + up.x * size * ABOVE,
          y: f + along.y * item.width + up.y * size * ABOVE,
        },
      ]
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  return {
    text: withoutRadicals(item.str.trim()),
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
    size,
  }
}

function unit(x: number, y: number): { x: number; y: number } {
  const length = Math.hypot(x, y)
  return length === 0 ? { x: 0, y: 0 } : { x: x / length, y: y / length }
}
