import { indicators, shortLabel } from '../catalogue'
import type { Unit } from '../unit'

/** A figure of a city's report that is the sum of its parts'. */
export interface RollUp {
  readonly indicator: string
  readonly label: string
}

/**
 * Figures that add up: counts of tables 三 and 四, counts and money of table 二. Not 规章, which only
 * the city makes, nor stocks, in which joint documents are counted twice.
 */
export const rollUps: readonly RollUp[] = indicators
  .filter(({ id, table, kind }) => {
    if (id.startsWith('regulations.')) return false
    return ['2', '3', '4'].includes(table) && (kind === 'count' || kind === 'money')
  })
  .map(({ id }) => ({ indicator: id, label: shortLabel(id) }))

/** The figure by which a city's scope is told: its own office alone receives fewer than a county. */
export const SCOPE_FIGURE = 'requests.new.total'

/**
 * Whether the parts below a city can be all of it: its organs are on record beside its counties, as
 * units of their own. Without them the city has a rest of its own.
 */
export function areAllParts(parts: readonly Unit[]): boolean {
  return parts.some(({ kind }) => kind === 'department')
}
