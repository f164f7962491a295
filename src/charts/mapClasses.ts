import { classColours } from './heatColours'
import type { ChartTheme } from './theme'

/** How numbers are cut into classes: as many units in each, or as wide each. */
export const classCuts = ['quantile', 'equal'] as const
export type ClassCut = (typeof classCuts)[number]

/** Numbers that share a colour, with the least and the most among them. */
export interface MapClass {
  readonly least: number
  readonly most: number
  readonly colour: string
}

/** Classes of numbers, of changes on either side of 0 and of 0 itself. */
const CLASSES = 5
const CLASSES_A_SIDE = 3

/**
 * Cuts numbers (NaN are left out) into classes, from the least to the most. Equal numbers are always in the
 * same class; a class without a number is left out. A decrease never shares a class with an increase.
 */
export function mapClasses(
  values: readonly number[],
  isChange: boolean,
  cut: ClassCut,
  theme: ChartTheme,
): readonly MapClass[] {
  const known = values.filter((value) => Number.isFinite(value)).toSorted((a, b) => a - b)
  const colours = classColours(isChange, theme)
  const stepOf = isChange ? changeSteps(known, cut) : steps(known, CLASSES, cut, known[0] ?? 0)
  return colours.flatMap((colour, step) => {
    const own = known.filter((value) => stepOf(value) === step)
    const [least, most] = [own[0], own.at(-1)]
    return least === undefined || most === undefined ? [] : [{ least, most, colour }]
  })
}

/** Steps 0–2 are decreases, the largest first, 3 is none, 4–6 are increases. */
function changeSteps(known: readonly number[], cut: ClassCut): (value: number) => number {
  const sizes = (sign: number) =>
    known.flatMap((value) => (value * sign > 0 ? [Math.abs(value)] : [])).toSorted((a, b) => a - b)
  const reach = Math.max(0, ...known.map(Math.abs))
  const [down, up] = [-1, 1].map((sign) => {
    const own = sizes(sign)
    return steps(cut === 'equal' ? [...own, reach] : own, CLASSES_A_SIDE, cut, 0)
  })
  return (value) => {
    if (value === 0) return CLASSES_A_SIDE
    if (value < 0) return CLASSES_A_SIDE - 1 - (down?.(-value) ?? 0)
    return CLASSES_A_SIDE + 1 + (up?.(value) ?? 0)
  }
}

/** The step of a number among sorted ones: by its place, or by its distance from `from`. */
function steps(
  sorted: readonly number[],
  count: number,
  cut: ClassCut,
  from: number,
): (value: number) => number {
  const last = sorted.at(-1) ?? from
  const places = new Map<number, number>()
  for (const [place, value] of sorted.entries()) {
    if (!places.has(value)) places.set(value, place)
  }
  return (value) => {
    const share =
      cut === 'quantile'
        ? (places.get(value) ?? 0) / sorted.length
        : last > from
          ? (value - from) / (last - from)
          : 0
    return Math.min(count - 1, Math.max(0, Math.floor(share * count)))
  }
}
