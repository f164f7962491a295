import type { MatrixQuestion } from '@/analysis/answer'
import { flowItems } from '@/analysis/requestFlow'
import { itemsFor } from '@/charts/figureModes'
import { changeOf } from '@/domain/item'
import type { UnitId } from '@/domain/unit'
import type { ExploreForm } from '@/wording/exploreForms'
import type { Surroundings } from '../compare/asking'
import { unitsOf } from '../compare/asking'
import { itemsOf } from '../compare/subjects'
import { compositionOf } from './compositions'
import type { ExploreState } from './exploreState'

/** What an exploration draws, when all that was left open is settled by what is on record. */
export interface ExploreLayout {
  /** Those shown; the answer may hold an earlier one that an index is of. */
  readonly years: readonly [number, number]
  /** Of forms that show one year. */
  readonly year: number
  readonly base: number
  readonly units: readonly UnitId[] | null
  /** The one unit that all of it is of; null: those of the choice. */
  readonly alone: UnitId | null
  readonly isOneYear: boolean
}

/** Forms that show one year. */
const oneYearForms: ReadonlySet<ExploreForm> = new Set([
  'ranking',
  'map',
  'matrix',
  'scatter',
  'flow',
])

/** Settles what a state leaves open. */
export function exploreLayout(state: ExploreState, around: Surroundings): ExploreLayout {
  const recorded = around.coverage.years
  const years = state.years ?? [recorded[0] ?? 0, recorded.at(-1) ?? 0]
  const latest = recorded.filter((year) => years[0] <= year && year <= years[1]).at(-1) ?? years[1]
  const units = unitsOf(state.units, around)
  const recordedUnits = around.coverage.units.map(({ id }) => id)
  const within = (year: number) => Math.min(Math.max(year, years[0]), years[1])
  const isOneYear =
    oneYearForms.has(state.form) || (state.form === 'composition' && state.over === 'units')
  return {
    years,
    year: state.year === null ? latest : within(state.year),
    base: within(state.base ?? years[0]),
    units: isAlone(state) ? [state.focus] : units,
    alone: isAlone(state) || isFlowOf(state, units ?? recordedUnits) ? state.focus : null,
    isOneYear,
  }
}

/** A composition over the years is of one unit, where one stands out, or of all together. */
function isAlone(state: ExploreState): state is ExploreState & { readonly focus: UnitId } {
  return state.form === 'composition' && state.over === 'years' && state.focus !== null
}

/** A flow is of one of the units, where it stands out. */
function isFlowOf({ form, focus }: ExploreState, units: readonly UnitId[]): boolean {
  return form === 'flow' && focus !== null && units.includes(focus)
}

/** Asks only for what is shown. */
export function exploreQuestion(state: ExploreState, layout: ExploreLayout): MatrixQuestion {
  return {
    items: [...new Set(questionItems(state))],
    units: layout.units,
    years: questionYears(state, layout),
    scope: state.scope,
    checks: state.checks,
  }
}

/**
 * The same of every year, for scales that hold through all of them; null where the scale is that of the
 * year shown, or has no numbers.
 */
export function heldQuestion(state: ExploreState, layout: ExploreLayout): MatrixQuestion | null {
  const isHeld = state.axis === 'years' && hasHeldScale(state, layout)
  return isHeld ? exploreQuestion(state, { ...layout, isOneYear: false }) : null
}

/** Whether a form has a scale that could be that of every year: a share and a flow have the same in any case, or none. */
export function hasHeldScale({ form, shape }: ExploreState, { isOneYear }: ExploreLayout): boolean {
  return isOneYear && form !== 'flow' && (form !== 'composition' || shape === 'count')
}

function questionItems(state: ExploreState): readonly string[] {
  if (state.form === 'flow') return flowItems
  if (state.form === 'composition') {
    const { id, label, spec } = compositionOf(state.parts)
    return itemsOf({ kind: 'composition', id, label, spec })
  }
  const shown = shownItems(state).flatMap((item) => itemsFor(item, state.mode))
  const [first] = state.items
  return state.sort === 'change' && first !== undefined ? [...shown, changeOf(first)] : shown
}

/** The items that the form has room for. */
export function shownItems({ form, items }: ExploreState): readonly string[] {
  return form === 'scatter' ? items.slice(0, 2) : items
}

function questionYears(
  { form, mode }: ExploreState,
  { years, year, base, isOneYear }: ExploreLayout,
): readonly [number, number] {
  if (!isOneYear) return years
  const isIndex = mode === 'index' && form !== 'flow' && form !== 'composition'
  return isIndex ? [Math.min(base, year), Math.max(base, year)] : [year, year]
}
