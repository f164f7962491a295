import type { PictureLayout } from './pictureLayout'

export interface PictureColours {
  readonly surface: string
  readonly ink: string
  readonly inkSoft: string
  readonly rule: string
  readonly font: string
}

/**
 * A picture as SVG. `charts` are whole SVG documents in the order of the layout, as the chart library
 * writes them; all other texts are escaped.
 */
export function pictureSvg(
  layout: PictureLayout,
  charts: readonly string[],
  { surface, ink, inkSoft, rule, font }: PictureColours,
): string {
  const { width, height, texts, places, rules } = layout
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  const title = texts[0]?.text ?? ''
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${escaped(font)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${escaped(surface)}"/>`,
    ...charts.map((chart, index) => placed(chart, places[index]?.x ?? 0, places[index]?.y ?? 0)),
    ...rules.map(
      ({ from, to, y }) =>
        `<path d="M${rounded(from)} ${rounded(y)}H${rounded(to)}" stroke="${escaped(rule)}"/>`,
    ),
    ...texts.map(({ text, x, y, size: fontSize, isBold, isSoft }) => {
      const weight = isBold ? ' font-weight="600"' : ''
      const fill = escaped(isSoft ? inkSoft : ink)
      return `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${rounded(fontSize)}"${weight} fill="${fill}">${escaped(text)}</text>`
    }),
    '</svg>',
  ].join('\n')
}

/** A document within the document, at its place. */
function placed(chart: string, x: number, y: number): string {
  const start = chart.indexOf('<svg')
  return start < 0 ? '' : `<svg x="${rounded(x)}" y="${rounded(y)}"${chart.slice(start + 4)}`
}

function rounded(length: number): number {
  return Math.round(100 * length) / 100
}

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function escaped(text: string): string {
  return text
    .replaceAll(FORBIDDEN, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
