import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Prose } from '../../document'
import { isElement, tidy, type Element } from './text'

type Parent = DefaultTreeAdapterTypes.ParentNode

/** `content` of these says when or where a page was made public, by its `name` or `property`. */
const META = /^(?:pubdate|url|og:url|publishdate|article:published_time)$/iu
/** What a browser writes above a page that it saves. */
const SAVED_FROM = /^\s*saved from url=\(\d{1,6}\)(\S+)\s*$/u

/**
 * What a page says of itself outside its text, a statement a line, `name: text`: its title, its `meta`
 * elements of time and address, `link rel=canonical`, and what the browser noted that saved it.
 */
export function headStatements(page: Parent): Prose[] {
  const found: string[] = []
  collect(page, found)
  return found.map((text, at) => ({ text, line: at + 1 }))
}

function collect(parent: Parent, found: string[]): void {
  for (const node of parent.childNodes) {
    if (node.nodeName === '#comment' && 'data' in node) {
      const address = SAVED_FROM.exec(node.data)?.[1]
      if (address !== undefined) found.push(`saved from url: ${address}`)
    } else if (isElement(node)) {
      const statement = statementOf(node)
      if (statement !== null) found.push(statement)
      if (node.tagName === 'html' || node.tagName === 'head') collect(node, found)
    }
  }
}

function statementOf(element: Element): string | null {
  const valueOf = (name: string) => {
    return tidy(element.attrs.find((attribute) => attribute.name === name)?.value ?? '')
  }
  if (element.tagName === 'title') {
    const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
    return tidy(text) === '' ? null : `title: ${tidy(text)}`
  }
  if (element.tagName === 'link' && valueOf('rel').toLowerCase() === 'canonical')
    return `canonical: ${valueOf('href')}`
  if (element.tagName !== 'meta') return null
  const name = valueOf('name') || valueOf('property')
  return META.test(name) ? `${name}: ${valueOf('content')}` : null
}
