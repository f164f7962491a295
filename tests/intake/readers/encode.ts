import type { Encoding } from '@/intake/readers/encoding/encodings'

/** Text to bytes in the encodings of Chinese offices; the platform only knows UTF-8. */
export function encode(text: string, encoding: Encoding, mark = false): Uint8Array {
  if (encoding === 'UTF-8') return new TextEncoder().encode((mark ? '\ufeff' : '') + text)
  if (encoding === 'UTF-16LE' || encoding === 'UTF-16BE') {
    const units = (mark ? '\ufeff' : '') + text
    const view = new DataView(new ArrayBuffer(units.length * 2))
    for (let index = 0; index < units.length; index += 1) {
      view.setUint16(index * 2, units.charCodeAt(index), encoding === 'UTF-16LE')
    }
    return new Uint8Array(view.buffer)
  }
  const table = doubleByteTable(encoding)
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const pair = table.get(character)
    if (code < 0x80) bytes.push(code)
    else if (pair !== undefined) bytes.push(...pair)
    else throw new Error(`${encoding} has no ${character}`)
  }
  return Uint8Array.from(bytes)
}

const tables = new Map<Encoding, Map<string, readonly number[]>>()

function doubleByteTable(encoding: Encoding): Map<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const decoder = new TextDecoder(encoding, { fatal: true })
  const table = new Map<string, readonly number[]>()
  const keep = (bytes: readonly number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes))
      if (Array.from(character).length === 1 && !table.has(character)) table.set(character, bytes)
    } catch {
      // no character there
    }
  }
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) keep([lead, trail])
  }
  if (encoding === 'GB18030') {
    // Rare characters of place names that only have four bytes.
    for (const character of ['㛃', '䶮', '𬭊', '𫚭']) {
      const bytes = fourBytes(character)
      if (bytes !== null) table.set(character, bytes)
    }
  }
  tables.set(encoding, table)
  return table
}

/** GB18030 numbers the characters it has no pair for; the planes beyond the first run evenly. */
function fourBytes(character: string): readonly number[] | null {
  const decoder = new TextDecoder('gb18030')
  const first = (character.codePointAt(0) ?? 0) > 0xffff ? 0x90 : 0x81
  for (let index = 0; index < 4 * 12_600 * 4; index += 1) {
    const bytes = [
      first + Math.floor(index / 12_600),
      0x30 + (Math.floor(index / 1_260) % 10),
      0x81 + (Math.floor(index / 10) % 126),
      0x30 + (index % 10),
    ]
    if (decoder.decode(Uint8Array.from(bytes)) === character) return bytes
  }
  return null
}
