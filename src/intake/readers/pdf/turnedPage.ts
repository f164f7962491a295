import type { PDFPageProxy } from 'pdfjs-dist'
import type { TextContent } from 'pdfjs-dist/types/src/display/api'
import { multiply, type Matrix } from './matrix'

/**
 * The rotation, in degrees, at which a page is looked at: as it is shown, or turned where most of its
 * letters lie on their side, as those of a wide table on an upright page. Reading and drawing agree on it.
 */
export function uprightRotation(page: PDFPageProxy, content: TextContent): number {
  const shown = page.getViewport({ scale: 1 })
  return (page.rotate + turnOf(content, shown.transform as unknown as Matrix)) % 360
}

/** Degrees, clockwise, by which most letters have to be turned to be read from left to right. */
function turnOf({ items, styles }: TextContent, toPage: Matrix): number {
  const letters = new Map<number, number>()
  let all = 0
  for (const item of items) {
    if (!('str' in item) || styles[item.fontName]?.vertical === true) continue
    const [a, b] = multiply(toPage, item.transform as unknown as Matrix)
    const turn = (4 - Math.round(Math.atan2(b, a) / (Math.PI / 2))) % 4
    const count = item.str.trim().length
    all += count
    letters.set(turn, (letters.get(turn) ?? 0) + count)
  }
  const [turn] = [...letters].find(([, count]) => count * 2 > all) ?? [0]
  return turn * 90
}
