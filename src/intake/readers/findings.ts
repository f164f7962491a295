import type { Finding } from '@/domain/finding'
import { limits } from './limits'

/**
 * Collects findings. Of each code only the first places in a file are kept, and the last kept one says
 * in `detail.more` how many others there were: a file of nothing but faults must not become a million
 * objects.
 */
export class FindingList {
  readonly #byKey = new Map<string, { readonly kept: Finding[]; more: number }>()
  readonly #order: Finding[] = []
  readonly #places: number
  #count = 0

  /** `places`: kept of one kind in one file. */
  constructor(places: number = limits.findingsOfOneKind) {
    this.#places = places
  }

  add(finding: Finding): void {
    this.#count++
    const key = keyOf(finding)
    const same = this.#byKey.get(key) ?? { kept: [], more: 0 }
    this.#byKey.set(key, same)
    const more = Number(finding.detail?.['more'] ?? 0)
    same.more += more
    if (same.kept.length >= this.#places) {
      same.more += 1
      return
    }
    const kept = more > 0 ? withoutMore(finding) : finding
    same.kept.push(kept)
    this.#order.push(kept)
  }

  /** How many were added, those that are not kept among them. */
  get count(): number {
    return this.#count
  }

  addAll(findings: Iterable<Finding>): void {
    for (const finding of findings) this.add(finding)
  }

  list(): readonly Finding[] {
    return this.#order.map((finding) => {
      const same = this.#byKey.get(keyOf(finding))
      return same !== undefined && same.more > 0 && same.kept.at(-1) === finding
        ? { ...finding, detail: { ...finding.detail, more: same.more } }
        : finding
    })
  }
}

function keyOf({ code, place }: Finding): string {
  return `${code} ${place.file}`
}

function withoutMore(finding: Finding): Finding {
  const detail = Object.entries(finding.detail ?? {}).filter(([name]) => name !== 'more')
  return { ...finding, detail: Object.fromEntries(detail) }
}
