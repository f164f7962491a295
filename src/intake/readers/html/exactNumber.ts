import type { Element } from './text'

/** Where Excel (`x:num="1077.892534"`) and LibreOffice (`sdval`) keep what a cell of a saved page holds. */
const KEPT = new Set(['x:num', 'sdval'])
const SHOWN = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/
const PLAIN = /^-?\d+\.\d+$/

/**
 * The number of a cell with every digit it has, where a spreadsheet saved as a page shows it rounded. Null where
 * it is no plain number, or the page shows another one.
 */
export function exactNumber({ attrs }: Element, shown: string): string | null {
  const kept = attrs.find(({ name }) => KEPT.has(name))?.value.trim() ?? ''
  const match = SHOWN.exec(shown)
  if (match === null || !PLAIN.test(kept)) return null
  const decimals = match[1]?.length ?? 0
  // Half a unit of the last digit that is shown, and what binary fractions add to it.
  const most = 0.5 * 10 ** -decimals * (1 + 1e-9)
  return Math.abs(Number(kept) - Number(shown.replaceAll(',', ''))) <= most ? kept : null
}
