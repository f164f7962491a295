import { HASHED_WHOLE } from '@/data/sourceHash'

/**
 * The bytes of a file. One that is hashed as a whole is read once for all that look at it; of a larger
 * one each part is read where it is asked for. Reading rejects when the file cannot be read.
 */
export class GivenBytes {
  readonly content: Blob
  readonly #isHeld: boolean
  #held: Promise<Uint8Array<ArrayBuffer>> | null = null

  /** `most`: bytes of the largest file that is read at once; tests choose few. */
  constructor(content: Blob, most = HASHED_WHOLE) {
    this.content = content
    this.#isHeld = content.size <= most
  }

  get size(): number {
    return this.content.size
  }

  /** All bytes; whoever changes them or gives them away must be the last to ask. */
  whole(): Promise<Uint8Array<ArrayBuffer>> {
    if (!this.#isHeld) return read(this.content)
    return (this.#held ??= read(this.content))
  }

  /** The first bytes, at most so many; they are there before the whole is. */
  first(count: number): Promise<Uint8Array<ArrayBuffer>> {
    return read(this.content.slice(0, count))
  }

  /** The bytes from one on up to another, or to the end of the file; they must not be changed. */
  async part(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    if (!this.#isHeld) return read(this.content.slice(from, to))
    return (await this.whole()).subarray(from, to)
  }
}

async function read(content: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await content.arrayBuffer())
}
