import { pictureLayout, type PictureLayout } from '@/exports/pictureLayout'
import { pictureSvg, type PictureColours } from '@/exports/pictureSvg'
import { pictureTable } from '@/exports/pictureTable'
import { factLines } from '@/exports/viewFacts'
import type { Fact } from '@/exports/viewFile'
import type { ShownChart } from '@/ui/shownCharts'
import type { TableText } from '@/wording/tableText'

export interface Picture {
  readonly title: string
  readonly facts: readonly Fact[]
  readonly charts: readonly ShownChart[]
  /** What is drawn where there are no charts. */
  readonly table: TableText | null
}

/** Pixels of a picture for one of the page. */
const SHARPNESS = 2

/** The charts of a page, or its table, as one picture, at twice the sharpness of the page. */
export async function drawnPng(picture: Picture): Promise<Blob> {
  await document.fonts.ready
  const layout = layoutOf(picture)
  const colours = pageColours()
  const canvas = document.createElement('canvas')
  canvas.width = layout.width * SHARPNESS
  canvas.height = layout.height * SHARPNESS
  const context = contextOf(canvas)
  context.scale(SHARPNESS, SHARPNESS)
  context.fillStyle = colours.surface
  context.fillRect(0, 0, layout.width, layout.height)
  for (const [index, { chart, box }] of picture.charts.entries()) {
    const place = layout.places[index]
    const drawn = chart()?.renderToCanvas({ pixelRatio: SHARPNESS })
    if (!place || !drawn) continue
    context.drawImage(drawn, place.x, place.y, box.clientWidth, box.clientHeight)
  }
  drawTexts(context, layout, colours)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('The picture is too large for this browser'))
    }, 'image/png')
  })
}

/** The same as a vector drawing; what draws it is loaded on first use. */
export async function drawnSvg(picture: Picture): Promise<Blob> {
  const { chartSvg } = await import('@/ui/chartSvg')
  const layout = layoutOf(picture)
  const charts = picture.charts.map(({ option, box }) =>
    chartSvg(option(), box.clientWidth, box.clientHeight),
  )
  const svg = pictureSvg(layout, charts, pageColours())
  return new Blob([svg], { type: 'image/svg+xml' })
}

function layoutOf({ title, facts, charts, table }: Picture): PictureLayout {
  const context = contextOf(document.createElement('canvas'))
  const { font } = pageColours()
  return pictureLayout({
    title,
    lines: factLines(facts),
    table: table && pictureTable(table),
    charts: charts.map(({ title: name, note, box }) => {
      const { left, top } = box.getBoundingClientRect()
      return {
        title: name(),
        note: note(),
        left,
        top,
        width: box.clientWidth,
        height: box.clientHeight,
      }
    }),
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    measure: (text, size, isBold) => {
      context.font = fontOf(font, size, isBold)
      return context.measureText(text).width
    },
  })
}

function drawTexts(
  context: CanvasRenderingContext2D,
  { texts, rules }: PictureLayout,
  colours: PictureColours,
): void {
  context.fillStyle = colours.rule
  for (const { from, to, y } of rules) context.fillRect(from, y, to - from, 1)
  for (const { text, x, y, size, isBold, isSoft } of texts) {
    context.font = fontOf(colours.font, size, isBold)
    context.fillStyle = isSoft ? colours.inkSoft : colours.ink
    context.fillText(text, x, y)
  }
}

function fontOf(font: string, size: number, isBold: boolean): string {
  return `${isBold ? 600 : 400} ${size}px ${font}`
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser cannot draw pictures')
  return context
}

function pageColours(): PictureColours {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    surface: token('--surface'),
    ink: token('--ink'),
    inkSoft: token('--ink-soft'),
    rule: token('--rule'),
    font: token('--font-text'),
  }
}
