import type { CheckFilter } from '@/analysis/answer'
import { changeOf } from '@/domain/item'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import type { ClauseReference } from '@/wording/conclusions/conclusion'
import { formatExploration, startExploration } from '../explore/exploreState'

/** What a clause leads to: the source of one unit's number, or the numbers of several in a view. */
export type ClauseTarget =
  | { readonly kind: 'trace'; readonly unit: UnitId; readonly year: number; readonly item: string }
  | { readonly kind: 'page'; readonly address: string }

/** More units than these make too long an address. */
const MOST_LISTED = 150

/** A single unit's change is traced to both years; several units are shown side by side. */
export function clauseTarget(
  { item, units, years }: ClauseReference,
  scope: Scope,
  checks: CheckFilter,
): ClauseTarget {
  const [unit] = units
  const last = Math.max(...years)
  const first = Math.min(...years)
  if (unit !== undefined && units.length === 1 && last - first <= 1)
    return { kind: 'trace', unit, year: last, item: first === last ? item : changeOf(item) }
  const state = {
    ...startExploration(),
    items: [item],
    form: first === last ? ('ranking' as const) : ('trend' as const),
    units:
      units.length > MOST_LISTED ? { kind: 'all' as const } : { kind: 'listed' as const, units },
    years: [first, last] as const,
    scope,
    checks,
  }
  const query = Object.entries(formatExploration(state)).flatMap(([name, value]) =>
    [value].flat().map((text) => [name, text]),
  )
  return { kind: 'page', address: `#/explore?${new URLSearchParams(query).toString()}` }
}
