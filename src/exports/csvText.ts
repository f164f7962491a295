/** A byte order mark, so that Excel and WPS take the file for UTF-8. */
export const BOM = '\ufeff'

const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n\0]/u
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/**
 * A text as a CSV cell. Text that a spreadsheet would run as a formula gets an apostrophe before it
 * (CWE-1236), which our own reader takes away again; numbers stay as they are.
 */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) && text !== '-' ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A row with its line end. */
export function csvRow(texts: readonly string[]): string {
  return texts.map(csvCell).join(',') + '\r\n'
}
