import { fullLabel } from '@/domain/catalogue'
import type { CorrectionStanding } from '@/data/correctionStandings'
import type { LedgerEntry } from '@/engine/correctionProtocol'
import { reportCellText } from '@/wording/reportCellText'
import { scopeNote } from '@/wording/scopes'
import { timeText } from '@/wording/timeText'

const standings: Readonly<Record<CorrectionStanding, string>> = {
  holds: '生效',
  agrees: '导入的值已与它相同',
  superseded: '已由后来的更正代替',
  conflict: '与导入冲突，待决定',
  undone: '已撤销',
}

/** A line of the ledger in words. */
export interface LedgerLine {
  readonly key: string
  readonly entry: LedgerEntry
  readonly unit: string
  readonly indicator: string
  readonly before: string
  readonly after: string
  readonly imported: string
  readonly by: string
  readonly time: string
  readonly standing: string
  /** Whether it still has a say. */
  readonly isCurrent: boolean
}

/** The ledger in words, the newest first. */
export function ledgerLines(entries: readonly LedgerEntry[]): LedgerLine[] {
  return entries
    .map((entry, at): LedgerLine => ({
      key: `${entry.batch.id} ${at}`,
      entry,
      unit: entry.unitName + scopeNote(entry.scope),
      indicator: fullLabel(entry.indicator),
      before: reportCellText(entry.expected, entry.indicator),
      after: reportCellText(entry.value, entry.indicator),
      imported: reportCellText(entry.imported, entry.indicator),
      by: entry.batch.by === '' ? '—' : entry.batch.by,
      time: timeText(entry.batch.at),
      standing: standings[entry.standing],
      isCurrent: entry.standing === 'holds' || entry.standing === 'conflict',
    }))
    .reverse()
}
