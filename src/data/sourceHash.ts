import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Bytes of the largest file that is hashed at once. */
export const HASHED_WHOLE = 64 * 2 ** 20
/** Larger files are hashed slice by slice, so that they need not be in memory. */
const SLICE = 4 * 2 ** 20

type Bytes = Uint8Array<ArrayBuffer>

/**
 * The id of a source: the SHA-256 of its bytes, hexadecimal. Of files above 64 MiB it is the SHA-256
 * of the SHA-256 sums of their slices of 4 MiB, which the browser computes without holding the file.
 * `whole` gives all bytes to whom they are read anyway. Throws when the file cannot be read.
 */
export async function sourceHash(
  content: Blob,
  whole: () => Promise<Bytes> = () => bytesOf(content),
): Promise<string> {
  if (content.size <= HASHED_WHOLE) return bytesToHex(await digest(await whole()))
  const slices = Math.ceil(content.size / SLICE)
  const sums = new Uint8Array(slices * 32)
  for (let slice = 0; slice < slices; slice++) {
    const bytes = await bytesOf(content.slice(slice * SLICE, (slice + 1) * SLICE))
    sums.set(await digest(bytes), slice * 32)
  }
  return bytesToHex(await digest(sums))
}

/** `crypto.subtle` is not there on a plain-http intranet. */
async function digest(bytes: Bytes): Promise<Uint8Array> {
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle
  if (subtle === undefined) return sha256(bytes)
  return new Uint8Array(await subtle.digest('SHA-256', bytes))
}

async function bytesOf(content: Blob): Promise<Bytes> {
  return new Uint8Array(await content.arrayBuffer())
}
