import {
  checkIdOf,
  findingOf,
  keyAt,
  listFindings,
  type CheckFinding,
  type FindingFilter,
} from '@/analysis/checkFinding'
import type { CheckStore, FoundOutcome } from '@/analysis/checkStore'
import type {
  FindingKind,
  FindingPage,
  FindingQuestion,
  HealthFinding,
  PageAsked,
} from './checkProtocol'
import { dispositionId } from './dispositions'
import { helper, wordOn, type Words } from './findingHelp'
import { unitLabel } from './unitViews'

/** One page of findings with what the user said of them and what would repair them. */
export function findingPage(
  store: CheckStore,
  words: Words,
  question: FindingQuestion,
  page: PageAsked,
): FindingPage {
  const { units, years, scope, rule, kinds, disposed } = question
  const filter: FindingFilter = {
    units: units ?? store.cube.units.toSorted(),
    years,
    scope,
    rules: rule === null ? null : [rule],
    only: (finding) =>
      kinds.some((kind) => kind === kindOf(finding)) &&
      (disposed === null || isDisposed(store, words, finding.found) === disposed),
  }
  const { total, findings } = listFindings(store, filter, page)
  const helpFor = helper(store, words)
  const told = findings.map((finding): HealthFinding => ({ ...finding, ...helpFor(finding) }))
  const named = new Set(
    told.flatMap(({ unit, figures, other }) => [
      unit,
      other?.unit ?? unit,
      ...figures.map((figure) => figure.unit),
    ]),
  )
  return { total, findings: told, labels: [...named].map((id) => unitLabel(store.registry, id)) }
}

/** Undecided notes are told by nobody: they have a kind that is never asked for. */
function kindOf({
  failed,
  severity,
}: {
  readonly failed: boolean
  readonly severity: CheckFinding['severity']
}): FindingKind | 'none' {
  if (failed) return severity
  return severity === 'info' ? 'none' : 'undecidable'
}

function isDisposed(store: CheckStore, words: Words, found: FoundOutcome): boolean {
  const id = dispositionId(keyAt(store.cube, found.slot), checkIdOf(store, found))
  return words.has(id) && wordOn(words, findingOf(store, found)) !== null
}
