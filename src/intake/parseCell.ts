import type { Finding } from '@/domain/finding'
import type { IndicatorKind } from '@/domain/indicator'
import { publicationDay } from '@/domain/publication'
import type { Cell } from '@/domain/report'
import { addressCell, webAddress } from '@/domain/webAddress'
import { looksLikeDate, scientific, takeApart, type NumberParts } from './cell/takeApart'
import { RATIO_UNIT } from './fileAnswers'
import { foldCellText } from './cell/foldCellText'
import { isOpenThere } from './cell/decimalCommas'
import { numeralInDigits } from './cell/numeralInDigits'
import { countExponent, isCounter, moneyExponent, scaleExponent } from './cell/measureUnit'

/** What a cell is expected to hold. */
export interface CellMeasure {
  readonly kind: IndicatorKind
  /** Unit of measure, as the catalogue has it; empty where it is not known: then any number will do. */
  readonly unit: string
  /** The unit that the column's header states, where it is another one. */
  readonly statedUnit?: string
  /** A statistic: a scale before its unit (万人) is no rounding. */
  readonly isStatistic?: boolean
  /** Other numbers of the column have a comma before their decimals. */
  readonly decimalCommas?: boolean
}

/** What is to be said of a cell; its place is the caller's. */
export type CellNote = Pick<Finding, 'code' | 'severity' | 'detail'>

export interface ParsedCell {
  readonly cell: Cell
  readonly notes: readonly CellNote[]
}

/** Written for a cell that the edition has and the file has not (DESIGN: canonical files). */
export const ABSENT_TEXT = '未列'
/** Written for a blank where an empty cell would mean that the edition has no such cell. */
export const BLANK_TEXT = '空白'
export const NOT_APPLICABLE_TEXT = '/'
export const APPROXIMATE_TEXT = '约'

const words: ReadonlyMap<string, Cell> = new Map([
  ['', { kind: 'blank' }],
  [BLANK_TEXT, { kind: 'blank' }],
  [ABSENT_TEXT, { kind: 'absent' }],
  ...['/', '-', '--', '---', '–', '—', '――', '——', '―', '无', '不适用', 'n/a', 'na'].map(
    (word): [string, Cell] => [word, { kind: 'notApplicable' }],
  ),
])

const PLAIN = /^\d{1,15}(?:\.\d{1,15})?$/

/**
 * The one number parser: the text of a cell to a number or the reason why there is none, with what
 * has to be said about it. Never throws; text without a digit or a Chinese numeral never becomes a number;
 * what can be read in two ways is `unreadable` and asked about. Money is in `measure.unit`.
 */
export function parseCell(text: string, measure: CellMeasure): ParsedCell {
  if (measure.kind === 'date') return parseDay(text)
  if (measure.kind === 'address') return parseAddress(text)
  const hasCommas = measure.decimalCommas === true
  if (PLAIN.test(text) && measure.statedUnit === undefined && !hasCommas)
    return plainNumber(text, measure)
  const folded = foldCellText(text)
  if (hasCommas && isOpenThere(folded))
    return unreadable('cell-ambiguous-number', { reason: 'decimal-commas' })
  const word = words.get(folded.toLowerCase())
  if (word !== undefined) return { cell: word, notes: [] }
  if (/^[=@]/.test(folded)) return unreadable('cell-formula')
  if (looksLikeDate(folded)) return unreadable('cell-maybe-date')
  const parts = takeApart(folded)
  if (parts === null) return parseNumeral(folded, measure)
  if (parts.digits === null) return refuseText(folded)
  return fromParts(parts, measure, text.includes('，'))
}

/** A Chinese numeral as the number that it writes, said so. */
function parseNumeral(folded: string, measure: CellMeasure): ParsedCell {
  const written = numeralInDigits(folded)
  const parts = written === null ? null : takeApart(written)
  if (parts === null) return refuseText(folded)
  // 一 alone may be a dash. Of 三千 without its 元 nobody knows whether 千 belongs to the unit.
  const isBareMoney =
    measure.kind === 'money' && !folded.includes('元') && /[百千万亿佰仟]/u.test(folded)
  if (folded === '一' || isBareMoney) return unreadable('cell-ambiguous-number')
  const { cell, notes } = fromParts(parts, measure, false)
  if (cell.kind !== 'value') return { cell, notes }
  const { value } = cell
  return { cell, notes: [{ code: 'cell-numeral', severity: 'info', detail: { value } }, ...notes] }
}

