import type { Cell, Report } from '@/domain/report'
import type { FormReading } from '@/intake/recognisers/form/readForm'

/** How the figures of a damaged document came out. */
export interface Judgement {
  readonly right: number
  /** Not the printed number, and said so: no number, or a note that speaks of it. */
  readonly flagged: number
  /** Another number, and nothing says so. */
  readonly silent: readonly string[]
}

/** Compares what was read with what was printed before the damage. */
export function judgeReading(report: Report, form: FormReading | null): Judgement {
  const noted = new Set(form?.notes.flatMap(({ indicators }) => indicators))
  let right = 0
  let flagged = 0
  const silent: string[] = []
  for (const [indicator, cell] of report.cells) {
    if (indicator.startsWith('prose.')) continue
    const read = form?.figures.get(indicator)?.cell ?? { kind: 'absent' as const }
    if (isSame(read, cell)) right++
    else if (read.kind !== 'value' || noted.has(indicator)) flagged++
    else silent.push(`${indicator}: ${text(cell)} → ${text(read)}`)
  }
  return { right, flagged, silent }
}

function isSame(a: Cell, b: Cell): boolean {
  return a.kind === 'value' && b.kind === 'value' ? a.value === b.value : a.kind === b.kind
}

function text(cell: Cell): string {
  return cell.kind === 'value' ? String(cell.value) : cell.kind
}
