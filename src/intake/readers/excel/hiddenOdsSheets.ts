import { ZipUnpacker } from '../zip/unpack'

/**
 * Names of the sheets that an OpenDocument file hides: their style says `table:display="false"`, which
 * the library does not tell.
 */
export function hiddenOdsSheets(bytes: Uint8Array): ReadonlySet<string> {
  const zip = new ZipUnpacker(bytes)
  const entry = zip.entries.find(({ path }) => path === 'content.xml')
  const content = entry === undefined ? null : zip.unpack(entry)
  if (content === null || 'fault' in content) return new Set()
  const xml = new TextDecoder().decode(content.bytes)
  const styles = new Set<string>()
  for (const [tag] of xml.matchAll(/<style:style [^>]*><style:table-properties [^>]*>/g)) {
    if (tag.includes('table:display="false"')) styles.add(attribute(tag, 'style:name'))
  }
  const hidden = new Set<string>()
  if (styles.size === 0) return hidden
  for (const [tag] of xml.matchAll(/<table:table [^>]*>/g)) {
    if (styles.has(attribute(tag, 'table:style-name'))) hidden.add(attribute(tag, 'table:name'))
  }
  return hidden
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities.get(entity) ?? entity)
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&amp;', '&'],
])
