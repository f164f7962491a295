import type { Finding, FindingCode } from '@/domain/finding'
import { limits } from './limits'

/**
 * Collects findings of one file. Of each code only the first places are kept, and the last kept one
 * says in `detail.more` how many others there were: a file of nothing but faults must not become
 * a million objects.
 */
export class FindingList {
  readonly #byCode = new Map<FindingCode, Finding[]>()
  readonly #more = new Map<FindingCode, number>()
  readonly #order: Finding[] = []

  add(finding: Finding): void {
    const same = this.#byCode.get(finding.code)
    if (same === undefined) this.#byCode.set(finding.code, [finding])
    else if (same.length < limits.findingsOfOneKind) same.push(finding)
    else {
      this.#more.set(finding.code, (this.#more.get(finding.code) ?? 0) + 1)
      return
    }
    this.#order.push(finding)
  }

  addAll(findings: Iterable<Finding>): void {
    for (const finding of findings) this.add(finding)
  }

  list(): readonly Finding[] {
    return this.#order.map((finding) => {
      const more = this.#more.get(finding.code)
      const isLast = this.#byCode.get(finding.code)?.at(-1) === finding
      return more !== undefined && isLast
        ? { ...finding, detail: { ...finding.detail, more } }
        : finding
    })
  }
}
