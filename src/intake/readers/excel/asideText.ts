/** Why a text, or a run of it, is no part of what its cell says: struck out, a mark above or below the line, unseen. */
export type Aside = '划去' | '角标' | '白字'

/** A run of a text in one style. */
export interface TextRun {
  readonly text: string
  readonly aside: Aside | null
}

/** A number, perhaps with its unit: what stands above the line beside it is a note's mark. */
const FIGURE = /^[\d.,，+\s-]*(?:[件条项次元%％]|万元)?$/u

/**
 * The text of runs, as it is read from pages and Word files: what is struck out, and marks of notes beside a figure,
 * behind it as a remark (`123（角标：1）`). Marks beside words (㎡ as `m` and a raised 2) belong to these.
 */
export function textOfRuns(runs: readonly TextRun[]): string {
  const whole = runs.map(({ text }) => text).join('')
  if (runs.every(({ aside }) => aside === null)) return whole
  const told = runs.filter(({ aside, text }) => aside === null || text.trim() === '')
  const own = told.map(({ text }) => text).join('')
  const isFigure = FIGURE.test(own)
  const kept = runs.filter(({ aside }) => aside === null || (aside === '角标' && !isFigure))
  const gone = runs.filter((run) => !kept.includes(run) && run.text.trim() !== '')
  if (gone.length === 0) return whole
  const said = gone.map(({ aside, text }) => `${aside ?? ''}：${text.trim()}`).join('；')
  const text = kept.map((run) => run.text).join('')
  return text.trim() === '' ? said : `${text}（${said}）`
}

/** The text of a cell all of which is struck out, or is white on white where that is a number. */
export function markedText(text: string, mark: Aside | null): string {
  if (mark === null || text.trim() === '') return text
  if (mark === '划去') return `划去：${text}`
  return /^[\d.,+\s-]+$/u.test(text) ? `${text}（${mark}）` : text
}

const STRUCK = /<strike(?:\/>|>| (?!val="(?:0|false)"))/
const RAISED = /<vertAlign val="su(?:per|b)script"/

/** What the properties of a run (`rPr`) make of it. */
function runAside(properties: string): Aside | null {
  if (STRUCK.test(properties)) return '划去'
  return RAISED.test(properties) ? '角标' : null
}

/** The runs in the XML of a text; `unescaped` gives the text that a piece of XML stands for. */
export function runsOf(xml: string, unescaped: (xml: string) => string): TextRun[] {
  return [...xml.matchAll(/<r(?: [^>]*)?>((?:(?!<\/r>)[^])*)<\/r>/g)].map(([, run = '']) => ({
    text: unescaped(
      [...run.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text).join(''),
    ),
    aside: runAside(/<rPr>[^]*<\/rPr>/.exec(run)?.[0] ?? ''),
  }))
}

const WHITE = /<color (?:rgb="FFFFFFFF"|theme="0")\/>/

/** What each style of cells (`cellXfs`) of `xl/styles.xml` makes of their texts. */
export function asidesOfStyles(xml: string): readonly (Aside | null)[] {
  const fonts = elementsOf(xml, 'fonts', 'font')
  const fills = elementsOf(xml, 'fills', 'fill')
  return elementsOf(xml, 'cellXfs', 'xf').map((style) => {
    const font = fonts[Number(/ fontId="(\d+)"/.exec(style)?.[1] ?? '0')] ?? ''
    const fill = fills[Number(/ fillId="(\d+)"/.exec(style)?.[1] ?? '0')] ?? ''
    if (STRUCK.test(font)) return '划去'
    const isBare = !fill.includes('<patternFill') || fill.includes('patternType="none"')
    return isBare && WHITE.test(font) && !fill.includes('<gradientFill') ? '白字' : null
  })
}

function elementsOf(xml: string, list: string, name: string): string[] {
  const start = xml.search(new RegExp(`<${list}[ >]`))
  const end = xml.indexOf(`</${list}>`, start)
  if (start < 0 || end < 0) return []
  const each = new RegExp(`<${name}(?: [^>]*)?(?:/>|(?<!/)>(?:(?!</${name}>)[^])*</${name}>)`, 'g')
  return xml.slice(start, end).match(each) ?? []
}
