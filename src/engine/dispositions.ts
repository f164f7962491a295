import { findingsOf } from '@/analysis/checkFinding'
import type { CheckStore } from '@/analysis/checkStore'
import type { ReportKey } from '@/data/batch'
import {
  disposeOf,
  dispositionHolds,
  type Disposition,
  type FindingBasis,
} from '@/data/disposition'
import type { DispositionRecord, Snapshot } from '@/storage/store'
import type { DispositionWord } from './checkProtocol'
import { EngineFailure } from './failure'
import type { PreparedChange } from './holdings'
import { asSettings } from './settings'
import { changeOf } from './storeChange'

/** A finding goes by its report and its check: one word on each, the latest. */
export function dispositionId({ unit, year, scope }: ReportKey, check: string): string {
  return [unit, year, scope, check].join(' ')
}

/** The words on record, by `dispositionId`, whether they still hold or not. */
export function dispositionsOf({ dispositions }: Snapshot): ReadonlyMap<string, Disposition> {
  return new Map(dispositions.map(({ id, disposition }) => [id, disposition]))
}

/** The finding that a word was said of, if it still rests on the same. */
export function standsOn(store: CheckStore, disposition: Disposition): boolean {
  return findingsOf(store, disposition).some((finding) => dispositionHolds(disposition, finding))
}

/** A change that puts the user's word on a finding, in the place of an earlier one. */
export function prepareDisposition(
  snapshot: Snapshot,
  store: CheckStore,
  asked: { readonly finding: FindingBasis; readonly word: DispositionWord; readonly at: number },
): PreparedChange {
  const { finding, word, at } = asked
  const record = recordOf(snapshot, finding, word, at)
  if (!standsOn(store, record.disposition)) throw new EngineFailure('not-found', finding.check)
  return { change: changeOf(snapshot, { putDispositions: [record] }) }
}

/** A change that puts words on findings as they stand; null without any. */
export function prepareDispositions(
  snapshot: Snapshot,
  said: readonly { readonly finding: FindingBasis; readonly word: DispositionWord }[],
  at: number,
): PreparedChange | null {
  if (said.length === 0) return null
  const putDispositions = said.map(({ finding, word }) => recordOf(snapshot, finding, word, at))
  return { change: changeOf(snapshot, { putDispositions }) }
}

function recordOf(
  snapshot: Snapshot,
  finding: FindingBasis,
  word: DispositionWord,
  at: number,
): DispositionRecord {
  const reason = word.reason.trim()
  if (reason === '') throw new EngineFailure('reason-missing', '')
  const by = asSettings(snapshot.settings).operator
  return {
    id: dispositionId(finding, finding.check),
    disposition: disposeOf(finding, { kind: word.kind, reason, by, at }),
    // What is said of a sample goes with it.
    sample: snapshot.meta.sample !== 'none',
  }
}

/** A change that takes a word back; null where there is none. */
export function prepareWithdrawal(
  snapshot: Snapshot,
  finding: FindingBasis,
): PreparedChange | null {
  const id = dispositionId(finding, finding.check)
  if (!snapshot.dispositions.some((each) => each.id === id)) return null
  return { change: changeOf(snapshot, { removeDispositions: [id] }) }
}
