import type { CheckFilter } from '@/analysis/answer'
import type { SortBy } from '@/charts/unitOrder'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import type { ViewName } from '@/wording/viewNames'
import { subjectOf, subjects } from './subjects'
import { formatUnits, parseUnits } from './unitChoice'
import type { UnitChoice } from './unitChoice'

/** Everything that the address bar holds of a view. */
export interface ViewState {
  readonly view: ViewName
  readonly units: UnitChoice
  /** Report years, both included; null: all on record. */
  readonly years: readonly [number, number] | null
  readonly scope: Scope
  /** 全部, or 只看可信. */
  readonly checks: CheckFilter
  readonly subject: string
  /** Over the years, or units in one year; null: over the years if there are several. */
  readonly mode: 'trend' | 'year' | null
  /** The year of the comparison; null: the last on record. */
  readonly year: number | null
  /** Over the years: every unit, the sum of all, or one unit. */
  readonly of: 'each' | 'total' | { readonly unit: UnitId }
  readonly sort: SortBy
  readonly shape: 'share' | 'count'
  readonly scale: 'linear' | 'log'
  /** In one year: the axis of that year, or one that is the same in every year. */
  readonly axis: AxisOver
  /** Which figure is drawn where there is room for one only. */
  readonly figure: number
  /** Which part of a long list of units is drawn, from 0. */
  readonly page: number
}

/** Whether an axis is of the year shown, or the same in all years. */
export const axesOver = ['year', 'years'] as const
export type AxisOver = (typeof axesOver)[number]

/** A query as the router has it. */
export type Query = Readonly<Record<string, string | null | (string | null)[] | undefined>>

/** What a view shows before anything is chosen. */
export function startState(view: ViewName): ViewState {
  return {
    view,
    units: { kind: 'roster' },
    years: null,
    scope: 'whole',
    checks: 'all',
    subject: subjects[view][0]?.id ?? '',
    mode: null,
    year: null,
    of: 'each',
    sort: 'value',
    shape: 'share',
    scale: view === 'enforcement' ? 'log' : 'linear',
    axis: 'year',
    figure: 0,
    page: 0,
  }
}

/** Reads a query; what it lacks or what makes no sense is as at the start. */
export function parseViewState(view: ViewName, query: Query): ViewState {
  const start = startState(view)
  const text = (name: string) => firstText(query[name])
  const oneOf = <T extends string>(name: string, options: readonly T[], otherwise: T) =>
    options.find((option) => option === text(name)) ?? otherwise
  return {
    view,
    units: parseUnits(text('units')),
    years: parseYears(text('years')),
    scope: oneOf('scope', ['whole', 'office'], start.scope),
    checks: parseChecks(query['checks']),
    subject: subjectOf(view, text('subject')).id,
    mode: (['trend', 'year'] as const).find((mode) => mode === text('mode')) ?? null,
    year: parseYear(text('year')),
    of: parseOf(text('of')),
    sort: oneOf('sort', ['value', 'name', 'code'], start.sort),
    shape: oneOf('shape', ['share', 'count'], start.shape),
    scale: oneOf('scale', ['linear', 'log'], start.scale),
    axis: oneOf('axis', axesOver, start.axis),
    figure: parseCount(text('figure')),
    page: parseCount(text('page')),
  }
}

/** The shortest query that reads back as the state. */
export function formatViewState(state: ViewState): Record<string, string> {
  const start = startState(state.view)
  const query: Record<string, string> = {}
  if (state.units.kind !== 'roster') query['units'] = formatUnits(state.units)
  if (state.years) query['years'] = state.years.join('-')
  if (state.mode !== null) query['mode'] = state.mode
  if (state.year !== null) query['year'] = String(state.year)
  if (state.of !== 'each') query['of'] = state.of === 'total' ? 'total' : state.of.unit
  for (const name of ['scope', 'checks', 'subject', 'sort', 'shape', 'scale', 'axis'] as const)
    if (state[name] !== start[name]) query[name] = state[name]
  if (state.figure > 0) query['figure'] = String(state.figure)
  if (state.page > 0) query['page'] = String(state.page)
  return query
}

/** The first text of a query's part; empty without one. */
export function firstText(value: Query[string]): string {
  const first = Array.isArray(value) ? value[0] : value
  return first ?? ''
}

/** 全部, unless the query says 只看可信. */
export function parseChecks(value: Query[string]): CheckFilter {
  return firstText(value) === 'trusted' ? 'trusted' : 'all'
}

/** `2021-2024` or `2024`; null for any other text. */
export function parseYears(text: string): readonly [number, number] | null {
  const match = /^(\d{4})(?:-(\d{4}))?$/.exec(text)
  if (!match) return null
  const first = Number(match[1])
  const last = match[2] === undefined ? first : Number(match[2])
  return [Math.min(first, last), Math.max(first, last)]
}

/** A year; null for any other text. */
export function parseYear(text: string): number | null {
  return /^\d{4}$/.test(text) ? Number(text) : null
}

function parseOf(text: string): ViewState['of'] {
  if (text === '' || text === 'each') return 'each'
  return text === 'total' ? 'total' : { unit: text }
}

function parseCount(text: string): number {
  return /^\d{1,5}$/.test(text) ? Number(text) : 0
}
