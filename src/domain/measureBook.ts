import type { Measure } from './measure'

/** The user's own measures; what is in it is set by `setOwnMeasures` and by nothing else. */
let book: ReadonlyMap<string, Measure> = new Map()

export function setMeasureBook(measures: readonly Measure[]): void {
  book = new Map(measures.map((measure) => [measure.id, measure]))
}

/** The measures in the book, in the order they were made. */
export function ownMeasures(): readonly Measure[] {
  return [...book.values()]
}

export function ownMeasureById(id: string): Measure | undefined {
  return book.get(id)
}
