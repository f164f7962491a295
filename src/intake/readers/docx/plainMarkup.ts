import { unzipSync, zipSync } from 'fflate'
import { withMarksAside } from './asideRuns'
import { asideStyles, usesStyles, withStylesInRuns } from './characterStyles'

/** The parts of a Word file that hold its text, and its styles. */
export const DOCUMENT = 'word/document.xml'
export const STYLES = 'word/styles.xml'
const RUN = /<w:r(?: [^>]*)?>(?:(?!<\/w:r>)[^])*?<\/w:r>/gu
/** In the properties of a run; a paragraph mark may be hidden by itself. */
const HIDDEN =
  /^<w:r(?: [^>]*)?><w:rPr>(?:(?!<\/w:rPr>)[^])*?<w:vanish(?:\/>| (?!w:val="(?:0|false|off)"))/u

/** Markup of which the library knows nothing, and what amounts to the same and it knows. */
const changes: readonly (readonly [mark: string | RegExp, change: (xml: string) => string])[] = [
  ['<w:vanish', (xml) => xml.replace(RUN, (run) => (HIDDEN.test(run) ? '' : run))],
  ['<w:dstrike', (xml) => xml.replaceAll('<w:dstrike', '<w:strike')],
  ['<w:fldSimple', (xml) => xml.replace(/<\/?w:fldSimple(?: [^>]*)?>/gu, '')],
  ['<mc:AlternateContent', (xml) => xml.replace(ALTERNATIVES, withTextBoxes)],
  ['<w:sym ', (xml) => xml.replace(SYMBOL, letterOf)],
  ['<m:oMath', (xml) => xml.replace(FORMULA, formulaText)],
  ['<w:ruby>', (xml) => xml.replace(RUBY, '$1')],
  [/<w:position |<w:color w:val="(?!auto|000000|FF0000)/u, withMarksAside],
]

/** Whether the text of a Word file, whose styles are given, has something that has to be written in another way first. */
export function isUnusual(document: Uint8Array, styles: Uint8Array): boolean {
  const text = new TextDecoder().decode(document)
  if (changes.some(([mark]) => has(text, mark))) return true
  return text.includes('<w:rStyle') && usesStyles(text, stylesIn(styles))
}

function stylesIn(styles: Uint8Array | undefined): ReadonlyMap<string, string> {
  return asideStyles(new TextDecoder().decode(styles))
}

/**
 * The file in markup that the library knows: without what Word neither shows nor prints, text that is struck
 * out twice as struck out, computed fields, text boxes, symbols and plain formulas as the text that is seen, text
 * raised or of the colour of its ground as such, by its style as well.
 */
export function inPlainMarkup(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes)
  const written = new TextDecoder().decode(files[DOCUMENT])
  const styles = stylesIn(files[STYLES])
  const styled = usesStyles(written, styles) ? withStylesInRuns(written, styles) : written
  const xml = changes.reduce(
    (text, [mark, change]) => (has(text, mark) ? change(text) : text),
    styled,
  )
  return zipSync({ ...files, [DOCUMENT]: new TextEncoder().encode(xml) }, { level: 0 })
}

function has(xml: string, mark: string | RegExp): boolean {
  return typeof mark === 'string' ? xml.includes(mark) : mark.test(xml)
}

const ALTERNATIVES =
  /<mc:AlternateContent(?: [^>]*)?>(?:(?!<\/?mc:AlternateContent)[^])*<\/mc:AlternateContent>/gu
const BOX = /<w:txbxContent>[^]*<\/w:txbxContent>/u
const FALLBACK = /<mc:Fallback>[^]*<\/mc:Fallback>/u

/** A text box that stands in the new form alone; with the old one beside it the library reads that. */
function withTextBoxes(alternatives: string): string {
  const fallback = FALLBACK.exec(alternatives)?.[0] ?? ''
  const box = BOX.exec(alternatives.replace(FALLBACK, ''))?.[0]
  if (box === undefined || BOX.test(fallback)) return alternatives
  return `<w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict>`
}

const SYMBOL = /<w:sym w:font="([^"]*)" w:char="F0([0-9A-Fa-f]{2})"\/>/gu
/** Fonts in which the place of a letter holds a picture. */
const PICTURES = /symbol|dings|marlett/iu

function letterOf(symbol: string, font: string, place: string): string {
  const letter = String.fromCharCode(Number.parseInt(place, 16))
  return !PICTURES.test(font) && /[\w.,%+-]/.test(letter) ? `<w:t>${letter}</w:t>` : symbol
}

const FORMULA = /<m:oMath(?: [^>]*)?>(?:(?!<\/m:oMath>)[^])*<\/m:oMath>/gu
const PLAIN_FORMULA = /^<m:oMath(?: [^>]*)?>(?:<m:r>(?:(?!<\/m:r>)[^])*<\/m:r>)*<\/m:oMath>$/u

/** A formula that is but a number is that; of any other nothing but that it is one. */
function formulaText(formula: string): string {
  const texts = [...formula.matchAll(/<m:t(?: [^>]*)?>([^<]*)<\/m:t>/gu)].map(([, text]) => text)
  const text = PLAIN_FORMULA.test(formula) ? texts.join('') : `公式（${texts.join(' ')}）`
  return `<w:r><w:t>${text}</w:t></w:r>`
}

/** Readings above characters: the characters alone. */
const RUBY =
  /<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!<\/w:rPr>)[^])*<\/w:rPr>)?<w:ruby>(?:(?!<w:rubyBase>)[^])*<w:rubyBase>((?:(?!<\/w:rubyBase>)[^])*)<\/w:rubyBase><\/w:ruby><\/w:r>/gu
