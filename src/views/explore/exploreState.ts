import type { CheckFilter } from '@/analysis/answer'
import type { CentreKind } from '@/analysis/centres'
import { centreKinds } from '@/analysis/centres'
import type { ClassCut } from '@/charts/mapClasses'
import { classCuts } from '@/charts/mapClasses'
import type { FigureMode } from '@/charts/figureModes'
import { figureModes } from '@/charts/figureModes'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import type { ExploreForm } from '@/wording/exploreForms'
import { exploreForms } from '@/wording/exploreForms'
import type { UnitChoice } from '../compare/unitChoice'
import { formatUnits, parseUnits } from '../compare/unitChoice'
import type { AxisOver, Query } from '../compare/viewState'
import { axesOver, firstText, parseChecks, parseYear, parseYears } from '../compare/viewState'
import { compositions } from './compositions'

export const exploreSorts = ['value', 'change', 'name', 'code'] as const
export type ExploreSort = (typeof exploreSorts)[number]

/** Everything that the address bar holds of an exploration. */
export interface ExploreState {
  readonly form: ExploreForm
  /** Indicators, measures and columns of the user's own, in the order chosen; never empty. */
  readonly items: readonly string[]
  readonly mode: FigureMode
  /** The year that an index is of; null: the first shown. */
  readonly base: number | null
  readonly units: UnitChoice
  /** Report years, both included; null: all on record. */
  readonly years: readonly [number, number] | null
  /** Of forms that show one year; null: the last on record. */
  readonly year: number | null
  readonly scope: Scope
  /** Whether numbers that fail their checks are shown. */
  readonly checks: CheckFilter
  readonly sort: ExploreSort
  readonly scale: 'linear' | 'log'
  /** Of forms that show one year: scales of that year, or the same in every year. */
  readonly axis: AxisOver
  readonly references: readonly CentreKind[]
  /** The unit that stands out against the others. */
  readonly focus: UnitId | null
  /** Which whole is taken apart, by its id. */
  readonly parts: string
  readonly shape: 'share' | 'count'
  /** A composition over the years, or unit by unit in one. */
  readonly over: 'units' | 'years'
  /** How a map cuts the numbers into classes of colours. */
  readonly cut: ClassCut
  /** Squares, or the boundaries that the user loaded. */
  readonly map: 'tiles' | 'boundary'
  readonly page: number
}

const startItem = 'rate.disclosed'

/** What is shown before anything is chosen. */
export function startExploration(): ExploreState {
  return {
    form: 'trend',
    items: [startItem],
    mode: 'value',
    base: null,
    units: { kind: 'roster' },
    years: null,
    year: null,
    scope: 'whole',
    checks: 'all',
    sort: 'value',
    scale: 'linear',
    axis: 'year',
    references: [],
    focus: null,
    parts: compositions[0]?.id ?? '',
    shape: 'share',
    over: 'units',
    cut: 'quantile',
    map: 'tiles',
    page: 0,
  }
}

/** Reads a query; what it lacks or what makes no sense is as at the start. */
export function parseExploration(query: Query): ExploreState {
  const start = startExploration()
  const text = (name: string) => firstText(query[name])
  const oneOf = <T extends string>(name: string, options: readonly T[], otherwise: T) =>
    options.find((option) => option === text(name)) ?? otherwise
  const items = [...new Set(allTexts(query['item']))]
  const lines = text('lines').split(',')
  const page = text('page')
  return {
    form: oneOf('form', exploreForms, start.form),
    items: items.length > 0 ? items : start.items,
    mode: oneOf('mode', figureModes, start.mode),
    base: parseYear(text('base')),
    units: parseUnits(text('units')),
    years: parseYears(text('years')),
    year: parseYear(text('year')),
    scope: oneOf('scope', ['whole', 'office'], start.scope),
    checks: parseChecks(query['checks']),
    sort: oneOf('sort', exploreSorts, start.sort),
    scale: oneOf('scale', ['linear', 'log'], start.scale),
    axis: oneOf('axis', axesOver, start.axis),
    references: centreKinds.filter((kind) => lines.includes(kind)),
    focus: text('focus') || null,
    parts: compositions.find(({ id }) => id === text('parts'))?.id ?? start.parts,
    shape: oneOf('shape', ['share', 'count'], start.shape),
    over: oneOf('over', ['units', 'years'], start.over),
    cut: oneOf('cut', classCuts, start.cut),
    map: oneOf('map', ['tiles', 'boundary'], start.map),
    page: /^\d{1,5}$/.test(page) ? Number(page) : 0,
  }
}

/** The shortest query that reads back as the state. */
export function formatExploration(state: ExploreState): Record<string, string | string[]> {
  const written = writtenState(state)
  const start = writtenState(startExploration())
  const changed = Object.entries(written).filter(([name, text]) => text !== start[name])
  const hasItems = state.items.length !== 1 || state.items[0] !== startItem
  return {
    ...Object.fromEntries(changed),
    ...(hasItems ? { item: [...state.items] } : {}),
  }
}

/** Every part of a state but its items as a text; empty where it is left open. */
function writtenState(state: ExploreState): Record<string, string> {
  return {
    form: state.form,
    mode: state.mode,
    base: state.base === null ? '' : String(state.base),
    units: formatUnits(state.units),
    years: state.years?.join('-') ?? '',
    year: state.year === null ? '' : String(state.year),
    scope: state.scope,
    checks: state.checks,
    sort: state.sort,
    scale: state.scale,
    axis: state.axis,
    lines: state.references.join(','),
    focus: state.focus ?? '',
    parts: state.parts,
    shape: state.shape,
    over: state.over,
    cut: state.cut,
    map: state.map,
    page: String(state.page),
  }
}

/** All texts of a query's part, empty ones left out. */
function allTexts(value: Query[string]): readonly string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.flatMap((text) => (text === null || text === undefined || text === '' ? [] : [text]))
}
