/** Width of a text in pixels. */
export type Measure = (text: string, size: number, isBold: boolean) => number

export interface PictureText {
  readonly text: string
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly size: number
  readonly isBold: boolean
  /** In the softer ink. */
  readonly isSoft: boolean
}

const LINE = 1.5

interface Writing {
  readonly x: number
  /** Upper edge. */
  readonly y: number
  readonly room: number
  readonly size: number
  readonly isBold?: boolean
  readonly isSoft?: boolean
}

/** Writes the texts of a picture and keeps where they went. */
export class Pen {
  readonly texts: PictureText[] = []
  readonly #measure: Measure

  constructor(measure: Measure) {
    this.#measure = measure
  }

  /** Width of a text in pixels. */
  widthOf(text: string, size: number, isBold = false): number {
    return this.#measure(text, size, isBold)
  }

  /** Writes a text in as many lines as it needs; returns the lower edge. */
  write(text: string, { x, y, room, size, isBold = false, isSoft = false }: Writing): number {
    if (text === '') return y
    const lines = wrapped(text, room, (part) => this.#measure(part, size, isBold))
    for (const [turn, line] of lines.entries()) {
      this.texts.push({ text: line, x, y: y + (turn * LINE + 1.1) * size, size, isBold, isSoft })
    }
    return y + lines.length * LINE * size
  }
}

/** A text in lines no wider than the room; Chinese may break after any character. */
export function wrapped(
  text: string,
  room: number,
  widthOf: (text: string) => number,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\w.,%+\-/]+|[\s\S]/gu) ?? []) {
    if (line !== '' && widthOf(line + piece) > room) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return line === '' ? lines : [...lines, line]
}
