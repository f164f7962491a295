import { ZipUnpacker } from '../../zip/unpack'
import type { Span } from './hiddenSpans'
import { xmlAttribute } from './xmlAttribute'

/** Records of the binary parts, [MS-XLSB] 2.4. */
const BUNDLE_SHEET = 156
const COLUMN_INFO = 60
const SHEET_DATA = 145

/** Columns that an .xlsb hides, by the names of its sheets: the library tells them only with all styles. */
export function hiddenColumnsInXlsb(bytes: Uint8Array): ReadonlyMap<string, readonly Span[]> {
  const zip = new ZipUnpacker(bytes)
  const part = (path: string): Uint8Array => {
    const entry = zip.entries.find((each) => each.path === path)
    const unpacked = entry === undefined ? null : zip.unpack(entry)
    return unpacked === null || 'fault' in unpacked ? new Uint8Array() : unpacked.bytes
  }
  const relations = new TextDecoder().decode(part('xl/_rels/workbook.bin.rels'))
  const targets = new Map(
    [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      xmlAttribute(tag, 'Id'),
      xmlAttribute(tag, 'Target'),
    ]),
  )
  const found = new Map<string, Span[]>()
  for (const { kind, body } of recordsOf(part('xl/workbook.bin'))) {
    if (kind !== BUNDLE_SHEET) continue
    const [relation, name] = wideStrings(body, 8)
    const target = targets.get(relation ?? '') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    found.set(name ?? '', hiddenColumns(part(path)))
  }
  return found
}

function hiddenColumns(sheet: Uint8Array): Span[] {
  const spans: Span[] = []
  for (const { kind, body } of recordsOf(sheet)) {
    // They stand before the cells.
    if (kind === SHEET_DATA) break
    if (kind !== COLUMN_INFO || body.byteLength < 18) continue
    const isHidden = (body.getUint16(16, true) & 1) === 1
    if (isHidden) spans.push({ from: body.getUint32(0, true), to: body.getUint32(4, true) })
  }
  return spans
}

/** The records of a part; what is cut off at its end is left out. */
function* recordsOf(
  part: Uint8Array,
): Generator<{ readonly kind: number; readonly body: DataView }> {
  let at = 0
  // Seven bits a byte, the lowest first; the last byte has no high bit.
  const number = (most: number): number => {
    let value = 0
    for (let place = 0; place < most; place++) {
      const byte = part[at++] ?? 0
      value |= (byte & 0x7f) << (7 * place)
      if (byte < 0x80) break
    }
    return value
  }
  while (at < part.length) {
    const first = part[at++] ?? 0
    const kind = first < 0x80 ? first : (first & 0x7f) | (((part[at++] ?? 0) & 0x7f) << 7)
    const size = number(4)
    if (at + size > part.length) return
    yield { kind, body: new DataView(part.buffer, part.byteOffset + at, size) }
    at += size
  }
}

/** Strings one after the other, each with its length before it. */
function wideStrings(body: DataView, from: number): string[] {
  const texts: string[] = []
  let at = from
  while (at + 4 <= body.byteLength) {
    const length = body.getUint32(at, true)
    const end = at + 4 + 2 * length
    if (end > body.byteLength) break
    const bytes = new Uint8Array(body.buffer, body.byteOffset + at + 4, 2 * length)
    texts.push(new TextDecoder('utf-16le').decode(bytes))
    at = end
  }
  return texts
}
