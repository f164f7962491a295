import type { Cell } from '@/domain/report'
import { foldCellText } from './cell/foldCellText'
import { UNIT_WORDS } from './cell/measureUnit'
import { readNumeral } from './cell/numeral'
import { parseCell, type CellMeasure } from './parseCell'

/**
 * What a fix makes of the text of a cell: always the same; the one number in it (`12a`, `15元`); its
 * digits without what stands between them (`1,23,456`); its Chinese numeral (`三十二`).
 */
export type FixRule =
  | { readonly kind: 'set'; readonly cell: Cell }
  | { readonly kind: 'onlyNumber' }
  | { readonly kind: 'joinedDigits' }
  | { readonly kind: 'numeral' }

const NUMBERS = /[+-]?\d+(?:,\d{3})*(?:\.\d+)?/g
const SEPARATORS = /[\s,、'’·]/g
const UNIT_BEHIND = new RegExp(`(?:${UNIT_WORDS})$`, 'u')

/** The cell that a rule makes of a text, in the unit of its column; null where it cannot. */
export function fixedBy(rule: FixRule, text: string, measure: CellMeasure): Cell | null {
  if (rule.kind === 'set') return rule.cell
  const folded = foldCellText(text)
  if (rule.kind === 'onlyNumber') {
    const numbers = folded.match(NUMBERS) ?? []
    return numbers.length === 1 ? plainNumber(numbers[0], measure) : null
  }
  const bare = folded.replace(SEPARATORS, '').replace(UNIT_BEHIND, '')
  if (rule.kind === 'joinedDigits') return /\d/.test(bare) ? plainNumber(bare, measure) : null
  const value = readNumeral(bare)
  return value === null ? null : { kind: 'value', value, approximate: false }
}

function plainNumber(text: string, measure: CellMeasure): Cell | null {
  const { cell } = parseCell(text, measure)
  return cell.kind === 'value' ? cell : null
}
