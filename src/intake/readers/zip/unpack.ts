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
    const fault = this.#before(entry)
    if (fault !== null) return { entry, fault }
    const data = this.#packedBytes(entry)
    if (data === null) return { entry, fault: { code: 'archive-damaged' } }
    const bytes = entry.method === 0 ? stored(data, entry) : this.#inflated(data, entry)
    if (!(bytes instanceof Uint8Array)) return { entry, fault: bytes }
    this.#left -= bytes.length
    if (bytes.length !== entry.size) {
      return { entry, fault: { code: 'archive-unsafe', reason: 'declared-size' } }
    }
    if (crc32(bytes) !== entry.crc) return { entry, fault: { code: 'archive-damaged' } }
    return { entry, bytes }
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

  #inflated(data: Uint8Array, entry: ZipEntry): Uint8Array | ZipFault {
    const chunks: Uint8Array[] = []
    let length = 0
    const inflate = new Inflate((chunk) => {
      length += chunk.length
      chunks.push(chunk)
    })
    try {
      for (let at = 0; at < data.length || at === 0; at += chunkBytes) {
        inflate.push(data.subarray(at, at + chunkBytes), at + chunkBytes >= data.length)
        if (length > this.#left) return { code: 'archive-unsafe', reason: 'size' }
        if (isTooTight(length, entry.packed)) return { code: 'archive-unsafe', reason: 'ratio' }
      }
    } catch {
      return { code: 'archive-damaged' }
    }
    return joined(chunks, length)
  }
}

function crowded(entries: readonly ZipEntry[]): ZipFault | null {
  const files = entries.filter(({ isFolder }) => !isFolder)
  return files.length > limits.archiveEntries ? { code: 'archive-unsafe', reason: 'entries' } : null
}

function isTooTight(size: number, packed: number): boolean {
  return size > ratioFreeBytes && size > packed * limits.archiveRatio
}

function stored(data: Uint8Array, { size }: ZipEntry): Uint8Array | ZipFault {
  return data.length === size ? data.slice() : { code: 'archive-unsafe', reason: 'declared-size' }
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

/** The checksum of ISO 3309 that zip keeps of every file. */
function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index
    for (let bit = 0; bit < 8; bit += 1)
      value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
    return value
  })
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
