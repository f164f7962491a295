import { measureById } from './measures'
import { caseIndicator, caseResults, channels } from './tableFour'
import { applicants, outcomeGroups, requestIndicator, requestRows } from './tableThree'

/** A part of a sum; −1 where it is taken off. */
export interface ItemPart {
  readonly item: string
  readonly sign: 1 | -1
}

/**
 * What an item is the sum of, by the form or by its formula: 办理结果总计 of the six outcomes, an outcome
 * of its rows, a row of its applicants, a channel of its results. Empty for ratios, for what has no
 * parts, and for 其他处理, which reports print either whole or in parts.
 */
export function partsOf(item: string): readonly ItemPart[] {
  const measure = measureById(item)
  if (measure === undefined) return (partsInForm.get(item) ?? []).map(added)
  if (measure.denominator !== null) return []
  const terms = measure.numerator.flatMap(({ factor, of }): ItemPart[] => {
    const isWhole = of.kind === 'indicator' && Math.abs(factor) === 1
    return isWhole ? [{ item: of.id, sign: factor > 0 ? 1 : -1 }] : []
  })
  return terms.length === measure.numerator.length && terms.length > 1 ? terms : []
}

function added(item: string): ItemPart {
  return { item, sign: 1 }
}

const partsInForm: ReadonlyMap<string, readonly string[]> = new Map([
  ...requestRows.map((row): [string, readonly string[]] => [
    `${row.id}.total`,
    applicants.filter(({ id }) => id !== 'total').map((one) => requestIndicator(row, one)),
  ]),
  [
    'requests.processed.total',
    outcomeGroups.map(({ id }) => `outcome.${id}`),
  ] as const satisfies readonly [string, readonly string[]],
  ...channels.map((channel): [string, readonly string[]] => [
    `${channel.id}.total`,
    caseResults.filter(({ id }) => id !== 'total').map((result) => caseIndicator(channel, result)),
  ]),
])