/** A day as the number that stands for it. */
function parseDay(text: string): ParsedCell {
  const word = words.get(foldCellText(text).toLowerCase())
  if (word !== undefined) return { cell: word, notes: [] }
  const day = publicationDay(text)
  if (day === null) return unreadable('cell-unreadable')
  return { cell: { kind: 'value', value: day, approximate: false }, notes: [] }
}

/** The address of a page; nothing else is opened by a click. */
function parseAddress(text: string): ParsedCell {
  const word = words.get(foldCellText(text).toLowerCase())
  if (word !== undefined) return { cell: word, notes: [] }
  const address = webAddress(text)
  if (address === null) return unreadable('cell-no-address')
  return { cell: addressCell(address), notes: [] }
}

/** A number that needs no reading (from JSON), with what has to be said about it. */
export function numberCell(value: number, measure: CellMeasure): ParsedCell {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return unreadable('cell-unreadable', { reason: 'too-long' })
  }
  const cell: Cell = { kind: 'value', value: withoutNegativeZero(value), approximate: false }
  return { cell, notes: plausibility(value, measure) }
}

function plainNumber(text: string, measure: CellMeasure): ParsedCell {
  const value = Number(text)
  if (value > Number.MAX_SAFE_INTEGER) return unreadable('cell-unreadable', { reason: 'too-long' })
  const notes = [...precisionNotes(text, value), ...plausibility(value, measure)]
  return { cell: { kind: 'value', value, approximate: false }, notes }
}

/** Text with digits that is no number: several numbers or readings, or words. */
function refuseText(folded: string): ParsedCell {
  if (!/\d/.test(folded)) return unreadable('cell-unreadable')
  const isAmbiguous = scientific(folded) || !/[^\d\s,.、;:/()+\-[\]]/u.test(folded)
  return unreadable(isAmbiguous ? 'cell-ambiguous-number' : 'cell-unreadable')
}

function fromParts(parts: NumberParts, measure: CellMeasure, fullComma: boolean): ParsedCell {
  const sign = signOf(parts, measure)
  const shift = shiftOf(parts, measure)
  if (sign === null || shift === null) return unreadable('cell-unreadable', { reason: 'unit' })
  const value = withoutNegativeZero(Number(`${sign}${parts.digits ?? ''}e${shift.exponent}`))
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return unreadable('cell-unreadable', { reason: 'too-long' })
  }
  const approximate = parts.approximate || shift.approximate
  const notes: CellNote[] = [...shift.notes(value)]
  if (parts.spaced || (fullComma && parts.grouped)) {
    notes.push({ code: 'cell-thousands', severity: 'warning', detail: { value } })
  }
  if (parts.remark !== '') {
    notes.push({ code: 'cell-remark', severity: 'info', detail: { value, remark: parts.remark } })
  }
  if (shift.exponent === 0) notes.push(...precisionNotes(parts.digits ?? '', Math.abs(value)))
  notes.push(...plausibility(value, measure))
  return { cell: { kind: 'value', value, approximate }, notes }
}

/** A word of direction (`下降12.3%`) means a sign only where a change is expected. */
function signOf({ sign, direction }: NumberParts, { kind }: CellMeasure): '' | '-' | null {
  if (direction === '') return sign === '-' ? '-' : ''
  if ((kind !== 'percent' && kind !== 'signed') || sign !== '') return null
  return /^[增上提升]/u.test(direction) ? '' : '-'
}

interface Shift {
  /** Power of ten by which the written number is multiplied. */
  readonly exponent: number
  readonly approximate: boolean
  readonly notes: (value: number) => readonly CellNote[]
}

/** Null: the unit behind the number is not one that the indicator can have. */
function shiftOf(parts: NumberParts, measure: CellMeasure): Shift | null {
  const { unit, statedUnit } = measure
  if (measure.kind === 'money') return moneyShift(parts, unit, statedUnit ?? unit)
  if (unit === '' || isCounter(unit)) return countShift(parts, measure)
  if (statedUnit === RATIO_UNIT && parts.scale + parts.unit === '') return FROM_RATIO
  const written = parts.scale + parts.unit
  if (written === unit) return UNSHIFTED
  return written === '' ? shiftBetween(statedUnit ?? unit, unit) : null
}

