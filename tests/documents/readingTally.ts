import type { Report } from '@/domain/report'
import type { Grid } from '@/intake/document'
import { readForm } from '@/intake/recognisers/form/readForm'
import { judgeReading } from './judgeReading'

/** What became of the figures of many damaged documents. */
export class ReadingTally {
  documents = 0
  right = 0
  flagged = 0
  proposedRight = 0
  readonly proposedWrong: string[] = []
  /** Wrong without a flag, and the document's own sums speak against it. */
  readonly silent: string[] = []
  /** Wrong without a flag, but just what another valid report would look like. */
  readonly undetectable: string[] = []

  add(report: Report, grids: readonly Grid[], damages: readonly string[]): void {
    const form = readForm(grids)
    const { right, flagged, silent, undetectable, proposed } = judgeReading(report, form)
    this.documents++
    this.right += right
    this.flagged += flagged
    this.proposedRight += proposed.right
    this.proposedWrong.push(...proposed.wrong)
    const after = damages.join(' + ')
    this.silent.push(...silent.map((each) => `${after}: ${each}`))
    this.undetectable.push(...undetectable.map((each) => `${after}: ${each}`))
  }

  toString(): string {
    const all = this.right + this.flagged + this.silent.length + this.undetectable.length
    const share = (count: number) => `${((100 * count) / all).toFixed(3)} %`
    return [
      `${this.documents} damaged documents, ${all} figures:`,
      `right ${share(this.right)}, flagged ${share(this.flagged)},`,
      `silent ${this.silent.length}, like another valid report ${this.undetectable.length};`,
      `rows proposed rightly ${this.proposedRight}, otherwise ${this.proposedWrong.length}`,
    ].join(' ')
  }
}
