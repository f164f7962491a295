import type { MatrixAnswer, UnitLabel } from '@/analysis/answer'
import { editions } from '@/data/segment'
import type { TimeNote } from '@/domain/timeNote'
import { breaksBetween, comparableAcross, seriesBreaks } from '@/domain/breaks'
import { extentChangesBetween, type ExtentChange } from '@/domain/extents'
import { renamingsOf } from '@/domain/renamings'
import { extentWords } from '@/wording/unitChanges'

/** A line on the time axis between two years that are not, or not wholly, comparable. */
export interface ChartBreak {
  /** The last year before it; with a half, it stands at a year and not between two. */
  readonly after: number
  readonly name: string
  /** In full, where the name is cut short. */
  readonly words?: string
}

/**
 * Where the series of the items break within the years of an answer: for the whole country, and
 * where the reports of the units (by position) went over to another edition in another year.
 */
export function chartBreaks(
  answer: MatrixAnswer,
  items: readonly string[],
  units: readonly number[],
  notes: readonly TimeNote[] = [],
): readonly ChartBreak[] {
  const first = answer.years[0]
  const last = answer.years.at(-1)
  if (first === undefined || last === undefined) return []

  const national = nationalBreaks(items, first, last)
  const events = [
    ...unitEvents(answer, units, first, last),
    ...extentEvents(answer, units, first, last),
    ...renamings(answer, units, first, last),
    ...noteMarks(answer, units, notes, first, last),
  ]
  // Without a break of the form in these figures, another edition is the same figure.
  if (!isCutByForm(items)) return [...national, ...events].toSorted((a, b) => a.after - b.after)
  const own = [...ownChanges(answer, units, national)].map(([after, names]) => ({
    after,
    name: `${listed(names)} ${after + 1} 起换表样`,
  }))
  return [...national, ...own, ...events].toSorted((a, b) => a.after - b.after)
}

/** Where a unit came to be, or ceased, by a merger, a split or another code, as far as the year is known. */
function unitEvents(
  answer: MatrixAnswer,
  units: readonly number[],
  first: number,
  last: number,
): readonly ChartBreak[] {
  const begun = new Map<number, string[]>()
  const ended = new Map<number, string[]>()
  for (const row of units) {
    const { name = '', since = null, until = null } = answer.units[row] ?? {}
    if (since !== null && first < since && since <= last)
      begun.set(since - 1, [...(begun.get(since - 1) ?? []), name])
    if (until !== null && first <= until && until < last)
      ended.set(until, [...(ended.get(until) ?? []), name])
  }
  return [
    ...[...begun].map(([after, names]) => named(after, names, `${after + 1} 年设立`)),
    ...[...ended].map(([after, names]) => named(after, names, `${after + 1} 年起撤并`)),
  ]
}

/** Where another county was merged into a unit, or part of it went elsewhere. */
function extentEvents(
  answer: MatrixAnswer,
  units: readonly number[],
  first: number,
  last: number,
): readonly ChartBreak[] {
  const changed = new Map<number, { readonly unit: UnitLabel; readonly change: ExtentChange }[]>()
  for (const row of units) {
    const unit = answer.units[row]
    if (unit === undefined) continue
    for (const change of extentChangesBetween(unit, first, last))
      changed.set(change.year, [...(changed.get(change.year) ?? []), { unit, change }])
  }
  return [...changed].map(([year, all]) => {
    const names = [...new Set(all.map(({ unit }) => unit.name))]
    const [one] = all
    const isOne = all.length === 1 && one !== undefined
    return {
      after: year - 1,
      name: shortened(
        isOne ? `${one.unit.name}${extentWords(one.change)}` : `${listed(names)} ${year} 区划调整`,
      ),
      words: all
        .map(
          ({ unit, change }) =>
            `${unit.name} ${year} 年${extentWords(change)}（${change.document}）`,
        )
        .join('、'),
    }
  })
}