/** Between units of counts (人 to 万人); null where one of two units is not of counts. */
function shiftBetween(stated: string, unit: string): Shift | null {
  if (stated === unit) return UNSHIFTED
  const from = countExponent(stated)
  const to = countExponent(unit)
  return from === null || to === null ? null : { ...UNSHIFTED, exponent: from - to }
}

const UNSHIFTED: Shift = { exponent: 0, approximate: false, notes: () => [] }
/** `0.85` for 85 %: said once, at the header or by the user. */
const FROM_RATIO: Shift = { exponent: 2, approximate: false, notes: () => [] }

function countShift(parts: NumberParts, measure: CellMeasure): Shift | null {
  const { unit, statedUnit } = measure
  if (parts.unit === '元') return null
  if (parts.unit === '%') return unit === '' && parts.scale === '' ? UNSHIFTED : null
  const isBare = parts.scale === '' && parts.unit === ''
  const exponent = isBare ? countExponent(statedUnit ?? unit) : scaleExponent(parts.scale)
  if (exponent === null || exponent === undefined) return null
  return {
    exponent,
    approximate: exponent > 0 && measure.isStatistic !== true,
    notes: (value) => countNotes(parts, unit, value),
  }
}

function countNotes(parts: NumberParts, unit: string, value: number): readonly CellNote[] {
  if (parts.scale !== '') {
    const detail = { from: parts.scale + parts.unit, to: unit, value }
    return [{ code: 'cell-converted', severity: 'info', detail }]
  }
  if (parts.unit === '') return []
  return [
    { code: 'cell-unit-suffix', severity: 'info', detail: { suffix: parts.unit, unit, value } },
  ]
}

/** `1077.89元` in a column of 万元: a shift of the decimal point, recorded. */
function moneyShift(parts: NumberParts, unit: string, stated: string): Shift | null {
  if (parts.unit !== '' && parts.unit !== '元') return null
  const bare = parts.unit === '' && parts.scale === ''
  const written = bare ? stated : `${parts.scale}元`
  const from = moneyExponent(written)
  const to = moneyExponent(unit)
  if (from === null || to === null) return null
  const detail = { from: written, to: unit }
  const code = from === to ? 'cell-unit-suffix' : 'cell-converted'
  // A column whose header states another unit is reported once, at its header.
  const isNoted = !bare && (from !== to || parts.unit === '')
  return {
    exponent: from - to,
    approximate: false,
    notes: (value) =>
      isNoted
        ? [{ code, severity: 'warning', detail: { ...detail, suffix: written, unit, value } }]
        : [],
  }
}

/** More digits than a number of the machine can hold. */
function precisionNotes(digits: string, value: number): readonly CellNote[] {
  const significant = digits.replace('.', '').replace(/^0+/, '')
  if (significant.length <= 15) return []
  const whole = digits.includes('.') ? digits.replace(/0+$/, '').replace(/\.$/, '') : digits
  if (whole.replace(/^0+(?=\d)/, '') === String(value)) return []
  return [{ code: 'cell-precision', severity: 'warning', detail: { value } }]
}

function plausibility(value: number, { kind, unit }: CellMeasure): readonly CellNote[] {
  if (unit === '') return []
  const notes: CellNote[] = []
  if (value < 0 && (kind === 'count' || kind === 'stock' || kind === 'money')) {
    notes.push({ code: 'cell-negative', severity: 'warning', detail: { value } })
  }
  if (!Number.isInteger(value) && isCounter(unit)) {
    notes.push({ code: 'cell-not-integer', severity: 'warning', detail: { value, unit } })
  }
  return notes
}

function withoutNegativeZero(value: number): number {
  return value === 0 ? 0 : value
}

type Refusal =
  | 'cell-unreadable'
  | 'cell-no-address'
  | 'cell-ambiguous-number'
  | 'cell-formula'
  | 'cell-maybe-date'

function unreadable(code: Refusal, detail: Readonly<Record<string, string>> = {}): ParsedCell {
  return { cell: { kind: 'unreadable' }, notes: [{ code, severity: 'error', detail }] }
}
