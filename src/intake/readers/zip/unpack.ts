import { Inflate } from 'fflate'
import { limits } from '../limits'
import { zipDirectory, type ZipEntry } from './directory'

/** Why a zip, or a file in it, was not unpacked. */
export type ZipFault =
  | { readonly code: 'archive-damaged' }
  | {
      readonly code: 'archive-unsafe'
      readonly reason: 'size' | 'ratio' | 'entries' | 'declared-size' | 'encrypted' | 'method'
    }

export type Unpacked =
  | { readonly entry: ZipEntry; readonly bytes: Uint8Array }
  | { readonly entry: ZipEntry; readonly fault: ZipFault }

/** Small files may be packed as tightly as they like. */
const ratioFreeBytes = 2 ** 20
const chunkBytes = 64 * 1024

/**
 * Unpacks the files of a zip one after the other. Nothing declared is believed: bytes are counted
 * while they come, and length and checksum must be those of the directory. All files together stay
 * below `limits.archiveBytes`; the file that passes it, and all after it, are faults.
 */
export class ZipUnpacker {
  readonly entries: readonly ZipEntry[]
  /** A fault of the whole zip: nothing of it is unpacked. */
  readonly fault: ZipFault | null
  readonly #bytes: Uint8Array
  #left: number

  constructor(bytes: Uint8Array, budget: number = limits.archiveBytes) {
    const directory = zipDirectory(bytes)
    this.#bytes = bytes
    this.#left = budget
    this.entries = directory ?? []
    this.fault = directory === null ? { code: 'archive-damaged' } : crowded(directory)
  }

  /** Bytes that may still be unpacked. */
  get left(): number {
    return this.#left
  }

  unpack(entry: ZipEntry): Unpacked {
    const chunks: Uint8Array[] = []
    let length = 0
    const fault = this.stream(entry, (chunk) => {
      length += chunk.length
      chunks.push(chunk)
    })
    return fault === null ? { entry, bytes: joined(chunks, length) } : { entry, fault }
  }

  /**
   * Unpacks a file part by part, so that it need not be held as a whole. Whether it is what the
   * directory says is known at its end only: what was taken of a fault is to be thrown away.
   */
  stream(entry: ZipEntry, take: (chunk: Uint8Array) => void): ZipFault | null {
    const before = this.#before(entry)
    if (before !== null) return before
    const data = this.#packedBytes(entry)
    if (data === null) return { code: 'archive-damaged' }
    let length = 0
    let crc = CRC_START
    const count = (chunk: Uint8Array) => {
      length += chunk.length
      crc = crc32(crc, chunk)
      take(chunk)
    }
    const fault =
      entry.method === 0 ? stored(data, entry, count) : this.#inflate(data, entry, count)
    if (fault !== null) return fault
    this.#left -= length
    if (length !== entry.size) return { code: 'archive-unsafe', reason: 'declared-size' }
    return (crc ^ CRC_START) >>> 0 === entry.crc ? null : { code: 'archive-damaged' }
  }

  #before(entry: ZipEntry): ZipFault | null {
    if (this.fault !== null) return this.fault
    if (entry.isEncrypted) return { code: 'archive-unsafe', reason: 'encrypted' }
    if (entry.method !== 0 && entry.method !== 8)
      return { code: 'archive-unsafe', reason: 'method' }
    if (entry.size > this.#left) return { code: 'archive-unsafe', reason: 'size' }
    return isTooTight(entry.size, entry.packed) ? { code: 'archive-unsafe', reason: 'ratio' } : null
  }

  #packedBytes({ offset, packed }: ZipEntry): Uint8Array | null {
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength)
    if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) return null
    const start =
      offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    return start + packed > view.byteLength ? null : this.#bytes.subarray(start, start + packed)
  }

  #inflate(data: Uint8Array, entry: ZipEntry, take: (chunk: Uint8Array) => void): ZipFault | null {
    let length = 0
    const inflate = new Inflate((chunk) => {
      length += chunk.length
      take(chunk)
    })
    for (let at = 0; at < data.length || at === 0; at += chunkBytes) {
      const part = data.subarray(at, at + chunkBytes)
      if (!pushed(inflate, part, at + chunkBytes >= data.length)) return { code: 'archive-damaged' }
      if (length > this.#left) return { code: 'archive-unsafe', reason: 'size' }
      if (isTooTight(length, entry.packed)) return { code: 'archive-unsafe', reason: 'ratio' }
    }
    return null
  }
}

/** False where the data are no deflated ones. */
function pushed(inflate: Inflate, part: Uint8Array, isLast: boolean): boolean {
  try {
    inflate.push(part, isLast)
    return true
  } catch {
    return false
  }
}

function crowded(entries: readonly ZipEntry[]): ZipFault | null {
  const files = entries.filter(({ isFolder }) => !isFolder)
  return files.length > limits.archiveEntries ? { code: 'archive-unsafe', reason: 'entries' } : null
}

function isTooTight(size: number, packed: number): boolean {
  return size > ratioFreeBytes && size > packed * limits.archiveRatio
}

function stored(
  data: Uint8Array,
  { size }: ZipEntry,
  take: (chunk: Uint8Array) => void,
): ZipFault | null {
  if (data.length !== size) return { code: 'archive-unsafe', reason: 'declared-size' }
  take(data.slice())
  return null
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

let table: Uint32Array | undefined

const CRC_START = 0xffffffff

/** The checksum of ISO 3309 that zip keeps of every file, carried on over some bytes. */
function crc32(before: number, bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index
    for (let bit = 0; bit < 8; bit += 1)
      value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
    return value
  })
  let crc = before
  for (let at = 0; at < bytes.length; at += 1)
    crc = (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return crc
}
