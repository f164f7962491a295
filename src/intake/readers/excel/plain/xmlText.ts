import { NotPlain } from './notPlain'

const ENTITY = /&(?:quot|apos|gt|lt|amp|#\d+|#x[\da-fA-F]+);/g
const named: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&gt;', '>'],
  ['&lt;', '<'],
  ['&amp;', '&'],
])

/** The text that a piece of XML stands for; `_x000D_`, a spreadsheet's own escape, is not plain. */
export function xmlText(xml: string): string {
  if (/_x[\da-fA-F]{4}_/.test(xml)) throw new NotPlain()
  const text = xml.includes('&')
    ? xml.replace(ENTITY, (entity) => named.get(entity) ?? numbered(entity))
    : xml
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text
}

function numbered(entity: string): string {
  const isHex = entity[2] === 'x'
  const code = parseInt(entity.slice(isHex ? 3 : 2), isHex ? 16 : 10)
  if (code === 0 || code > 0xffff) throw new NotPlain()
  return String.fromCharCode(code)
}

/** The attributes of a start tag, as written. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(
    [...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** Comments and CDATA may hold what looks like tags; a prefix gives tags another name. */
export function isPlainXml(xml: string): boolean {
  return !xml.includes('<!') && !/<\w+:(?:sst|si|t|workbook|sheets|styleSheet)\b/.test(xml)
}
