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

/** Text of a table cell on one line; that of a table inside it is left out. */
export function cellText(cell: Element): string {
  return tidy(collect(cell))
}

function collect(parent: Element): string {
  let text = ''
  for (const node of parent.childNodes) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value
    else if (isElement(node)) text += textOf(node)
  }
  return text
}

function textOf(element: Element): string {
  if (isHidden(element) || element.tagName === 'table') return ' '
  if (element.tagName === 'br') return ' '
  const text = collect(element)
  return isBlock(element) ? ` ${text} ` : text
}

/** White space of the markup is one space, as a browser shows it. */
export function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
}
