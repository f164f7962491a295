import { UNSEEN } from '../html/text'

/** The style given to runs of the colour of their ground. */
export const UNSEEN_STYLE = 'XianjianUnseen'
/** What the library makes of them. */
export const UNSEEN_RULE = `r.${UNSEEN_STYLE} => span.${UNSEEN}`

const PIECE =
  /<w:tc(?: [^>]*)?>|<\/w:tc>|<w:tcPr>(?:(?!<\/w:tcPr>)[^])*<\/w:tcPr>|<w:p(?: [^>]*)?>(?:(?!<w:p[ >])[^])*?<\/w:p>/gu
const RUN = /<w:r(?: [^>]*)?>(?:(?!<\/w:r>)[^])*?<\/w:r>/gu
const PROPERTIES = /<w:rPr>(?:(?!<\/w:rPr>)[^])*<\/w:rPr>/u
const PARAGRAPH_PROPERTIES = /^<w:p(?: [^>]*)?><w:pPr>(?:(?!<\/w:pPr>)[^])*<\/w:pPr>/u
const FILL = /<w:shd(?: [^>]*)? w:fill="([^"]*)"/u

/**
 * Sets aside what stands beside a text but is no part of it: runs raised or lowered against the others of their
 * paragraph become marks, runs of the colour of their ground unseen ones.
 */
export function withMarksAside(xml: string): string {
  const grounds: string[] = []
  return xml.replace(PIECE, (piece) => {
    if (piece.startsWith('</w:tc')) grounds.pop()
    else if (piece.startsWith('<w:tcPr'))
      grounds.splice(-1, 1, fillOf(piece) ?? grounds.at(-1) ?? WHITE)
    else if (piece.startsWith('<w:tc')) grounds.push(grounds.at(-1) ?? WHITE)
    else return paragraph(piece, grounds.at(-1) ?? WHITE)
    return piece
  })
}

const WHITE = 'FFFFFF'

function fillOf(markup: string): string | null {
  const fill = FILL.exec(markup)?.[1]?.toUpperCase()
  return fill === undefined ? null : fill === 'AUTO' ? WHITE : fill
}

function paragraph(markup: string, cell: string): string {
  const ground = fillOf(PARAGRAPH_PROPERTIES.exec(markup)?.[0] ?? '') ?? cell
  const line = baseline(markup)
  return markup.replace(RUN, (run) => {
    const properties = PROPERTIES.exec(run)?.[0]
    if (properties === undefined || !hasText(run)) return run
    if (isUnseen(properties, ground))
      return run.replace(properties, `<w:rPr><w:rStyle w:val="${UNSEEN_STYLE}"/></w:rPr>`)
    if (Math.abs(positionOf(run) - line) < LEAST_RAISE) return run
    return run.replace(/<w:position [^>]*>/u, '<w:vertAlign w:val="superscript"/>')
  })
}

/** Half points; less is how offices centre a whole line. */
const LEAST_RAISE = 4

/** Where most of a paragraph stands: on the line if any of it does, else where the lowest run is. */
function baseline(markup: string): number {
  const places = (markup.match(RUN) ?? []).filter(hasText).map(positionOf)
  return places.includes(0) ? 0 : Math.min(...places)
}

function positionOf(run: string): number {
  return Number(/<w:position w:val="(-?\d+)"/u.exec(run)?.[1] ?? 0)
}

function hasText(run: string): boolean {
  return /<w:t[ >]/u.test(run)
}

/** Above this every part of a colour is as good as white. */
const NEARLY_WHITE = 0xf8

function isUnseen(properties: string, ground: string): boolean {
  const colour = /<w:color w:val="([0-9A-Fa-f]{6})"/u.exec(properties)?.[1]?.toUpperCase()
  if (colour === undefined || /<w:highlight w:val="(?!none)/u.test(properties)) return false
  const own = fillOf(properties) ?? ground
  return colour === own || (isWhite(colour) && isWhite(own))
}

function isWhite(colour: string): boolean {
  return [0, 2, 4].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) >= NEARLY_WHITE)
}
