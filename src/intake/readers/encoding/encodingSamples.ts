import { encodings, type Encoding } from './encodings'

/** The beginning of a file as it reads in one encoding. */
export interface EncodingSample {
  readonly encoding: Encoding
  /** A few lines, those before all others that are not of ASCII alone: only they tell. */
  readonly lines: readonly string[]
}

/** Bytes that are looked at. */
export const SAMPLED_BYTES = 256 * 1024
const LINES = 2
const LONGEST = 60

/** How the first bytes of a file read in each of the encodings that a user may choose. */
export function encodingSamples(bytes: Uint8Array): EncodingSample[] {
  return encodings.map((encoding) => ({
    encoding,
    lines: tellingLines(decodeStart(bytes, encoding)),
  }))
}

/** As a stream: the bytes may end within a character, which is no fault of the encoding. */
function decodeStart(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes, { stream: true })
}

function tellingLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const telling = lines.filter((line) => /[^\0-\x7f]/.test(line))
  return (telling.length > 0 ? telling : lines).slice(0, LINES).map((line) => around(line))
}

/** From the first character that tells. */
function around(line: string): string {
  const first = Math.max(line.search(/[^\0-\x7f]/), 0)
  const start = first < LONGEST / 2 ? 0 : first
  const characters = Array.from(line.slice(start, start + 2 * LONGEST))
  const cut = characters.slice(0, LONGEST).join('')
  return `${start > 0 ? '…' : ''}${cut}${characters.length > LONGEST ? '…' : ''}`
}
