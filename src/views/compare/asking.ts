import type { MatrixQuestion } from '@/analysis/answer'
import { unknownUnit, type UnitId } from '@/domain/unit'
import type { UnitSetView } from '@/engine/groupProtocol'
import type { Coverage } from '@/engine/questionProtocol'
import type { UnitView } from '@/engine/unitProtocol'
import type { Panel, Subject } from './subjects'
import { itemsOf, subjectOf } from './subjects'
import type { UnitChoice } from './unitChoice'
import type { ViewState } from './viewState'

/** Lines that an eye can follow in one chart; more units are drawn as small charts. */
const MOST_LINES = 12

/** What a view draws, when all that was left open is settled by what is on record. */
export interface Layout {
  readonly kind: 'lines' | 'multiples' | 'totals' | 'ranking' | 'rows' | 'columns'
  readonly years: readonly [number, number]
  /** The year of a comparison. */
  readonly year: number
  readonly units: readonly UnitId[] | null
  /** A single unit over the years; null: all of them. */
  readonly unit: UnitId | null
}

/** What is on record and who is watched. */
export interface Surroundings {
  readonly coverage: Coverage
  readonly roster: readonly UnitView[]
  /** The chosen city, group or other set of units, if one is chosen. */
  readonly chosen: UnitSetView | null
}

/** The units of a choice; null: all that have a report. */
export function unitsOf(choice: UnitChoice, around: Surroundings): readonly UnitId[] | null {
  if (choice.kind === 'all') return null
  if (choice.kind === 'listed') return choice.units
  const units = choice.kind === 'roster' ? watchedOf(around) : (around.chosen?.units ?? [])
  return units?.map(({ id }) => id) ?? null
}

/**
 * The roster; null where that means all: while it is empty, and while reports are on record but none of its
 * units has one, as where the counties of a city are watched and only townships have reported.
 */
export function watchedOf({
  coverage,
  roster,
}: Pick<Surroundings, 'coverage' | 'roster'>): readonly UnitView[] | null {
  const reported = namesIn(coverage.units)
  const isElsewhere = reported.size > 0 && !roster.some(({ id }) => reported.has(id))
  return roster.length === 0 || isElsewhere ? null : roster
}

/** Units offered for a chart of their own, at most. */
const MOST_OFFERED = 200

/** The units of a choice with their names, as far as they are known, in the order of the choice. */
export function namedUnits(
  choice: UnitChoice,
  around: Surroundings,
): readonly { readonly id: UnitId; readonly name: string }[] {
  const { coverage, roster, chosen } = around
  const ids = unitsOf(choice, around) ?? coverage.units.map(({ id }) => id)
  const lists = [chosen?.units ?? [], roster, coverage.units]
  return ids.slice(0, MOST_OFFERED).flatMap((id) => {
    const name = lists.map((units) => namesIn(units).get(id)).find((each) => each !== undefined)
    return name === undefined ? [] : [{ id, name }]
  })
}

interface NamedUnit {
  readonly id: UnitId
  readonly name: string
}

function namesIn(units: readonly NamedUnit[]): ReadonlyMap<UnitId, string> {
  const known = namesOfList.get(units) ?? new Map(units.map(({ id, name }) => [id, name]))
  namesOfList.set(units, known)
  return known
}

/** Names of lists of units, once gathered: thousands of them, asked for with every choice. */
const namesOfList = new WeakMap<readonly NamedUnit[], ReadonlyMap<UnitId, string>>()

/** The name of a unit drawn alone, be it of the choice or not. */
export function unitName(id: UnitId, choice: UnitChoice, around: Surroundings): string {
  const known = [...namedUnits(choice, around), ...around.coverage.units]
  return known.find((unit) => unit.id === id)?.name ?? unknownUnit
}

/** Settles what a state leaves open. */
export function layoutOf(state: ViewState, around: Surroundings): Layout {
  const units = unitsOf(state.units, around)
  const recorded = around.coverage.years
  const years = state.years ?? [recorded[0] ?? 0, recorded.at(-1) ?? 0]
  const inRange = recorded.filter((year) => years[0] <= year && year <= years[1])
  const latest = inRange.at(-1) ?? years[1]
  const year = state.year === null ? latest : Math.min(Math.max(state.year, years[0]), years[1])
  const mode = state.mode ?? (years[0] < years[1] ? 'trend' : 'year')
  const unit = typeof state.of === 'object' && mode === 'trend' ? state.of.unit : null
  const count = unit === null ? (units ?? around.coverage.units).length : 1
  return { kind: kindOf(state, mode, count), years, year, units, unit }
}

function kindOf(state: ViewState, mode: 'trend' | 'year', count: number): Layout['kind'] {
  const subject = subjectOf(state.view, state.subject)
  if (subject.kind === 'composition') return mode === 'year' ? 'rows' : 'columns'
  if (mode === 'year') return 'ranking'
  if (state.of === 'total') return 'totals'
  return count > MOST_LINES ? 'multiples' : 'lines'
}

/** The figure that stands alone or sorts the others; undefined for compositions. */
export function figureOf(subject: Subject, figure: number): Panel | undefined {
  if (subject.kind !== 'figures') return undefined
  return subject.panels[figure] ?? subject.panels[0]
}

/** Asks only for what is shown. */
export function questionOf(state: ViewState, layout: Layout): MatrixQuestion {
  const subject = subjectOf(state.view, state.subject)
  const figure = figureOf(subject, state.figure)
  return {
    items: layout.kind === 'multiples' && figure ? figure.items : itemsOf(subject),
    units: layout.unit === null ? layout.units : [layout.unit],
    years: isOneYear(layout) ? [layout.year, layout.year] : layout.years,
    scope: state.scope,
    checks: state.checks,
  }
}

/** The same of every year, for an axis that holds through all of them; null: the axis is that of the year. */
export function heldQuestion(state: ViewState, layout: Layout): MatrixQuestion | null {
  if (state.axis === 'year' || !hasHeldAxis(state, layout)) return null
  return { ...questionOf(state, layout), years: layout.years }
}

/** Whether the axis could be that of every year: one of shares is in any case. */
export function hasHeldAxis({ shape }: ViewState, { kind }: Layout): boolean {
  return kind === 'ranking' || (kind === 'rows' && shape === 'count')
}

/** Whether a single year is shown. */
export function isOneYear({ kind }: Pick<Layout, 'kind'>): boolean {
  return kind === 'ranking' || kind === 'rows'
}

/** Whether the sums of each city belong to what is shown. */
export function isByCity({ units }: ViewState, layout: Layout): boolean {
  return units.kind === 'counties' && layout.unit === null
}
