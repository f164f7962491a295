import { customIndicator, indicatorById, isCustom, shortLabel } from '@/domain/catalogue'
import type { Finding } from '@/domain/finding'
import { countExponent, moneyExponent, statedUnit } from '../cell/measureUnit'
import type { CellMeasure } from '../parseCell'

/** Adds a finding at a header. */
export type Say = (code: Finding['code'], detail: Finding['detail'], id?: string) => void

/** The measure that an indicator is read with; null where a stated unit cannot be its own. */
export function measureOf(
  id: string,
  texts: readonly string[],
  { moneyUnit }: { readonly moneyUnit: string | null },
  say: Say,
): CellMeasure | null {
  const own = indicatorMeasure(id)
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
