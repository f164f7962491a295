import type { GivenBytes } from '../givenBytes'
import { CR, LF } from './lines'

/** Bytes read at once. */
export const SLICE = 4 * 2 ** 20

/**
 * Whole lines of a file from a byte on, about `slice` bytes at a time; the line in which the byte `until`
 * falls is the last. A last line of the file that is not ended gets this end.
 */
export async function* wholeLines(
  file: GivenBytes,
  { from, until, slice }: { readonly from: number; readonly until: number; readonly slice: number },
  lineEnd: typeof LF | typeof CR,
): AsyncGenerator<Uint8Array, void> {
  const read = (start: number) => file.part(start, start + slice)
  let rest = new Uint8Array(0)
  let reached = from
  let next: Promise<Uint8Array> | null = read(from)
  while (reached < file.size) {
    const bytes = await (next ?? read(reached))
    const offset = reached
    reached = Math.min(reached + slice, file.size)
    const isPast = reached > until
    // Read while the lines before it are looked at.
    next = reached === file.size || isPast ? null : read(reached)
    const first = bytes.indexOf(LF) + 1
    const border = isPast ? bytes.indexOf(LF, Math.max(0, until - offset)) + 1 : 0
    const isEnd = reached === file.size && border === 0
    if (first === 0) {
      rest = joined(rest, bytes)
      if (isEnd) yield endedLine(rest, lineEnd)
      continue
    }
    // Of a slice only the line that it shares with the one before it is copied.
    yield joined(rest, bytes.subarray(0, first))
    const end = border > 0 ? border : isEnd ? bytes.length : bytes.lastIndexOf(LF) + 1
    const whole = bytes.subarray(first, end)
    if (whole.length > 0) yield isEnd ? endedLine(whole, lineEnd) : whole
    if (border > 0) return
    rest = bytes.slice(end)
  }
}

/** The last line, ended if it is not. */
function endedLine(bytes: Uint8Array, lineEnd: number): Uint8Array {
  if (bytes.length === 0 || bytes.at(-1) === LF) return bytes
  return joined(bytes, Uint8Array.from(lineEnd === CR ? [CR, LF] : [LF]))
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
