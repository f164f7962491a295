import { mayHaveTextFaults } from '../readers/encoding/textFaults'
import { limits } from '../readers/limits'

export const COMMA = 0x2c
export const LF = 0x0a
export const CR = 0x0d
export const QUOTE = 0x22
const BOM = [0xef, 0xbb, 0xbf] as const

/** The scanner met something that it leaves to the tolerant reader. */
export class NotClean extends Error {}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Text of a cell or line; throws `NotClean` where it is no sound UTF-8, quoted or faulty. */
export function cleanText(bytes: Uint8Array): string {
  const text = soundText(bytes)
  const isLong = text.length > limits.cellLength
  if (isLong || text.includes('"') || /[\r\n]/.test(text) || mayHaveTextFaults(text)) {
    throw new NotClean('text')
  }
  return text
}

/** Bytes as text; throws `NotClean` where they are no UTF-8. */
export function soundText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new NotClean('encoding')
  }
}

/** Bytes of the byte order mark at the beginning of a file. */
export function bomLength(bytes: Uint8Array): number {
  return BOM.every((byte, index) => bytes[index] === byte) ? BOM.length : 0
}
