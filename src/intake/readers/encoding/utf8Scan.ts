/** What the bytes of a text look like when they are taken for UTF-8. */
export interface Utf8Evidence {
  /** Whole three- and four-byte sequences: in our files nearly always Han or CJK punctuation. */
  readonly wide: number
  /** Bytes that no UTF-8 text can hold where they stand. */
  readonly bad: number
  /** Offset of the first such byte, or -1. */
  readonly firstBad: number
  readonly nonAscii: boolean
}

/** Counts whole and broken UTF-8 sequences in `bytes[start, end)`; never throws. */
export function scanUtf8(bytes: Uint8Array, start = 0, end = bytes.length): Utf8Evidence {
  let wide = 0
  let bad = 0
  let firstBad = -1
  let nonAscii = false
  let index = start
  while (index < end) {
    const byte = bytes[index] ?? 0
    if (byte < 0x80) {
      index += 1
      continue
    }
    nonAscii = true
    const length = sequenceLength(bytes, index, end)
    if (length === 0) {
      if (firstBad < 0) firstBad = index
      bad += 1
      index += 1
      continue
    }
    if (length > 2) wide += 1
    index += length
  }
  return { wide, bad, firstBad, nonAscii }
}

/** Length of the whole sequence at `index`, or 0: overlong forms and surrogates are broken too. */
function sequenceLength(bytes: Uint8Array, index: number, end: number): number {
  const lead = bytes[index] ?? 0
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4 || index + length > end) return 0
  if (!secondByteFits(lead, bytes[index + 1] ?? 0)) return 0
  for (let offset = 2; offset < length; offset += 1) {
    if (((bytes[index + offset] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}

function secondByteFits(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0 && second <= 0xbf
  if (lead === 0xed) return second >= 0x80 && second <= 0x9f
  if (lead === 0xf0) return second >= 0x90 && second <= 0xbf
  if (lead === 0xf4) return second >= 0x80 && second <= 0x8f
  return (second & 0xc0) === 0x80
}

/** A line of bytes without its line end. */
export interface ByteLine {
  /** From 1. */
  readonly line: number
  readonly start: number
  readonly end: number
}

/** Lines as a person counts them: CR, LF and CRLF each end one. Safe for UTF-8, GB18030 and Big5. */
export function* byteLines(bytes: Uint8Array): Generator<ByteLine> {
  let line = 1
  let start = 0
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]
    if (byte !== 0x0a && byte !== 0x0d) continue
    yield { line, start, end: index }
    if (byte === 0x0d && bytes[index + 1] === 0x0a) index += 1
    line += 1
    start = index + 1
  }
  if (start < bytes.length) yield { line, start, end: bytes.length }
}

/** Number (from 1) of the line that holds the byte at `offset`. */
export function lineOfByte(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let index = 0; index < offset; index += 1) {
    const byte = bytes[index]
    if (byte === 0x0a || (byte === 0x0d && bytes[index + 1] !== 0x0a)) line += 1
  }
  return line
}
