import type { ReportKey } from '@/data/batch'
import { keyOfSlot } from '@/data/numberKeys'
import { scopes, type SourceTable } from '@/data/segment'
import { checkList } from '@/domain/checks/checkList'
import type { RuleId } from '@/domain/checks/rules'
import { claimIds, type ClaimPlace, type ReadValue } from '@/domain/checks/textClaim'
import type { Place, Severity } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import type { Cube } from '@/data/cube'
import { checkMarks } from './answer'
import { outcomesOfUnit, severityOf, type CheckStore, type FoundOutcome } from './checkStore'
import { claimBehind } from './claimFigures'
import { figuresBehind } from './findingFigures'

/** A figure that a finding speaks of, and which side of the formula it stands on. */
export interface FindingFigure extends ReportKey {
  readonly indicator: string
  readonly cell: Cell
  readonly side: 'left' | 'right'
  readonly sign: 1 | -1
}

/** A statement of the running text, and where it stands. */
export interface ToldSentence {
  /** What it says: `134`, `均获维持`. */
  readonly said: string
  readonly sentence: string
  readonly compared: readonly ReadValue[]
  /** Id of the source. */
  readonly source: string
  readonly table: SourceTable
  readonly place: ClaimPlace
}

/** Where a sentence stands, as findings have it. */
export function placeOfSentence({ table, place }: ToldSentence, file: string): Place {
  const { line, ...rest } = place
  return { file, ...table, ...rest, row: line }
}

/** A check that is 不平 or 不可判, with the numbers it was made on. */
export interface CheckFinding extends ReportKey {
  /** Id of the check, e.g. `T3-ROW:requests.new`. */
  readonly check: string
  readonly rule: RuleId
  readonly outcome: 'failed' | 'undecidable'
  readonly severity: Severity
  /** The row, column or figure in words; empty where the rule's name says it. */
  readonly label: string
  readonly figures: readonly FindingFigure[]
  /** Sums of both sides; null where a figure is missing or the rule has no such side. */
  readonly left: number | null
  readonly right: number | null
  /** Left less right. */
  readonly difference: number | null
  /** The second report that it speaks of. */
  readonly other: ReportKey | null
  /** The sentence that it is on, with what it was compared with; null for any other check. */
  readonly told: ToldSentence | null
  /** Facts that are no cells: an edition, a count of equal figures, a number implied. */
  readonly detail: Readonly<Record<string, string | number>>
}

export interface FindingFilter {
  readonly units?: readonly string[] | null
  readonly years?: readonly [number, number] | null
  readonly scope?: ReportKey['scope']
  readonly rules?: readonly RuleId[] | null
  readonly severities?: readonly Severity[] | null
  readonly outcomes?: readonly CheckFinding['outcome'][] | null
  /** What else a finding must be, seen without its figures. */
  readonly only?: (seen: SeenFinding) => boolean
}

/** What is known of a finding before its figures are looked up. */
export interface SeenFinding {
  readonly found: FoundOutcome
  readonly failed: boolean
  readonly severity: Severity
}

const FAILED = checkMarks.indexOf('failed')
const gravity: readonly Severity[] = ['error', 'warning', 'info']

/** The findings of one report, the gravest first. */
export function findingsOf(store: CheckStore, key: ReportKey): CheckFinding[] {
  const slot = store.cube.slot(key)
  const unit = store.cube.unitIndex(key.unit)
  if (slot < 0) return []
  return outcomesOfUnit(store, unit)
    .filter((found) => found.slot === slot)
    .map((found) => findingOf(store, found))
    .sort(byGravity)
}

/**
 * One page of the findings that pass a filter, by unit and year, and how many there are in all; only
 * those of the page are given their figures.
 */
export function listFindings(
  store: CheckStore,
  filter: FindingFilter,
  page: { readonly first: number; readonly count: number },
): { readonly total: number; readonly findings: CheckFinding[] } {
  const { cube } = store
  const units = filter.units ?? cube.units
  const all = units
    .map((unit) => cube.unitIndex(unit))
    .filter((unit) => unit >= 0)
    .flatMap((unit) =>
      outcomesOfUnit(store, unit)
        .filter((found) => passes(store, found, filter))
        .toSorted((a, b) => a.slot - b.slot),
    )
  const findings = all
    .slice(page.first, page.first + page.count)
    .map((found) => findingOf(store, found))
  return { total: all.length, findings }
}

/** A finding with its figures. */
export function findingOf(store: CheckStore, found: FoundOutcome): CheckFinding {
  const check = checkList[found.check]
  if (check === undefined) throw new Error(`no check ${found.check}`)
  const key = keyAt(store.cube, found.slot)
  const other = found.other < 0 ? null : keyAt(store.cube, found.other)
  const outcome = found.outcome === FAILED ? 'failed' : 'undecidable'
  const severity = severityOf(store, key, found.check)
  const head = {
    ...key,
    check: checkIdOf(store, found),
    rule: check.rule,
    outcome,
    severity,
  } as const
  if (found.claim >= 0) return { ...head, ...claimBehind(store.cube, key, found.claim) }
  const { figures, left, right, detail } = figuresBehind(store, check, key, other)
  return {
    ...head,
    label: check.label,
    figures,
    left,
    right,
    difference: left === null || right === null ? null : left - right,
    other,
    told: null,
    detail,
  }
}

/** The id of the check that a finding is of: of a statement, the statement's. */
export function checkIdOf({ cube }: Pick<CheckStore, 'cube'>, found: FoundOutcome): string {
  const claims = found.claim < 0 ? undefined : cube.told.get(found.slot)?.claims
  const id = claims === undefined ? checkList[found.check]?.id : claimIds(claims)[found.claim]
  return id ?? ''
}

/** The report that a slot stands for. */
export function keyAt(cube: Cube, slot: number): ReportKey {
  const { unit, year, scope } = keyOfSlot(slot, cube.years)
  return { unit: cube.units[unit] ?? '', year, scope: scopes[scope] ?? 'whole' }
}

function passes(store: CheckStore, found: FoundOutcome, filter: FindingFilter): boolean {
  const { rules, severities, outcomes } = filter
  const check = checkList[found.check]
  const outcome = found.outcome === FAILED ? 'failed' : 'undecidable'
  if (check === undefined || outcomes?.includes(outcome) === false) return false
  if (rules?.includes(check.rule) === false) return false
  const key = keyAt(store.cube, found.slot)
  if (!isAsked(key, filter)) return false
  const severity = severityOf(store, key, found.check)
  if (severities?.includes(severity) === false) return false
  return filter.only?.({ found, failed: outcome === 'failed', severity }) !== false
}

function isAsked({ year, scope }: ReportKey, filter: FindingFilter): boolean {
  const { years } = filter
  if (filter.scope !== undefined && scope !== filter.scope) return false
  return !years || (years[0] <= year && year <= years[1])
}

function byGravity(a: CheckFinding, b: CheckFinding): number {
  if (a.outcome !== b.outcome) return a.outcome === 'failed' ? -1 : 1
  return gravity.indexOf(a.severity) - gravity.indexOf(b.severity)
}
