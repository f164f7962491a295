import { ArrayRoom, padded } from '@/data/arrayRoom'
import { addWords, lanesHash, newLanes } from '@/data/wordHash'
import type { KeptReply } from '@/storage/store'

/** A reply of the engine as it is stored: its arrays of numbers and a JSON text of all else in one buffer. */
export type PackedReply = Omit<KeptReply, 'id'>

const arrayTypes = [Float64Array, Uint32Array, Uint16Array, Uint8Array] as const
type Numbers = InstanceType<(typeof arrayTypes)[number]>

/** Where in a reply an array stood. */
interface Taken {
  readonly path: readonly (string | number)[]
  /** Place in `arrayTypes`. */
  readonly type: number
  readonly length: number
  /** The one number that it holds throughout, as text (NaN has none in JSON); null: it stands in the buffer. */
  readonly only: string | null
}

/**
 * Packs a reply. Null where it holds what a JSON text would alter (NaN outside of an array of numbers,
 * `undefined`, a map, a blob): such a reply is not kept.
 */
export function packReply(reply: unknown): PackedReply | null {
  const taken: Taken[] = []
  const arrays: Numbers[] = []
  /** What has no place in a JSON text. */
  const strange: unknown[] = []

  function plain(value: unknown, path: Taken['path']): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return value
    if (Array.isArray(value)) return value.map((each, at) => plain(each, [...path, at]))
    const type = arrayTypes.findIndex((each) => value instanceof each)
    if (type >= 0) {
      const array = value as Numbers
      const only = onlyNumber(array)
      taken.push({ path, type, length: array.length, only })
      if (only === null) arrays.push(array)
      return null
    }
    if (!isPlainObject(value)) {
      strange.push(value)
      return null
    }
    const entries = Object.entries(value)
    return Object.fromEntries(entries.map(([key, each]) => [key, plain(each, [...path, key])]))
  }

  const rest = plain(reply, [])
  if (strange.length > 0) return null
  const text = new TextEncoder().encode(JSON.stringify({ rest, taken }))
  const content = joined([...arrays, text])
  return { content, text: text.byteLength, hash: hashOf(content) }
}

/** The reply as it was packed, its arrays as views of the buffer; `undefined` where it is damaged. */
export function unpackReply({ content, text, hash }: PackedReply): unknown {
  const start = content.byteLength - padded(text)
  if (start < 0 || content.byteLength % 8 !== 0 || hashOf(content) !== hash) return undefined
  const json = new TextDecoder().decode(new Uint8Array(content, start, text))
  const { rest, taken } = JSON.parse(json) as { rest: unknown; taken: readonly Taken[] }
  const whole = { rest }
  const room = new ArrayRoom(content)
  for (const { path, type, length, only } of taken) {
    const Type = arrayTypes[type] ?? Uint8Array
    const array = only === null ? room.take<Numbers>(Type, length) : new Type(length).fill(+only)
    put(whole, ['rest', ...path], array)
  }
  return whole.rest
}

/** Most arrays of a large answer say the same throughout: no denominators, no marks. */
function onlyNumber(numbers: Numbers): string | null {
  const [first] = numbers
  if (first === undefined || !numbers.every((number) => Object.is(number, first))) return null
  return Object.is(first, -0) ? '-0' : String(first)
}

function put(root: object, path: Taken['path'], array: Numbers): void {
  let at = root as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  at[path.at(-1) as string] = array
}

function joined(arrays: readonly Numbers[]): ArrayBuffer {
  const bytes = new Uint8Array(arrays.reduce((sum, { byteLength }) => sum + padded(byteLength), 0))
  let offset = 0
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset)
    offset += padded(byteLength)
  }
  return bytes.buffer
}

function hashOf(content: ArrayBuffer): string {
  const lanes = newLanes()
  addWords(lanes, new Uint32Array(content))
  return lanesHash(lanes)
}

function isPlainObject(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
