import {
  countExponent,
  isMeasure,
  measureWords,
  moneyExponent,
  scaleExponent,
} from '../cell/measureUnit'
import { RATIO_UNIT } from '../fileAnswers'
import type { CellMeasure } from '../parseCell'
import type { RowUnit } from './measureColumn'

/** What is wrong with the unit of measure that a row states, or fails to. */
export type RowFault = 'row-unit-unknown' | 'row-unit-conflict' | 'row-unit-missing'

/**
 * The unit that a row states for a figure: of several (`件、元`) the one that it can have, and in full
 * (`万` is 万元 of money and 万件 of things counted in 件).
 */
export function ownUnit(own: CellMeasure, written: string): string {
  const words = measureWords(written).map((word) =>
    scaleExponent(word) === undefined ? word : word + (own.kind === 'money' ? '元' : own.unit),
  )
  const [first = written, ...others] = words.filter((word) => exponentOf(own, word) !== null)
  const isOne = others.every((word) => exponentOf(own, word) === exponentOf(own, first))
  return words.length > 0 && isOne ? first : written
}

/** The power of ten of a row's unit, as far as its figure can have it; null where it cannot. */
export function rowExponent(own: CellMeasure, unit: string): number | null {
  return exponentOf(own, ownUnit(own, unit))
}

function exponentOf(own: CellMeasure, stated: string): number | null {
  if (own.kind === 'money') return moneyExponent(stated)
  if (own.kind !== 'percent') return countExponent(stated)
  if (stated === RATIO_UNIT) return 2
  return stated === '%' ? 0 : null
}

/** Whether a row speaks of this figure: what is known and none of its units is that of another one. */
export function isOf(own: CellMeasure, { unit, isShared }: RowUnit): boolean {
  if (unit === '') return false
  return !isShared || !isMeasure(unit) || rowExponent(own, unit) !== null
}

/** Whether a unit that the figure cannot have may change the size of its number. */
export function isUnsafe(own: CellMeasure, unit: string): boolean {
  const isCounted = own.kind !== 'money' && own.kind !== 'percent'
  return !isCounted || isMeasure(unit) || /[百千万亿元%]/u.test(unit)
}

/**
 * What is to be said of a row's unit; null: nothing. An empty one is a fault where money could be in
 * another unit than the form's and nothing else says which.
 */
export function rowFault(
  own: CellMeasure,
  rowUnit: RowUnit,
  elsewhere: string | null,
): RowFault | null {
  const { unit } = rowUnit
  if (own.unit === '' || own.kind === 'date') return null
  if (unit !== '' && !isOf(own, rowUnit)) return null
  if (unit === '') return own.kind === 'money' && elsewhere === null ? 'row-unit-missing' : null
  if (rowExponent(own, unit) !== null) return null
  return isMeasure(unit) ? 'row-unit-conflict' : 'row-unit-unknown'
}
