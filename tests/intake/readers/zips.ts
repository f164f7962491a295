import { zipSync, type Zippable } from 'fflate'

/** Packs files; texts are UTF-8. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const packed: Zippable = {}
  for (const [path, content] of Object.entries(files)) {
    packed[path] = typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  return zipSync(packed)
}

/** A copy with a number of the first entry in the central directory changed. */
export function forged(bytes: Uint8Array, field: keyof typeof fields, value: number): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const end = copy.length - 22
  const entry = view.getUint32(end + 16, true)
  const { offset, size } = fields[field]
  if (size === 2) view.setUint16(entry + offset, value, true)
  else view.setUint32(entry + offset, value, true)
  return copy
}

const fields = {
  flags: { offset: 8, size: 2 },
  method: { offset: 10, size: 2 },
  crc: { offset: 16, size: 4 },
  size: { offset: 24, size: 4 },
} as const

/** The same with the name of the one file in it written in other bytes of the same length. */
export function renamed(bytes: Uint8Array, name: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const entry = view.getUint32(copy.length - 22 + 16, true)
  copy.set(name, 30)
  copy.set(name, entry + 46)
  return copy
}
