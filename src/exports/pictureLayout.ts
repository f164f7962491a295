import { Pen, type Measure, type PictureText } from './picturePen'
import { drawTable, tableWidth, type PictureRule, type PictureTable } from './pictureTable'

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
  readonly measure: Measure
  /** Drawn below the charts, as a rule where there are none. */
  readonly table?: PictureTable | null
}

/** Where everything of a picture goes, in CSS pixels. */
export interface PictureLayout {
  readonly width: number
  readonly height: number
  readonly texts: readonly PictureText[]
  /** Left upper corners, in the order of the charts. */
  readonly places: readonly { readonly x: number; readonly y: number }[]
  /** Of a table, and above the footer. */
  readonly rules: readonly PictureRule[]
}

const LEAST_WIDTH = 640

/**
 * All charts of a page in one picture, beside and below each other as on the page: above them the
 * title, over each its own title and note, below them the table if there is one, and the lines.
 */
export function pictureLayout(input: PictureInput): PictureLayout {
  const { charts, rem } = input
  const margin = 1.5 * rem
  const pen = new Pen(input.measure)
  const table = input.table ?? null
  const left = Math.min(...charts.map((chart) => chart.left))
  const right = Math.max(...charts.map((chart) => chart.left + chart.width))
  const needed = table === null ? 0 : tableWidth(table, pen, rem)
  const room = Math.max(LEAST_WIDTH, charts.length === 0 ? 0 : right - left, needed)

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
  const rules: PictureRule[] = []
  if (table !== null) {
    const drawn = drawTable(table, pen, { x: margin, y, rem })
    rules.push(...drawn.rules)
    y = drawn.bottom + rem
  }
  rules.push({ from: margin, to: margin + room, y })
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
    rules,
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
