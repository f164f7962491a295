import type { UnitLabel } from '@/analysis/answer'
import type { Item } from '@/domain/item'
import { scaleOf } from '@/domain/measures'
import type { UnitId } from '@/domain/unit'
import { namesText } from '../answers'
import { exactText, percentText, quotientText } from '../numbers'

/** The numbers that a clause speaks of: an item, of some units, in some years. */
export interface ClauseReference {
  readonly item: string
  readonly units: readonly UnitId[]
  readonly years: readonly number[]
}

/** A part of a sentence that stands or falls with its numbers. */
export interface Clause {
  readonly text: string
  readonly reference: ClauseReference
}

/** A conclusion; its clauses are set apart by ；, and it ends with 。. */
export interface Conclusion {
  readonly key: string
  readonly clauses: readonly Clause[]
}

/** A percentage of fewer cases than these is noise: words and both numbers stand in its place. */
export const LEAST_DENOMINATOR = 20

/** The conclusion as it is read. */
export function conclusionText({ clauses }: Conclusion): string {
  return `${clauses.map(({ text }) => text).join('；')}。`
}

/** `12 件`, `3.5 万元`; a count without a unit of measure stands alone. */
export function amount(value: number, { unit }: Item): string {
  return unit === '' || unit === '%' ? exactText(value) : `${exactText(value)} ${unit}`
}

/** A quotient in its own unit: `30.80%`, `25 件/万人`. */
export function quotient(value: number, { unit }: Item): string {
  return unit === '%' ? percentText(value) : `${quotientText(value)} ${unit}`.trim()
}

/**
 * `30.80%（81/263）`, or in words where the denominator is too small for a quotient. `who`: whose it is,
 * to stand in the same brackets.
 */
export function rate(numerator: number, denominator: number, item: Item, who = ''): string {
  const [above, below] = [exactText(numerator), exactText(denominator)]
  const behind = who === '' ? '' : `；${who}`
  if (denominator === 0) return `分母为 0，没有比率${who === '' ? '' : `（${who}）`}`
  if (denominator < LEAST_DENOMINATOR)
    return `分子 ${above}、分母 ${below}（分母不足 20，不计${item.unit === '%' ? '百分比' : '比值'}${behind}）`
  return `${quotient((scaleOf(item.id) * numerator) / denominator, item)}（${above}/${below}${behind}）`
}

/** Names of units by position. */
export function namesOf(units: readonly UnitLabel[], positions: readonly number[]): string {
  return namesText(positions.map((position) => units[position]?.name ?? ''))
}

/** Whose numbers in a sum are in doubt, and why; empty where none is. */
export function doubtText(
  units: readonly UnitLabel[],
  facts: readonly {
    readonly failed: readonly number[]
    readonly undecidable: readonly number[]
    readonly approximate: readonly number[]
  }[],
): string {
  const said = (lead: string, kind: 'failed' | 'undecidable' | 'approximate') => {
    const whose = [...new Set(facts.flatMap((fact) => fact[kind]))]
    return whose.length === 0 ? [] : [`${lead}：${namesOf(units, whose)}`]
  }
  const all = [
    ...said('含勾稽不平或不符的数', 'failed'),
    ...said('含勾稽不可判的数', 'undecidable'),
    ...said('含约数', 'approximate'),
  ]
  return all.length === 0 ? '' : `（存疑，${all.join('；')}）`
}
