import type { MatrixAnswer, UnitLabel } from '@/analysis/answer'

/**
 * An answer on its way to the page. The labels of thousands of units take as long to copy as their
 * numbers take to find, and most questions are of the same units: those are sent once.
 */
export interface SentAnswer extends Omit<MatrixAnswer, 'units'> {
  readonly units: {
    readonly key: number
    /** Null: those that were sent under this key before. */
    readonly labels: readonly UnitLabel[] | null
  }
}

/** Lists of labels that both sides keep; the oldest goes first, on both. */
const KEPT = 8

/** What the engine remembers of the labels that it has sent; one for a page. */
export class SentLabels {
  readonly #keys = new Map<string, number>()
  #last = 0

  pack(answer: MatrixAnswer): SentAnswer {
    const content = answer.units.map(textOf).join('\n')
    const known = this.#keys.get(content)
    if (known !== undefined) return { ...answer, units: { key: known, labels: null } }
    const key = ++this.#last
    this.#keys.set(content, key)
    dropOldest(this.#keys)
    return { ...answer, units: { key, labels: answer.units } }
  }
}

/** What the page keeps of them. Answers must be unpacked in the order in which they come. */
export class KeptLabels {
  readonly #labels = new Map<number, readonly UnitLabel[]>()

  unpack(sent: SentAnswer): MatrixAnswer {
    const { key, labels } = sent.units
    if (labels !== null) {
      this.#labels.set(key, labels)
      dropOldest(this.#labels)
    }
    const units = this.#labels.get(key)
    if (units === undefined) throw new Error(`No labels were sent as ${key}`)
    return { ...sent, units }
  }
}

function textOf({ id, code, name, since, until }: UnitLabel): string {
  return `${id}\t${code}\t${name}\t${since}\t${until}`
}

function dropOldest<Key>(kept: Map<Key, unknown>): void {
  if (kept.size <= KEPT) return
  for (const oldest of kept.keys()) {
    kept.delete(oldest)
    return
  }
}
