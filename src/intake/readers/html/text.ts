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

/** Marks of notes above the line and what is struck out: no part of the figure or word beside them. */
const aside = /^(sup|s|strike|del)$/

export function isAside({ tagName }: Element): boolean {
  return aside.test(tagName)
}

/** Hidden by the element itself; of a part of a page that may be what a tab shows. */
export function isUnseen({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'style' && /display\s*:\s*none|mso-hide\s*:\s*all/iu.test(value)),
  )
}

/**
 * Text of a table cell on one line; that of a table inside it is left out. Marks of notes and what is
 * struck out come behind it as a remark: `13（角标：1）`.
 */
export function cellText(cell: Element): string {
  const asides: string[] = []
  const text = tidy(collect(cell, asides))
  const said = asides.map(tidy).filter((each) => each !== '')
  if (said.length === 0) return text
  return text === '' ? said.join(' ') : `${text}（${said.join('；')}）`
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
  if (isHidden(element) || isUnseen(element) || element.tagName === 'table') return ' '
  if (element.tagName === 'br') return ' '
  const text = collect(element, asides)
  if (isAside(element)) {
    if (tidy(text) !== '') asides.push(`${element.tagName === 'sup' ? '角标' : '划去'}：${text}`)
    return ''
  }
  return isBlock(element) ? ` ${text} ` : text
}

/** White space of the markup is one space, as a browser shows it. */
export function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
}
