import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Finding } from '@/domain/finding'
import { isElement, type Element } from './text'

type Parent = DefaultTreeAdapterTypes.ParentNode

/** The page that a frame shows, where it stands in the frame itself (`srcdoc`). */
export function inlineFrame(element: Element): Parent | null {
  const inside = attribute(element, 'srcdoc')
  return inside.trim() === '' ? null : parse(inside)
}

/** More frames are advertisements and counters. */
const MOST_NAMED = 3

/** That a page shows in a frame what stands in another file, and which. */
export function framesElsewhere(page: Parent, file: string): Finding[] {
  const found = [...new Set(framesIn(page))].filter(
    (source) => !/^(?:about|javascript|data):/iu.test(source),
  )
  if (found.length === 0) return []
  const named = found.slice(0, MOST_NAMED).map((source) => `“${readable(source)}”`)
  const detail = {
    frames: `${named.join('、')}${found.length > MOST_NAMED ? `等 ${found.length} 个` : ''}`,
    online: found.every((source) => /^(?:https?:)?\/\//iu.test(source)) ? 1 : 0,
  }
  return [{ code: 'page-in-frame', severity: 'warning', place: { file }, detail }]
}

function framesIn(parent: Parent): string[] {
  return parent.childNodes.filter(isElement).flatMap((element) => {
    const isFrame = element.tagName === 'iframe' || element.tagName === 'frame'
    const source =
      isFrame && attribute(element, 'srcdoc') === '' ? attribute(element, 'src').trim() : ''
    return [...(source === '' ? [] : [source]), ...framesIn(element)]
  })
}

function attribute({ attrs }: Element, name: string): string {
  return attrs.find((each) => each.name === name)?.value ?? ''
}

/** An address as a person reads it: `%E5%B9%B4` is 年. */
function readable(source: string): string {
  try {
    return decodeURI(source).replace(/^\.\//u, '')
  } catch {
    return source
  }
}
