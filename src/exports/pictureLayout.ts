/** A chart as it stands on the page, in CSS pixels. */
export interface PictureChart {
  readonly title: string
  readonly note: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface PictureInput {
  readonly title: string
  /** Lines below the charts. */
  readonly lines: readonly string[]
  readonly charts: readonly PictureChart[]
  /** Size of running text, in pixels. */
  readonly rem: number
  /** Width of a text in pixels. */
  readonly measure: (text: string, size: number, isBold: boolean) => number
}

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

/** Where everything of a picture goes, in CSS pixels. */
export interface PictureLayout {
  readonly width: number
  readonly height: number
  readonly texts: readonly PictureText[]
  /** Left upper corners, in the order of the charts. */
  readonly places: readonly { readonly x: number; readonly y: number }[]
  /** Height of the line above the footer. */
  readonly ruleAt: number
  readonly margin: number
}

const LEAST_WIDTH = 640
const LINE = 1.5

/**
 * All charts of a page in one picture, beside and below each other as on the page: above them the
 * title, over each its own title and note, below them the lines.
 */
export function pictureLayout(input: PictureInput): PictureLayout {
  const { charts, rem } = input
  const margin = 1.5 * rem
  const left = Math.min(...charts.map((chart) => chart.left))
  const right = Math.max(...charts.map((chart) => chart.left + chart.width))
  const room = Math.max(LEAST_WIDTH, right - left)
  const pen = new Pen(input.measure)

  let y = pen.write(input.title, { x: margin, y: margin, room, size: 1.6 * rem, isBold: true })
  y += 0.5 * rem
  const places = charts.map(() => ({ x: 0, y: 0 }))
  for (const row of rowsOf(charts)) {
    const heads = row.map((index) => {
      const { title, note, left: start, width } = charts[index] as PictureChart
      const x = margin + start - left
      const below = pen.write(title, { x, y, room: width, size: 1.1 * rem, isBold: true })
      return pen.write(note, { x, y: below, room: width, size: 0.8 * rem, isSoft: true })
    })
    const top = Math.max(...heads) + 0.3 * rem
    for (const index of row) {
      places[index] = { x: margin + (charts[index]?.left ?? 0) - left, y: top }
    }
    y = top + Math.max(...row.map((index) => charts[index]?.height ?? 0)) + rem
  }
  const ruleAt = y
  y += 0.5 * rem
  for (const line of input.lines) {
    y = pen.write(line, { x: margin, y, room, size: 0.8 * rem, isSoft: true })
  }
  const height = Math.ceil(y + margin)
  return {
    width: Math.ceil(room + 2 * margin),
    height,
    texts: pen.texts,
    places,
    ruleAt,
    margin,
  }
}

interface Writing {
  readonly x: number
  /** Upper edge. */
  readonly y: number
  readonly room: number
  readonly size: number
  readonly isBold?: boolean
  readonly isSoft?: boolean
}

class Pen {
  readonly texts: PictureText[] = []
  readonly #measure: PictureInput['measure']

  constructor(measure: PictureInput['measure']) {
    this.#measure = measure
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

/** Rows of charts that begin at the same height, from top to bottom, each from left to right. */
function rowsOf(charts: readonly PictureChart[]): readonly (readonly number[])[] {
  const order = charts
    .map((chart, index) => ({ ...chart, index }))
    .toSorted((a, b) => a.top - b.top || a.left - b.left)
  const rows: { readonly top: number; readonly members: number[] }[] = []
  for (const { top, index } of order) {
    const last = rows.at(-1)
    if (last && top - last.top < 8) last.members.push(index)
    else rows.push({ top, members: [index] })
  }
  return rows.map(({ members }) =>
    members.toSorted((a, b) => (charts[a]?.left ?? 0) - (charts[b]?.left ?? 0)),
  )
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
