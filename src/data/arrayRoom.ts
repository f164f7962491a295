import type { ColumnValues } from './segment'

type NumbersType<T extends ColumnValues> = new (
  buffer: ArrayBuffer,
  offset: number,
  length: number,
) => T

/** Every array begins at a multiple of it, so that its view is possible without a copy. */
const ALIGNMENT = 8

/** Arrays of numbers one after the other in one buffer, as a packed segment has them. */
export class ArrayRoom {
  #offset = 0
  readonly #buffer: ArrayBuffer

  constructor(buffer: ArrayBuffer) {
    this.#buffer = buffer
  }

  /** The next array; throws where it does not fit. */
  take<T extends ColumnValues>(type: NumbersType<T>, length: number): T {
    const array = new type(this.#buffer, this.#offset, length)
    this.#offset += padded(array.byteLength)
    return array
  }
}

/** Bytes that an array takes in a room. */
export function padded(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}
