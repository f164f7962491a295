import type { CheckFinding } from '@/analysis/checkFinding'
import type { CheckStore } from '@/analysis/checkStore'
import { repairedCells, type Repair } from '@/analysis/repair'
import { adviseForReport } from '@/analysis/reportAdvice'
import { dispositionHolds, type Disposition } from '@/data/disposition'
import type { FindingHelp } from './checkProtocol'
import { dispositionId } from './dispositions'

/** The user's words on findings, by `dispositionId`. */
export type Words = ReadonlyMap<string, Disposition>

/** What the user said of a finding, where it still holds. */
export function wordOn(words: Words, finding: CheckFinding): Disposition | null {
  const word = words.get(dispositionId(finding, finding.check))
  return word !== undefined && dispositionHolds(word, finding) ? word : null
}

/**
 * Tells of findings what the user said of them and what would balance their reports; a report is
 * advised on once.
 */
export function helper(store: CheckStore, words: Words): (finding: CheckFinding) => FindingHelp {
  const advice = new Map<string, readonly Repair[]>()
  return (finding) => {
    const disposition = wordOn(words, finding)
    if (finding.outcome !== 'failed') return { disposition, advice: null }
    const key = `${finding.unit} ${finding.year} ${finding.scope}`
    const known = advice.get(key) ?? adviseForReport(store.cube, finding)
    advice.set(key, known)
    return { disposition, advice: known.find((each) => restsOn(finding, each)) ?? null }
  }
}

/** Whether a repair changes a figure of the finding's own report. */
function restsOn(finding: CheckFinding, repair: Repair): boolean {
  const changed = repairedCells(repair)
  return finding.figures.some(
    ({ unit, year, indicator }) =>
      unit === finding.unit && year === finding.year && changed.includes(indicator),
  )
}
