import extentRows from './extents.json'

/**
 * How the area of a unit changed while it kept its code or its series: another county went into it as a
 * `whole` or in `part` and is no more; a new one was `founded` on part of it; or part came `in` from, or
 * went `out` to, one that went on.
 */
export type ExtentChangeKind = 'whole' | 'part' | 'founded' | 'in' | 'out'

export interface ExtentChange {
  /** The first report year of the new area: that in which the decision took effect. */
  readonly year: number
  readonly kind: ExtentChangeKind
  /** The other unit, by its name of the time. */
  readonly other: string
  /** The decision. */
  readonly document: string
}

const rows = extentRows as [
  code: string,
  year: number,
  other: string,
  kind: ExtentChangeKind,
  document: string,
][]

/**
 * By the code of today, in the order of the years. Decisions of 2008 to 2024 in which counties were merged
 * or split (`fixtures/divisions/README.md`); townships that alone changed hands are not among them.
 */
export function extentChanges(): ReadonlyMap<string, readonly ExtentChange[]> {
  const byCode = new Map<string, ExtentChange[]>()
  for (const [code, year, other, kind, document] of rows)
    byCode.set(code, [...(byCode.get(code) ?? []), { year, kind, other, document }])
  return byCode
}

/** What has an area that may have changed. */
export interface Extended {
  readonly extents?: readonly ExtentChange[]
}

/** The changes of a unit's area between two report years, whichever is first. */
export function extentChangesBetween(
  { extents = [] }: Extended,
  one: number,
  other: number,
): readonly ExtentChange[] {
  if (extents.length === 0) return extents
  const [first, last] = [Math.min(one, other), Math.max(one, other)]
  return extents.filter(({ year }) => first < year && year <= last)
}

/**
 * Whether the figures of two years are of one and the same unit: no county was merged into it or founded on
 * part of it between them. Part of one that went on does not make it another.
 */
export function isSameUnit(unit: Extended, one: number, other: number): boolean {
  return extentChangesBetween(unit, one, other).every(({ kind }) => kind === 'in' || kind === 'out')
}
