import type { MatrixAnswer } from '@/analysis/answer'
import { editions } from '@/data/segment'
import { breaksBetween, comparableAcross, seriesBreaks } from '@/domain/breaks'

/** A line on the time axis between two years that are not, or not wholly, comparable. */
export interface ChartBreak {
  /** The last year before it. */
  readonly after: number
  readonly name: string
}

/**
 * Where the series of the items break within the years of an answer: for the whole country, and
 * where the reports of the units (by position) went over to another edition in another year.
 */
export function chartBreaks(
  answer: MatrixAnswer,
  items: readonly string[],
  units: readonly number[],
): readonly ChartBreak[] {
  const first = answer.years[0]
  const last = answer.years.at(-1)
  if (first === undefined || last === undefined) return []

  const national = nationalBreaks(items, first, last)
  // Without a break of the form in these figures, another edition is the same figure.
  if (!isCutByForm(items)) return national
  const own = [...ownChanges(answer, units, national)].map(([after, names]) => ({
    after,
    name: `${listed(names)} ${after + 1} 起换表样`,
  }))
  return [...national, ...own].toSorted((a, b) => a.after - b.after)
}

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
