import { isAuxiliary } from '../auxiliary'
import { indicatorById, indicators, isCustom, isReportFact, shortLabel } from '../catalogue'
import { matchIndicator, normaliseLabel } from '../labels'
import { ownMeasureById, ownMeasures } from '../measureBook'
import { measures } from '../measures'

/** What a name stands for: one item; several that it may mean; or none, with those of a similar name. */
export type NamedItem =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'many' | 'none'; readonly ids: readonly string[] }

const SUGGESTED = 5
/** A wording of one figure only; below it the name stands for several. */
const SURE_ENOUGH = 0.6
/** Of the letters of the shorter name, those that a similar one shares. */
const SIMILAR = 0.5

const measureIds: ReadonlyMap<string, string> = new Map(
  measures.flatMap(({ id, label }) => [
    [id, id],
    [normaliseLabel(label), id],
  ]),
)

/**
 * Finds indicators and measures, the user's own included, by id, name or known wording, and columns
 * of the user's own, of which `recorded` are those with data, by id or name.
 */
export function itemNamed(name: string, recorded: readonly string[]): NamedItem {
  if (isReportFact(name)) return { kind: 'none', ids: [] }
  if (indicatorById(name) !== undefined || isCustom(name)) return { kind: 'one', id: name }
  if (ownMeasureById(name) !== undefined) return { kind: 'one', id: name }
  const label = normaliseLabel(name)
  const own = recorded.find((id) => isOfUser(id) && normaliseLabel(shortLabel(id)) === label)
  const ownMeasure = ownMeasures().find((one) => normaliseLabel(one.label) === label)?.id
  const id = measureIds.get(name) ?? measureIds.get(label) ?? ownMeasure ?? own
  if (id !== undefined) return { kind: 'one', id }
  const matches = matchIndicator(name).filter((match) => !isReportFact(match.id))
  const [best, second] = matches
  if (best === undefined) return { kind: 'none', ids: similarItems(label, recorded) }
  if (best.confidence < SURE_ENOUGH || best.confidence === second?.confidence)
    return { kind: 'many', ids: matches.slice(0, SUGGESTED).map((match) => match.id) }
  return { kind: 'one', id: best.id }
}

function isOfUser(id: string): boolean {
  return (isCustom(id) && !isReportFact(id)) || isAuxiliary(id)
}

function similarItems(name: string, recorded: readonly string[]): readonly string[] {
  const named: readonly (readonly [string, string])[] = [
    ...recorded.filter(isOfUser).map((id) => [id, shortLabel(id)] as const),
    ...[...ownMeasures(), ...measures].map(({ id, label }) => [id, label] as const),
    ...indicators.map(({ id }) => [id, shortLabel(id)] as const),
  ]
  return named
    .map(([id, label]) => ({ id, likeness: likeness(name, label) }))
    .filter((one) => one.likeness >= SIMILAR)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, SUGGESTED)
    .map(({ id }) => id)
}

/** The share of letters that two names have in common, of the longer one; twice that within the other. */
function likeness(a: string, b: string): number {
  const there = new Set(b)
  const shared = [...new Set(a)].filter((letter) => there.has(letter)).length
  const most = Math.max(new Set(a).size, there.size)
  return (shared / Math.max(1, Math.min(new Set(a).size, there.size))) * (0.5 + shared / most / 2)
}
