import { ZipUnpacker } from '../../zip/unpack'
import type { HiddenSpans, Span } from './hiddenSpans'
import { xmlAttribute } from './xmlAttribute'

/** What an OpenDocument file hides. */
export interface HiddenInOds {
  /** Names of the sheets. */
  readonly sheets: ReadonlySet<string>
  /** Rows and columns by the names of their sheets. */
  readonly spans: ReadonlyMap<string, HiddenSpans>
}

const PART = /<table:(table|table-row|table-column) ([^>]*)>/g

/**
 * Sheets whose style says `table:display="false"`, rows and columns that are collapsed or filtered out: the
 * library tells none of it.
 */
export function hiddenInOds(bytes: Uint8Array): HiddenInOds {
  const sheets = new Set<string>()
  const spans = new Map<string, { rows: Span[]; columns: Span[] }>()
  const xml = contentOf(bytes)
  const styles = new Set<string>()
  for (const [tag] of xml.matchAll(/<style:style [^>]*><style:table-properties [^>]*>/g)) {
    if (tag.includes('table:display="false"')) styles.add(xmlAttribute(tag, 'style:name'))
  }
  let own: { rows: Span[]; columns: Span[] } = { rows: [], columns: [] }
  let next = { rows: 0, columns: 0 }
  for (const [tag, part] of xml
    .replaceAll('<table:table-row>', '<table:table-row >')
    .matchAll(PART)) {
    if (part === 'table') {
      const name = xmlAttribute(tag, 'table:name')
      if (styles.has(xmlAttribute(tag, 'table:style-name'))) sheets.add(name)
      own = { rows: [], columns: [] }
      next = { rows: 0, columns: 0 }
      spans.set(name, own)
      continue
    }
    const axis = part === 'table-row' ? 'rows' : 'columns'
    const count = Number(xmlAttribute(tag, `table:number-${axis}-repeated`) || 1)
    const from = next[axis]
    next[axis] += count
    if (/ table:visibility="(?:collapse|filter)"/.test(tag))
      own[axis].push({ from, to: from + count - 1 })
  }
  return { sheets, spans }
}

function contentOf(bytes: Uint8Array): string {
  const zip = new ZipUnpacker(bytes)
  const entry = zip.entries.find(({ path }) => path === 'content.xml')
  const content = entry === undefined ? null : zip.unpack(entry)
  return content === null || 'fault' in content ? '' : new TextDecoder().decode(content.bytes)
}
