import type { PageBox } from '@/domain/finding'

/** A run of text on a page; coordinates in points from the upper left corner as the page is seen. */
export interface PdfText {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Height of the letters in points. */
  readonly size: number
}

/** A drawn straight line, horizontal or vertical: at `at`, from `from` to `to`. */
export interface PdfRule {
  readonly across: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What a page shows, before anything is made of it. */
export interface PdfPage {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly texts: readonly PdfText[]
  readonly rules: readonly PdfRule[]
  /** Pictures on the page: a page of nothing else is a scan. */
  readonly pictures: number
}

/** Middle of a text in points. */
export function middle({ left, right, top, bottom }: PdfText): { x: number; y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

/** The box around texts; of none an empty one. */
export function boxOf(texts: readonly PdfText[]): PageBox {
  if (texts.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  const x = Math.min(...texts.map(({ left }) => left))
  const y = Math.min(...texts.map(({ top }) => top))
  return {
    x,
    y,
    width: Math.max(...texts.map(({ right }) => right)) - x,
    height: Math.max(...texts.map(({ bottom }) => bottom)) - y,
  }
}
