import { isTextRule } from '@/domain/checks/textRules'
import type { ClaimBasis, ReadValue, TableReading, TextClaim } from '@/domain/checks/textClaim'
import type { ToldText } from './segment'

/**
 * What the texts of reports say, as a stored segment has it, a report each; null without any. A segment
 * may come from another's package: what is no statement is left out.
 */
export function asTold(stored: unknown, rows: number): readonly (ToldText | null)[] | null {
  if (!Array.isArray(stored)) return null
  const texts: readonly unknown[] = stored
  return Array.from({ length: rows }, (_, row) => asText(texts[row]))
}

function asText(stored: unknown): ToldText | null {
  if (!isObject(stored) || !Array.isArray(stored['claims'])) return null
  const { table, claims } = stored
  const name = isObject(table) ? table['table'] : undefined
  return {
    table: typeof name === 'string' ? { table: name } : {},
    claims: claims.filter(isClaim),
  }
}

function isClaim(value: unknown): value is TextClaim {
  if (!isObject(value)) return false
  const { rule, label, said, basis, sentence, place } = value
  return (
    isTextRule(rule) &&
    [label, said, sentence].every((text) => typeof text === 'string') &&
    isBasis(basis) &&
    isObject(place) &&
    isNumber(place['line']) &&
    isNumber(place['column']) &&
    (place['page'] === undefined || isNumber(place['page']))
  )
}

function isBasis(value: unknown): value is ClaimBasis {
  if (!isObject(value)) return false
  const { kind, readings, parts, wholes, holds, compared } = value
  if (kind === 'number') return isNumber(value['value']) && isListOf(readings, isReading)
  if (kind === 'share') {
    const { percent, half } = value
    const isShare = isNumber(percent) && isNumber(half)
    return isShare && isListOf(parts, isReading) && isListOf(wholes, isReading)
  }
  const isText = kind === 'text' && (holds === null || typeof holds === 'boolean')
  return isText && isListOf(compared, isReadValue)
}

function isReading(value: unknown): value is TableReading {
  if (!isObject(value) || typeof value['label'] !== 'string') return false
  return isListOf(value['indicators'], (each): each is string => typeof each === 'string')
}

function isReadValue(value: unknown): value is ReadValue {
  if (!isObject(value) || typeof value['label'] !== 'string') return false
  return value['value'] === null || isNumber(value['value'])
}

function isListOf<T>(value: unknown, is: (each: unknown) => each is T): value is T[] {
  return Array.isArray(value) && value.every(is)
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
