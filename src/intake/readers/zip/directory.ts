import { decode } from '../decode'

/** A file in a zip, as the central directory describes it. Sizes are claims, not facts. */
export interface ZipEntry {
  /** With `/` between folders, without a leading one and without `..`. */
  readonly path: string
  readonly isFolder: boolean
  readonly isEncrypted: boolean
  /** 0 stored, 8 deflated; anything else cannot be unpacked. */
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** Offset of the local header. */
  readonly offset: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const endLength = 22
const longestComment = 65_535

/** Whether the bytes begin like a zip file. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** The central directory, or null when it is missing, cut or in a form we do not read (Zip64). */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return null
    const nameLength = view.getUint16(at + 28, true)
    const next =
      at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return null
    entries.push(readEntry(bytes, view, at, nameLength))
    at = next
  }
  return entries
}

function findEnd(view: DataView): number {
  const last = view.byteLength - endLength
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
    if (view.getUint32(at, true) === endMark) return at
  }
  return -1
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry {
  const path = safePath(entryName(bytes.subarray(at + 46, at + 46 + nameLength)))
  return {
    path,
    isFolder: path.endsWith('/'),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
}

/** Chinese Windows writes names in GBK without saying so, macOS in UTF-8 without saying so. */
function entryName(bytes: Uint8Array): string {
  return decode(bytes).text ?? new TextDecoder('gb18030').decode(bytes)
}

function safePath(name: string): string {
  return name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part, index, parts) => (part !== '' || index === parts.length - 1) && part !== '..')
    .join('/')
}
