import { customIndicator, indicatorById, isCustom, shortLabel } from '@/domain/catalogue'
import type { Finding } from '@/domain/finding'
import { countExponent, moneyExponent, statedUnit } from '../cell/measureUnit'
import type { CellMeasure } from '../parseCell'
import type { RowUnit } from './measureColumn'
import { isOf, isUnsafe, ownUnit, rowExponent } from './rowMeasure'

/** Adds a finding at a header. */
export type Say = (code: Finding['code'], detail: Finding['detail'], id?: string) => void

/** What is said of units of measure outside the words of a header. */
export interface SaidUnits {
  /** The unit of money that a line above the table states. */
  readonly moneyUnit: string | null
  /** What the figure's row says in a cell of its own. */
  readonly rowUnit?: RowUnit | null
}

/** The measure that an indicator is read with; null where a stated unit cannot be its own. */
export function measureOf(
  id: string,
  texts: readonly string[],
  { moneyUnit, rowUnit }: SaidUnits,
  say: Say,
): CellMeasure | null {
  const own = indicatorMeasure(id)
  if (rowUnit && isOf(own, rowUnit)) return measureInRow(id, texts, moneyUnit, rowUnit.unit, say)
  const inHeader = isCustom(id) ? null : firstUnit(texts)
  const ofTable = own.kind === 'money' && own.unit !== '' ? moneyUnit : null
  const stated = nearerUnit(inHeader, ofTable, (detail) => {
    say('column-unit-two', detail, id)
  })
  if (stated === null || stated === own.unit) return own
  const isMoney = own.kind === 'money'
  const exponent = isMoney ? moneyExponent(stated) : countExponent(stated)
  if (exponent === null || own.kind === 'percent') {
    say('column-unit-conflict', { stated, unit: own.unit }, id)
    return null
  }
  const isSame = isMoney ? exponent === moneyExponent(own.unit) : exponent === 0
  if (isSame) return own
  say('column-unit-stated', { stated, unit: own.unit }, id)
  return { ...own, statedUnit: stated }
}

/**
 * Of a figure whose row says its unit: that is nearer than what the header or the table says. A unit
 * that the figure cannot have makes its cells unreadable; what is wrong with it, `rowFault` tells.
 */
function measureInRow(
  id: string,
  texts: readonly string[],
  moneyUnit: string | null,
  unit: string,
  say: Say,
): CellMeasure {
  const own = indicatorMeasure(id)
  if (own.unit === '' || own.kind === 'date') return own
  const stated = ownUnit(own, unit)
  const exponent = rowExponent(own, unit)
  if (exponent === null) return isUnsafe(own, unit) ? { ...own, statedUnit: stated } : own
  const elsewhere = unitElsewhere(id, texts, moneyUnit)
  if (elsewhere !== null && rowExponent(own, elsewhere) !== exponent) {
    say('row-unit-two', { stated, other: elsewhere }, id)
  }
  if (exponent === rowExponent(own, own.unit)) return own
  say('row-unit-stated', { stated, unit: own.unit }, id)
  return { ...own, statedUnit: stated }
}

/** The unit that a figure's words, or of money the table, state. */
export function unitElsewhere(
  id: string,
  texts: readonly string[],
  moneyUnit: string | null,
): string | null {
  if (isCustom(id)) return null
  return firstUnit(texts) ?? (indicatorMeasure(id).kind === 'money' ? moneyUnit : null)
}

/** The unit of the column's own header before that of the table; that they differ is said. */
function nearerUnit(
  inHeader: string | null,
  ofTable: string | null,
  differ: (detail: NonNullable<Finding['detail']>) => void,
): string | null {
  if (inHeader === null) return ofTable
  if (ofTable !== null && inHeader !== ofTable) differ({ stated: inHeader, other: ofTable })
  return inHeader
}

function firstUnit(texts: readonly string[]): string | null {
  for (const text of texts) {
    const unit = statedUnit(text)
    if (unit !== null) return unit
  }
  return null
}

/** What the cells of an indicator hold; of the user's own columns, what their name says. */
export function indicatorMeasure(id: string): CellMeasure {
  const known = indicatorById(id)
  if (known !== undefined) return known
  const name = shortLabel(id)
  return customIndicator(name, statedUnit(name) ?? '')
}

/** The measure of an indicator whose numbers are, as the user says, in another unit. */
export function measureIn(id: string, unit: string, say: Say): CellMeasure {
  const own = indicatorMeasure(id)
  if (unit === own.unit) return own
  say('column-unit-answered', { stated: unit, unit: own.unit }, id)
  return { ...own, statedUnit: unit }
}