/** Where a unit took another name; where only some years are known between which it did, in their middle. */
function renamings(
  answer: MatrixAnswer,
  units: readonly number[],
  first: number,
  last: number,
): readonly ChartBreak[] {
  const marks = new Map<number, { readonly name: string; readonly words: string }[]>()
  for (const row of units) {
    for (const { from, to, years } of renamingsOf(answer.units[row]?.id ?? '')) {
      const [begin, end] = years
      const middle = (begin + end) / 2
      if (middle < first || middle > last) continue
      const when = begin === end ? `${begin} 年` : `${begin}–${end} 年间`
      const mark = { name: `${from}更名${to}`, words: `${when} ${from}更名为${to}` }
      marks.set(middle, [...(marks.get(middle) ?? []), mark])
    }
  }
  return [...marks].map(([middle, all]) => ({
    after: middle - 0.5,
    name: shortened(all.length === 1 ? (all[0]?.name ?? '') : `${all.length} 个单位更名`),
    words: all.map(({ words }) => words).join('、'),
  }))
}

function named(after: number, names: readonly string[], what: string): ChartBreak {
  return {
    after,
    name: shortened(`${listed(names)} ${what}`),
    words: `${names.join('、')} ${what}`,
  }
}

/** The user's own notes at their years: those of every unit, and those of the units drawn. */
function noteMarks(
  answer: MatrixAnswer,
  units: readonly number[],
  notes: readonly TimeNote[],
  first: number,
  last: number,
): readonly ChartBreak[] {
  const drawn = new Map(units.map((row) => [answer.units[row]?.id, answer.units[row]?.name]))
  return notes.flatMap(({ year, unit, text }) => {
    if (year < first || year > last || (unit !== null && !drawn.has(unit))) return []
    const whose = unit === null ? '' : `${drawn.get(unit) ?? ''}：`
    const words = `${year} 年 ${whose}${text}（备注）`
    return [{ after: year - 0.5, name: shortened(text), words }]
  })
}

/** As much of a text as a label on a chart can have. */
function shortened(text: string): string {
  const characters = Array.from(text)
  return characters.length <= MOST_CHARACTERS
    ? text
    : `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`
}

const MOST_CHARACTERS = 12

/** Breaks of all, and that of the form for figures that one of the editions does not have. */
function nationalBreaks(
  items: readonly string[],
  first: number,
  last: number,
): readonly ChartBreak[] {
  const listed = breaksBetween(items, first, last)
  const form = seriesBreaks.filter(
    ({ after }) => after === FORM_OF_2021 && first <= after && after < last && isCutByForm(items),
  )
  return [...new Set([...listed, ...form])]
    .toSorted((a, b) => a.after - b.after)
    .map(({ after, name }) => ({ after, name }))
}

function isCutByForm(items: readonly string[]): boolean {
  return items.some((item) => comparableAcross(item, '2019', '2021') !== 'same')
}

/** The last report year before the form of 2021. */
const FORM_OF_2021 = 2020

/**
 * By the year before the change, the units whose reports changed their edition in another year than
 * the whole country did.
 */
function ownChanges(
  answer: MatrixAnswer,
  units: readonly number[],
  national: readonly ChartBreak[],
): ReadonlyMap<number, readonly string[]> {
  const changes = new Map<number, string[]>()
  for (const row of units) {
    for (const after of changesOf(answer, row, national)) {
      changes.set(after, [...(changes.get(after) ?? []), answer.units[row]?.name ?? ''])
    }
  }
  return changes
}

function changesOf(
  answer: MatrixAnswer,
  row: number,
  national: readonly ChartBreak[],
): readonly number[] {
  const known = answer.years.flatMap((year, column) => {
    const code = answer.editions[row * answer.years.length + column] ?? 0
    const edition = editions[code - 1]
    return edition === undefined || edition === 'unknown' ? [] : [{ year, edition }]
  })
  return known.flatMap(({ year, edition }, index) => {
    const before = known[index - 1]
    if (!before || before.edition === edition) return []
    const withAll = national.some(({ after }) => before.year <= after && after < year)
    return withAll ? [] : [year - 1]
  })
}

function listed(names: readonly string[]): string {
  return names.length > 2 ? `${names.length} 个单位` : names.join('、')
}
