import { scaleExponent } from '../../cell/measureUnit'

/** What a spreadsheet file says of one cell. */
export interface WorkbookCell {
  /** n number, s text, b boolean, e error, d date, z nothing. */
  readonly t: string
  readonly v?: unknown
  /** As displayed. */
  readonly w?: string
  /** Number format. */
  readonly z?: unknown
  /** Formula. */
  readonly f?: string
}

/**
 * The text of a cell: a number with every digit it has, whatever the display rounds away; a percentage
 * with its sign; a date as displayed; an error as `#DIV/0!`. `isDate` says that the format is one of
 * dates.
 */
export function cellText(cell: WorkbookCell, isDate: boolean): string {
  if (cell.v === undefined || cell.v === null) return ''
  switch (cell.t) {
    case 'n':
      return numberText(cell, isDate)
    case 'b':
      return cell.v === true ? 'TRUE' : 'FALSE'
    case 'e':
      return cell.w ?? '#ERROR!'
    default:
      return typeof cell.v === 'string' ? cell.v : (cell.w ?? '')
  }
}

function numberText(cell: WorkbookCell, isDate: boolean): string {
  const value = Number(cell.v)
  if (isDate) return dateText(cell.w, value)
  const format = typeof cell.z === 'string' ? cell.z : ''
  if (format.includes('%')) return `${digits(value * 100)}%`
  const powers = powersHidden(format)
  return powers === 0 ? digits(value) + unitIn(format) : scaledText(value, powers, format)
}

/**
 * The powers of ten by which a format shows less than a number is: commas behind its digits (`#,##0,`), and a point
 * that it only writes between them (`0!.0,` shows 35000 as 3.5).
 */
function powersHidden(format: string): number {
  const section = (format.split(';')[0] ?? '').replaceAll(/\[[^\]]*\]/g, '')
  const point = /[0#?](?:[!\\]\.|"\.")([0#?]+)/.exec(section)?.[1] ?? ''
  const bare = section.replaceAll(/"[^"]*"|[!\\]./g, '')
  const commas = /[0#?](,+)[^0#?,]*$/.exec(bare)?.[1] ?? ''
  return point.length + 3 * commas.length
}

/**
 * Where the format shows a unit that makes up for what it hides (`0!.0,"万元"`), the number in that of its own;
 * else which of the two is meant is not known: both.
 */
function scaledText(value: number, powers: number, format: string): string {
  const section = format.split(';')[0] ?? ''
  const [, quoted, bare] = /(?:"([\u4e00-\u9fff]+)"|([\u4e00-\u9fff]+))$/.exec(section) ?? []
  const unit = quoted ?? bare ?? ''
  const [, scale = '', counted = ''] = /^([十百千万亿]*)(.*)$/u.exec(unit) ?? []
  if (scaleExponent(scale) === powers) return digits(value) + counted
  return `${digits(value)}，显示为 ${digits(Number(`${String(value)}e-${powers}`))}${unit}`
}

/** A spreadsheet computes with 15 digits; what a double holds beyond them is noise of binary sums. */
function digits(value: number): string {
  if (Number.isInteger(value)) return plain(value)
  return plain(Number(value.toPrecision(15)))
}

/** Never `1e-7`: nobody wrote that into a report. */
function plain(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  return Number.isInteger(value)
    ? BigInt(value).toString()
    : value.toFixed(20).replace(/\.?0+$/, '')
}

/**
 * A unit of measure that only the number format shows (`#,##0.00"万元"`). A comma before it divides the
 * display by a thousand: then the unit is not that of the value and is left out.
 */
function unitIn(format: string): string {
  const section = format.split(';')[0] ?? ''
  return /[0#?](?:"([\u4e00-\u9fff]+)"|([\u4e00-\u9fff]+))$/.exec(section)?.slice(1).join('') ?? ''
}

function dateText(displayed: string | undefined, serial: number): string {
  if (displayed !== undefined && !/^-?[\d.]+$/.test(displayed)) return displayed
  const date = new Date(Math.round((serial - 25_569) * 86_400_000))
  return Number.isNaN(date.getTime()) ? digits(serial) : date.toISOString().slice(0, 10)
}

/** Whether a format shows the day of the week alone (`aaaa`), of which the library does not know. */
export function showsWeekdays(format: string): boolean {
  return /a{3,4}/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}

/**
 * Typing `1-2` or `3/4` makes a date that shows no year or no day; a date that was meant shows all
 * three.
 */
export function looksCoerced(format: string): boolean {
  const bare = format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase()
  return !(/y|e/.test(bare) && /d/.test(bare)) && !/[hs]/.test(bare)
}
