import { auxiliaryHeaders, auxiliaryId } from '@/domain/auxiliary'
import { customId } from '@/domain/catalogue'
import { matchIndicator } from '@/domain/labels'
import { RATIO_UNIT } from '@/intake/fileAnswers'
import { indicatorMeasure } from '@/intake/recognisers/figureMeasure'

/** Indicators that a header's words may mean, offered at once. */
const OFFERED = 6

/** The indicators that a header may stand for by its words, best first. */
export function indicatorHints(header: string): readonly string[] {
  return matchIndicator(header)
    .slice(0, OFFERED)
    .map(({ id }) => id)
}

/** In which units the numbers of an indicator may be written; empty where there is no choice. */
export function unitChoices(indicator: string): readonly string[] {
  const { kind, unit } = indicatorMeasure(indicator)
  if (kind === 'money' && unit !== '') return ['元', '万元', '亿元']
  if (unit === '人') return ['人', '万人']
  return kind === 'percent' ? ['%', RATIO_UNIT] : []
}

/** Units of measure that are likely for a column of one's own. */
export const COMMON_UNITS = ['件', '条', '次', '个', '人', '期', '万元', '元', '%']

const STATED_UNIT = /\s*[（(【[]\s*(?:单位\s*[:：]?)?[^（()）】\]]{1,4}[)）】\]]\s*$/u

/** What a column of one's own is called at first: its header without the unit. */
export function customName(header: string): string {
  return header.replace(STATED_UNIT, '').trim()
}

/** What a column of one's own belongs to: the reports, or the unit and year beside them. */
export type ColumnOwner = 'report' | 'auxiliary'

/** The id of a column of one's own; its unit of measure is part of the name. Empty without a name. */
export function ownColumnId(name: string, unit: string, owner: ColumnOwner): string {
  const plain = name.trim()
  if (plain === '') return ''
  if (owner === 'report') return customId(plain, unit)
  // One that is known by its name has its unit already.
  const known = auxiliaryId(plain)
  return auxiliaryHeaders.has(known) ? known : auxiliaryId(plain, unit)
}
