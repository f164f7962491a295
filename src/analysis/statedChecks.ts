import type { ReportKey } from '@/data/batch'
import { checkList, checkNumber } from '@/domain/checks/checkList'
import type { CheckOutcome } from '@/domain/checks/evaluateIdentity'
import { ruleById } from '@/domain/checks/rules'
import { claimIds, figuresOfClaim } from '@/domain/checks/textClaim'
import { indicatorsOf, yearLinks, type YearLink } from '@/domain/checks/yearLink'
import { checkMarks } from './answer'
import { findingsOf, type CheckFinding } from './checkFinding'
import { claimBehind } from './claimFigures'
import { severityOf, type CheckStore } from './checkStore'
import { figuresBehind } from './findingFigures'
import { identitiesOf, judgeBlock } from './identityOutcomes'
import { judgeTold } from './textOutcomes'
import { judgeLink } from './yearLinkOutcomes'

/** A check as it stands, with the numbers it was made on; unlike a finding it may hold. */
export interface StatedCheck extends Omit<CheckFinding, 'outcome'> {
  readonly outcome: CheckOutcome
}

/** A figure of a report. */
export interface CheckedCell extends ReportKey {
  readonly indicator: string
}

const gravity: readonly CheckOutcome[] = ['failed', 'undecidable', 'passed']

/**
 * The checks that any of these figures takes part in, the gravest first, each once, those of the next
 * year's report and of the city's among them: the sums of the form and the links of two years whatever
 * came of them, every other check where it found something.
 */
export function statedChecks(store: CheckStore, cells: readonly CheckedCell[]): StatedCheck[] {
  const stated = new Map<string, StatedCheck>()
  for (const cell of cells)
    for (const check of checksOn(store, cell))
      stated.set([check.unit, check.year, check.scope, check.check].join(' '), check)
  return [...stated.values()].toSorted(
    (a, b) => gravity.indexOf(a.outcome) - gravity.indexOf(b.outcome),
  )
}

function checksOn(store: CheckStore, cell: CheckedCell): StatedCheck[] {
  const next = { ...cell, year: cell.year + 1 }
  const parent = store.registry.byId(cell.unit)?.parent ?? null
  const above = parent === null ? [] : [{ ...cell, unit: parent }]
  const found = [cell, next, ...above].flatMap((key) => findingsOf(store, key))
  return [
    ...found.filter((finding) => speaksOf(finding, cell)),
    ...passedIdentities(store, cell),
    ...passedClaims(store, cell),
    ...passedLinks(store, cell, 'thisYear'),
    ...passedLinks(store, next, 'lastYear'),
  ]
}

function speaksOf({ figures }: CheckFinding, cell: CheckedCell): boolean {
  return figures.some(
    ({ unit, year, scope, indicator }) =>
      indicator === cell.indicator &&
      unit === cell.unit &&
      year === cell.year &&
      scope === cell.scope,
  )
}

const PASSED = checkMarks.indexOf('passed')

function passedIdentities(store: CheckStore, cell: CheckedCell): StatedCheck[] {
  const slot = store.cube.slot(cell)
  const block = store.cube.blocks[slot < 0 ? -1 : (store.places.block[slot] ?? -1)]
  if (block === undefined) return []
  const row = store.places.row[slot] ?? -1
  return identitiesOf(cell.indicator)
    .filter((identity) => judgeBlock(block, identity)[row] === PASSED)
    .map(({ id }) => passed(store, id, cell, null))
}

/** What the text says of the figure, and the table bears out. */
function passedClaims(store: CheckStore, cell: CheckedCell): StatedCheck[] {
  const { cube, places } = store
  const slot = cube.slot(cell)
  const claims = cube.told.get(slot)?.claims ?? []
  const block = cube.blocks[places.block[slot] ?? -1]
  if (block === undefined) return []
  const outcomes = judgeTold(claims, block, places.row[slot] ?? -1)
  const ids = claimIds(claims)
  const { unit, year, scope } = cell
  return claims.flatMap((claim, at): StatedCheck[] => {
    if (outcomes[at] !== PASSED || !figuresOfClaim(claim).includes(cell.indicator)) return []
    const { rule } = claim
    const { severity } = ruleById(rule)
    const head = { unit, year, scope, check: ids[at] ?? '', rule, severity } as const
    return [{ ...head, outcome: 'passed', ...claimBehind(cube, cell, at) }]
  })
}

function passedLinks(
  store: CheckStore,
  { indicator, ...key }: CheckedCell,
  of: 'thisYear' | 'lastYear',
): StatedCheck[] {
  const slot = store.cube.slot(key)
  if (slot < 0) return []
  return yearLinks
    .filter((link) => standsIn(link, indicator, of))
    .filter((link) => judgeLink(store.cube, link)[slot] === PASSED)
    .map(({ id }) => passed(store, id, key, { ...key, year: key.year - 1 }))
}

function standsIn(link: YearLink, indicator: string, of: 'thisYear' | 'lastYear'): boolean {
  if (!indicatorsOf(link).includes(indicator)) return false
  const isFigure = of === 'thisYear' && link.figure === indicator
  return isFigure || link.terms.some((term) => term.of === of && term.indicator === indicator)
}

function passed(
  store: CheckStore,
  id: string,
  { unit, year, scope }: ReportKey,
  other: ReportKey | null,
): StatedCheck {
  const number = checkNumber(id)
  const check = checkList[number]
  if (check === undefined) throw new Error(`no check ${id}`)
  const key = { unit, year, scope }
  const { figures, left, right, detail } = figuresBehind(store, check, key, other)
  return {
    ...key,
    check: id,
    rule: check.rule,
    outcome: 'passed',
    severity: severityOf(store, key, number),
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
