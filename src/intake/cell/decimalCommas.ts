import { foldCellText } from './foldCellText'

/** A comma that can only stand before decimals: `3,5`, `0,125`, `1.234,50`. */
const DECIMAL = /^[+-]?(?:(?:\d{1,3}(?:\.\d{3})+|\d+),(?:\d{1,2}|\d{4,})|0+,\d+)(?!\d|[,.]\d)/u
/** One comma or point with three digits behind it: thousands to one, decimals to the other. */
const OPEN = /^[+-]?\d{1,3}[,.]\d{3}(?!\d|[,.]\d)/u

/**
 * Whether a column's numbers have a comma before their decimals somewhere, so that `12,345` beside them may be
 * 12.345 and `1.234` may be 1234. Spaces and full-width signs count for what they look like.
 */
export function hasDecimalCommas(texts: Iterable<string>): boolean {
  for (const text of texts) {
    if (/[,，]/u.test(text) && DECIMAL.test(foldCellText(text))) return true
  }
  return false
}

/** Whether a folded text is one of two numbers where commas may stand before decimals. */
export function isOpenThere(folded: string): boolean {
  return OPEN.test(folded)
}
