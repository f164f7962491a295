import { formatFormula } from './formula/formatFormula'
import { compileFormula } from './formula/compileFormula'
import { itemNamed } from './formula/itemNames'
import { parseFormula } from './formula/parseFormula'
import { describeItem } from './item'
import type { Measure } from './measure'
import { setMeasureBook } from './measureBook'

/** A measure that the user defined. */
export interface OwnMeasure {
  /** `own:` + an id; never an indicator's or a measure's. */
  readonly id: string
  readonly name: string
  /** Unit of the value; may be empty. `%` makes a quotient a percentage. */
  readonly unit: string
  /** With ids in square brackets, as `formatFormula` writes it. */
  readonly formula: string
  /** Below it a ratio is shown with its counts but not ranked; null: it always is. */
  readonly minimumDenominator: number | null
}

const OWN = 'own:'

/** Whether the id is that of a measure of the user's own. */
export function isOwnMeasure(id: string): boolean {
  return id.startsWith(OWN)
}

/** An id for a new measure. */
export function ownMeasureId(unique: string): string {
  return OWN + unique
}

/** A measure to compute with; null where the formula cannot be read (by this version). */
export function compileMeasure(own: OwnMeasure): Measure | null {
  const parsed = parseFormula(own.formula, (name) => itemNamed(name, []))
  if (parsed.kind === 'problem') return null
  const compiled = compileFormula(parsed.formula, own.unit)
  if (compiled === null) return null
  const isRatio = compiled.denominator !== null
  return {
    id: own.id,
    label: own.name,
    unit: own.unit,
    ...compiled,
    minimumDenominator: isRatio ? own.minimumDenominator : null,
    variantOf: null,
    direction: null,
    formula: formatFormula(parsed.formula, (id) => describeItem(id).label),
    written: parsed.formula,
    note: noteOf(compiled),
  }
}

function noteOf({ denominator, hasTotal }: Pick<Measure, 'denominator' | 'hasTotal'>): string {
  if (!hasTotal) return '自定义指标；各单位的值不能合成一个总数'
  return denominator === null
    ? '自定义指标；合计是各单位之和'
    : '自定义指标；合计按各单位分子之和 ÷ 分母之和'
}

/**
 * Makes the user's measures known to `measureById`, in place of those before. The page and the engine
 * each call it with what the settings say, before anything is asked; those that cannot be read are left
 * out, as are those that refer to each other in a circle.
 */
export function setOwnMeasures(list: readonly OwnMeasure[]): void {
  setMeasureBook([])
  const known = new Map<string, Measure>()
  const inOrder = () => list.flatMap(({ id }) => known.get(id) ?? [])
  // A measure can be read once those are known that it refers to.
  for (let before = -1; before < known.size;) {
    before = known.size
    for (const own of list) {
      const measure = known.has(own.id) ? null : compileMeasure(own)
      if (measure === null) continue
      known.set(own.id, measure)
      setMeasureBook(inOrder())
    }
  }
}

const REFERENCE = /\[(own:[^\]]+)\]/gu

/** The measures that a stored formula refers to itself. */
function referencesOf(formula: string): readonly string[] {
  return [...formula.matchAll(REFERENCE)].map(([, id = '']) => id)
}

/** The measures that refer to a measure directly. */
export function usersOf(id: string, list: readonly OwnMeasure[]): readonly OwnMeasure[] {
  return list.filter(({ formula }) => referencesOf(formula).includes(id))
}

/**
 * Through which measure a formula comes back to the measure it is for (by id); null: it does not. It
 * may be that measure itself.
 */
export function circleThrough(
  id: string,
  formula: string,
  list: readonly OwnMeasure[],
): string | null {
  const formulas = new Map(list.map((own) => [own.id, own.formula]))
  const leadsBack = (from: string, seen: ReadonlySet<string>): boolean =>
    from === id ||
    referencesOf(formulas.get(from) ?? '').some(
      (next) => !seen.has(next) && leadsBack(next, new Set([...seen, next])),
    )
  return referencesOf(formula).find((each) => leadsBack(each, new Set([each]))) ?? null
}
