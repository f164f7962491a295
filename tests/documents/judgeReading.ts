import { evaluateIdentity } from '@/domain/checks/evaluateIdentity'
import { identities, operandsOf } from '@/domain/checks/identity'
import type { Cell, Report } from '@/domain/report'
import type { FormReading } from '@/intake/recognisers/form/readForm'

/** How the figures of a damaged document came out. */
export interface Judgement {
  readonly right: number
  /** Not the printed number, and said so: no number, or a note that speaks of it. */
  readonly flagged: number
  /** Another number, nothing says so, and a sum of the form does not hold. */
  readonly silent: readonly string[]
  /** Another number, and none of its sums fails: the damaged text is what another report looks like. */
  readonly undetectable: readonly string[]
  /** Rows for which the reading proposes what was printed, and those for which it proposes otherwise. */
  readonly proposed: { readonly right: number; readonly wrong: readonly string[] }
}

/** Compares what was read with what was printed before the damage. */
export function judgeReading(report: Report, form: FormReading | null): Judgement {
  const telling = form?.notes.filter(({ severity }) => severity !== 'info') ?? []
  const noted = new Set(telling.flatMap(({ indicators }) => indicators))
  let right = 0
  let flagged = 0
  const silent: string[] = []
  const undetectable: string[] = []
  for (const [indicator, cell] of report.cells) {
    if (indicator.startsWith('prose.')) continue
    const read = form?.figures.get(indicator)?.cell ?? { kind: 'absent' as const }
    if (isSame(read, cell)) right++
    else if (read.kind !== 'value' || noted.has(indicator)) flagged++
    else {
      const told = `${indicator}: ${text(cell)} → ${text(read)}`
      if (form !== null && sumsHold(indicator, form)) undetectable.push(told)
      else silent.push(told)
    }
  }
  return { right, flagged, silent, undetectable, proposed: judgeProposals(report, form) }
}

function judgeProposals(report: Report, form: FormReading | null): Judgement['proposed'] {
  let right = 0
  const wrong: string[] = []
  for (const { indicators, detail } of form?.notes ?? []) {
    if (detail?.['proposal'] === undefined) continue
    const printed = indicators.map((indicator) => text(report.cells.get(indicator))).join(' ')
    if (printed === detail['values']) right++
    else wrong.push(`${printed} → ${String(detail['values'])}`)
  }
  return { right, wrong }
}

function sumsHold(indicator: string, { figures }: FormReading): boolean {
  const cellOf = (id: string): Cell => figures.get(id)?.cell ?? { kind: 'absent' }
  return identities
    .filter((identity) => operandsOf(identity).includes(indicator))
    .every((identity) => evaluateIdentity(identity, cellOf)?.outcome !== 'failed')
}

function isSame(a: Cell, b: Cell): boolean {
  return a.kind === 'value' && b.kind === 'value' ? a.value === b.value : a.kind === b.kind
}

function text(cell: Cell = { kind: 'absent' }): string {
  return cell.kind === 'value' ? String(cell.value) : cell.kind
}
