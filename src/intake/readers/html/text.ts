import type { DefaultTreeAdapterTypes } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.ChildNode

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

/** Elements whose text a person does not see. */
const hidden = /^(script|style|template|noscript|head|title|select|textarea|svg|math)$/

/** Elements that begin and end a line of text. */
const block =
  /^(address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|thead|tfoot|tr|td|th|ul)$/

export function isHidden({ tagName }: Element): boolean {
  return hidden.test(tagName)
}

export function isBlock({ tagName }: Element): boolean {
  return block.test(tagName)
}

const STRUCK = /text-decoration(?:-line)?\s*:[^;]*line-through/iu
const RAISED = /vertical-align\s*:\s*su(?:per|b)\b/iu
/** As Word writes it, and as what it writes beside it for browsers; in points, pixels or ems. */
const SHIFTED = /(?:mso-text-raise|(?<![-\w])top)\s*:\s*(-?[\d.]+)(pt|px|em)/iu
/** Less is how offices centre a whole line. */
const LEAST_SHIFT = { pt: 2, px: 3, em: 0.2 }
const WHITE =
  /(?<![-\w])color\s*:\s*(?:#fff(?:fff)?|white|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:;|$)/iu
/** The class of text of the colour of its ground. */
export const UNSEEN = 'xianjian-unseen'

/** Marks of notes above the line and what is struck out: no part of the figure or word beside them. */
export function isAside(element: Element): boolean {
  return asideOf(element) !== null
}

function asideOf(element: Element): '角标' | '划去' | null {
  const { tagName } = element
  const style = attributeOf(element, 'style') ?? ''
  if (/^(?:s|strike|del)$/.test(tagName) || STRUCK.test(style)) return '划去'
  const isMark = /^su[pb]$/.test(tagName) || RAISED.test(style) || isShifted(element, style)
  return isMark ? '角标' : null
}

/** Raised or lowered by a distance, beside text that is not. */
function isShifted(element: Element, style: string): boolean {
  const [, distance = '0', unit = 'pt'] = SHIFTED.exec(style) ?? []
  const least = LEAST_SHIFT[unit.toLowerCase() as keyof typeof LEAST_SHIFT]
  if (Math.abs(Number(distance)) < least) return false
  if (!/mso-text-raise|position\s*:\s*relative/iu.test(style)) return false
  let line = element
  while (!isBlock(line) && line.parentNode !== null && 'tagName' in line.parentNode)
    line = line.parentNode
  return tidy(wholeText(line)) !== tidy(wholeText(element))
}

function wholeText(parent: Element): string {
  return parent.childNodes
    .map((node) => {
      if (node.nodeName === '#text' && 'value' in node) return node.value
      return isElement(node) ? wholeText(node) : ''
    })
    .join('')
}

/** Text that its colour hides, or seems to: what stands behind a table as a whole is not known here. */
function isColourless(element: Element): boolean {
  const style = attributeOf(element, 'style') ?? ''
  if (attributeOf(element, 'class') === UNSEEN) return true
  return WHITE.test(style) && !/background/iu.test(style)
}

/** Not what only keeps a distance. */
function isPicture(element: Element): boolean {
  const sizes = ['width', 'height'].map((name) => Number(attributeOf(element, name) ?? NaN))
  const isSpacer = /(?:spac|blank|dot|pixel)[^/]*\.(?:gif|png)/iu.test(
    attributeOf(element, 'src') ?? '',
  )
  return !isSpacer && !sizes.some((size) => size < 4)
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value
}

/** Hidden by the element itself; of a part of a page that may be what a tab shows. */
export function isUnseen({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) => name === 'hidden' || (name === 'style' && isUnseenStyle(value)),
  )
}

const UNSEEN_STYLES =
  /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}/iu

/** Whether a style takes what has it out of sight: not shown, of no size, without colour or beside the page. */
export function isUnseenStyle(style: string): boolean {
  return UNSEEN_STYLES.test(style)
}

/**
 * Text of a table cell on one line; that of a table inside it is left out. Marks of notes and what is
 * struck out come behind it as a remark: `13（角标：1）`.
 */
export function cellText(cell: Element): string {
  const asides: string[] = []
  const text = tidy(collect(cell, asides))
  if (text === '' && asides.length > 0 && asides.every((each) => each.startsWith(COLOURLESS)))
    return colourless(asides)
  const said = asides
    .map(tidy)
    .filter((each) => each !== '' && (each !== PICTURE || /^[\d.,+-]*$/.test(text)))
  if (said.length === 0) return text
  return text === '' ? said.join(' ') : `${text}（${said.join('；')}）`
}

const COLOURLESS = '白字：'
/** What a cell says that has a picture and no text; beside a number it may be a part of it. */
export const PICTURE = '图片'

/** A cell of nothing else may stand on a dark ground; a number says so. */
function colourless(asides: readonly string[]): string {
  const text = tidy(asides.map((each) => each.slice(COLOURLESS.length)).join(''))
  return /^[\d.,+-]+$/.test(text) ? `${text}（白字）` : text
}

function collect(parent: Element, asides: string[]): string {
  let text = ''
  for (const node of parent.childNodes) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value
    else if (isElement(node)) text += textOf(node, asides)
  }
  return text
}

function textOf(element: Element, asides: string[]): string {
  const entered = enteredIn(element)
  if (entered !== null && !isUnseen(element)) return ` ${entered} `
  if (isHidden(element) || isUnseen(element) || element.tagName === 'table') return ' '
  if (element.tagName === 'br') return ' '
  if (element.tagName === 'img' && isPicture(element)) asides.push(PICTURE)
  const text = collect(element, asides)
  const aside = asideOf(element)
  if (aside !== null) {
    if (tidy(text) !== '') asides.push(`${aside}：${text}`)
    return ''
  }
  if (isColourless(element) && tidy(text) !== '') {
    asides.push(`${COLOURLESS}${text}`)
    return ''
  }
  return isBlock(element) ? ` ${text} ` : text
}

/** The lines of an element that is shown as typed, none of them blank. */
export function setLines(element: Element): string[] {
  return typedText(element)
    .split(/\r\n|\r|\n/)
    .filter((line) => tidy(line) !== '')
}

function typedText(parent: Element): string {
  return parent.childNodes
    .map((node) => {
      if (node.nodeName === '#text' && 'value' in node) return node.value
      if (!isElement(node) || isHidden(node) || isAside(node)) return ''
      if (node.tagName === 'br') return '\n'
      return isBlock(node) ? `\n${typedText(node)}\n` : typedText(node)
    })
    .join('')
}

/** What stands in a field of a form, as a table that is filled in on a page has them; null: it is none. */
function enteredIn(element: Element): string | null {
  switch (element.tagName) {
    case 'input': {
      const type = attributeOf(element, 'type')?.toLowerCase() ?? 'text'
      return /^(?:text|number|tel|)$/.test(type) ? (attributeOf(element, 'value') ?? '') : null
    }
    case 'textarea':
      return collect(element, [])
    case 'select': {
      const options = element.childNodes.filter(isElement)
      const chosen = options.find((option) => attributeOf(option, 'selected') !== undefined)
      const shown = chosen ?? options[0]
      return shown === undefined ? '' : collect(shown, [])
    }
    default:
      return null
  }
}

/** White space of the markup is one space, as a browser shows it; what has no width joins. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}
