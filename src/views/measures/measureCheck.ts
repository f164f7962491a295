import { compileFormula, type CompiledFormula } from '@/domain/formula/compileFormula'
import { itemsIn, type Formula } from '@/domain/formula/formula'
import { formatFormula } from '@/domain/formula/formatFormula'
import { formulaRemarks, type FormulaRemark } from '@/domain/formula/formulaRemarks'
import { itemNamed } from '@/domain/formula/itemNames'
import { parseFormula, type FormulaProblem } from '@/domain/formula/parseFormula'
import { describeItem } from '@/domain/item'
import type { Measure } from '@/domain/measure'
import { measureById, operandsOf } from '@/domain/measures'
import { measureValue, type MeasureValue } from '@/domain/measureValue'
import { circleThrough, compileMeasure, isOwnMeasure, type OwnMeasure } from '@/domain/ownMeasure'

/** A formula as typed: read, or why it cannot be. */
export type CheckedFormula =
  | { readonly kind: 'problem'; readonly problem: FormulaProblem }
  | {
      readonly kind: 'ready'
      readonly formula: Formula
      readonly measure: Measure
      readonly remarks: readonly FormulaRemark[]
    }

/** What the user is writing; `text` names items as people do. */
export interface TypedMeasure {
  readonly name: string
  readonly unit: string
  readonly text: string
  /** Empty or a whole number. */
  readonly minimum: string
}

/** A new measure, and no other. */
const alone = { id: null, measures: [] }

/**
 * Checks a formula while it is typed; `recorded` are the indicators with data, `among` tells which of
 * the measures it is the formula of, null: a new one.
 */
export function checkFormula(
  { name, unit, text }: TypedMeasure,
  recorded: readonly string[],
  among: { readonly id: string | null; readonly measures: readonly OwnMeasure[] } = alone,
): CheckedFormula {
  const parsed = parseFormula(text, (word) => itemNamed(word, recorded))
  if (parsed.kind === 'problem') return parsed
  const { formula } = parsed
  const own = { id: '', name, unit: unit.trim(), formula: formatFormula(formula) }
  const circle = among.id === null ? null : circleThrough(among.id, own.formula, among.measures)
  if (circle !== null) {
    const text = circle === among.id ? '本指标' : describeItem(circle).label
    return { kind: 'problem', problem: { code: 'circle', at: 0, text, suggestions: [] } }
  }
  const compiled = compileFormula(formula, own.unit)
  const measure = compileMeasure({ ...own, minimumDenominator: null })
  if (compiled === null || measure === null) {
    return { kind: 'problem', problem: { code: 'too-long', at: 0, text: '', suggestions: [] } }
  }
  return {
    kind: 'ready',
    formula,
    measure,
    remarks: formulaRemarks(formula, compiled, percentOf(formula, own.unit, compiled)),
  }
}

function percentOf(formula: Formula, unit: string, { denominator, scale }: CompiledFormula) {
  if (unit !== '%' || denominator === null) return 'none'
  return scale === compileFormula(formula, '')?.scale ? 'asWritten' : 'made'
}

/** Why a measure cannot have this name, in words; empty if it can. */
export function measureNameProblem(
  name: string,
  measures: readonly OwnMeasure[],
  own: string | null,
): string {
  const wanted = name.trim()
  if (wanted === '') return '请起个名称。'
  if (wanted.length > 30) return '名称最多 30 个字。'
  const named = itemNamed(wanted, [])
  if (named.kind === 'one' && !isOwnMeasure(named.id)) return `“${wanted}”已是一个指标的名称。`
  const isTaken = measures.some((one) => one.name === wanted && one.id !== own)
  return isTaken ? `已经有一个指标叫“${wanted}”。` : ''
}

/** The formula as people write it; a name that leads elsewhere gives way to the id. */
export function typedFormula(stored: string, recorded: readonly string[]): string {
  const parsed = parseFormula(stored, (word) => itemNamed(word, recorded))
  return parsed.kind === 'problem'
    ? stored
    : formatFormula(parsed.formula, (id) => typedName(id, recorded))
}

/** The name of an item in square brackets, by which it is found again. */
export function typedName(id: string, recorded: readonly string[]): string {
  const { label } = describeItem(id)
  const found = itemNamed(label, recorded)
  const isSame = found.kind === 'one' && found.id === id && !/[[\]]/u.test(label)
  return `[${isSame ? label : id}]`
}

/** The formula with the number of each item behind its name; `numberText` writes it. */
export function workedFormula(
  formula: Formula,
  read: (id: string) => number | null,
  numberText: (value: MeasureValue) => string,
): string {
  return formatFormula(
    formula,
    (id) => `${describeItem(id).label} ${numberText(itemValue(id, read))}`,
  )
}

function itemValue(id: string, read: (id: string) => number | null): MeasureValue {
  const measure = measureById(id)
  if (measure !== undefined) return measureValue(measure, read)
  const value = read(id)
  return value === null ? { kind: 'notComputable' } : { kind: 'value', value }
}

/** Every indicator that must be asked for to work a formula out. */
export function operandsOfFormula(formula: Formula): readonly string[] {
  const operands = itemsIn(formula).flatMap((id) => {
    const measure = measureById(id)
    return measure === undefined ? [id] : operandsOf(measure)
  })
  return [...new Set(operands)]
}
