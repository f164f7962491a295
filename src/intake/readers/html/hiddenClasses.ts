import type { DefaultTreeAdapterTypes } from 'parse5'
import { isElement, isUnseenStyle, type Element } from './text'

type Parent = DefaultTreeAdapterTypes.ParentNode

/**
 * Marks as hidden what the page's own style sheet hides inside its tables by a class. A part of the page outside
 * of them may be what a tab shows, and stays.
 */
export function markHiddenClasses(page: Parent): void {
  const { hidden, shown } = classesIn(stylesIn(page).join('\n'))
  if (hidden.size > 0) mark(page, false, { hidden, shown })
}

interface Classes {
  readonly hidden: ReadonlySet<string>
  /** That some rule shows, perhaps together with others. */
  readonly shown: ReadonlySet<string>
}

function mark(parent: Parent, isInTable: boolean, classes: Classes): void {
  for (const element of parent.childNodes.filter(isElement)) {
    if (isInTable && isHiddenBy(element, classes)) element.attrs.push({ name: 'hidden', value: '' })
    mark(element, isInTable || element.tagName === 'table', classes)
  }
}

function isHiddenBy({ attrs }: Element, { hidden, shown }: Classes): boolean {
  const names = (attrs.find(({ name }) => name === 'class')?.value ?? '').split(/\s+/u)
  return names.some((name) => hidden.has(name)) && !names.some((name) => shown.has(name))
}

function stylesIn(parent: Parent): string[] {
  return parent.childNodes.filter(isElement).flatMap((element) => {
    if (element.tagName !== 'style') return stylesIn(element)
    return element.childNodes.map((node) => ('value' in node ? node.value : ''))
  })
}

/** Of plain rules; those for print or for small screens do not count. */
function classesIn(styles: string): Classes {
  const hidden = new Set<string>()
  const shown = new Set<string>()
  const plain = styles
    .replaceAll(/\/\*[^]*?\*\/|<!--|-->/g, '')
    .replaceAll(/@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const hides = isUnseenStyle(body)
    for (const selector of selectors.split(',')) {
      const names = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)
      const isAlone = /^\s*[a-z]*\.[\w-]+\s*$/i.test(selector)
      if (hides && isAlone) names.forEach((name) => hidden.add(name))
      else if (/display\s*:|visibility\s*:/i.test(body) && !hides)
        names.forEach((name) => shown.add(name))
    }
  }
  return { hidden, shown }
}
