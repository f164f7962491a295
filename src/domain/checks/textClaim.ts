import type { Cell } from '../report'
import type { CheckOutcome } from './evaluateIdentity'
import type { TextRuleId } from './textRules'

/** One admissible reading of what a text says: the sum of these cells of the tables. */
export interface TableReading {
  readonly label: string
  readonly indicators: readonly string[]
}

/** A reading as the tables bear it out; null where a cell of it has no number. */
export interface ReadValue {
  readonly label: string
  readonly value: number | null
}

/** What a statement is held against. */
export type ClaimBasis =
  /** A number that one of the readings of the tables must be. */
  | {
      readonly kind: 'number'
      readonly value: number
      readonly readings: readonly TableReading[]
    }
  /** A share in percent that one of the parts must be of one of the wholes, right to `half`. */
  | {
      readonly kind: 'share'
      readonly percent: number
      readonly half: number
      readonly parts: readonly TableReading[]
      readonly wholes: readonly TableReading[]
    }
  /** The text itself and its year: nothing in the tables changes it. `holds` null: not to be judged. */
  | {
      readonly kind: 'text'
      readonly holds: boolean | null
      readonly compared: readonly ReadValue[]
    }

/** Where a statement stands: the piece of prose and the character in it, from 1. */
export interface ClaimPlace {
  readonly line: number
  readonly column: number
  readonly page?: number
}

/**
 * What the running text of a report says of its tables or of itself. It is kept with the report, and
 * judged on the figures as they are: a correction of the table settles it or breaks it.
 */
export interface TextClaim {
  readonly rule: TextRuleId
  /** What is spoken of: 行政复议. */
  readonly label: string
  /** What the text says: `134`, `33.9%`, `均获维持`. */
  readonly said: string
  readonly basis: ClaimBasis
  readonly sentence: string
  readonly place: ClaimPlace
}

/** A statement as the tables stand. */
export interface ClaimResult {
  readonly outcome: CheckOutcome
  /** What it was compared with. */
  readonly compared: readonly ReadValue[]
  /** The readings that bear it out. */
  readonly matched: readonly string[]
}

export type CellOf = (indicator: string) => Cell

/** Judges a statement; null where the report prints nothing to compare it with. */
export function judgeClaim(
  { basis }: Pick<TextClaim, 'basis'>,
  cellOf: CellOf,
): ClaimResult | null {
  switch (basis.kind) {
    case 'number':
      return judgeReadings(readValues(basis.readings, cellOf), (value) => value === basis.value)
    case 'share':
      return judgeReadings(
        shareValues(basis, cellOf),
        (share) => Math.abs(share - basis.percent) <= basis.half,
      )
    case 'text': {
      const { holds, compared } = basis
      const outcome = holds === null ? 'undecidable' : holds ? 'passed' : 'failed'
      const matched = holds === true ? compared.map(({ label }) => label) : []
      return { outcome, compared, matched }
    }
  }
}

/** Every cell that a statement is compared with, each once. */
export function figuresOfClaim({ basis }: Pick<TextClaim, 'basis'>): string[] {
  if (basis.kind === 'text') return []
  const readings = basis.kind === 'number' ? basis.readings : [...basis.parts, ...basis.wholes]
  return [...new Set(readings.flatMap(({ indicators }) => indicators))]
}

/**
 * The cells that a contradiction puts in doubt. A share that is told wrongly does so for what is
 * counted, not for the whole that it is a share of.
 */
export function figuresInDoubt({ basis }: Pick<TextClaim, 'basis'>): readonly string[] {
  if (basis.kind === 'text') return []
  const readings = basis.kind === 'number' ? basis.readings : basis.parts
  return readings.flatMap(({ indicators }) => indicators)
}

/** Whether two statements say the same of the same, wherever they stand. */
export function saysTheSame(a: TextClaim, b: TextClaim): boolean {
  return (
    a.rule === b.rule &&
    a.label === b.label &&
    a.said === b.said &&
    JSON.stringify(a.basis) === JSON.stringify(b.basis)
  )
}

/**
 * The ids of the checks of these statements, e.g. `P-REVIEW:行政复议`; a second one of the same thing
 * that says something else has `#2`.
 */
export function claimIds(claims: readonly TextClaim[]): string[] {
  const seen = new Map<string, number>()
  return claims.map(({ rule, label }) => {
    // What is summed up goes by its words, which say nothing of what it is.
    const id = rule === 'P-PARTS' ? rule : `${rule}:${label}`
    const nth = (seen.get(id) ?? 0) + 1
    seen.set(id, nth)
    return nth === 1 ? id : `${id}#${nth}`
  })
}

/** What a statement was compared with, in words: `行政复议总计 170`. */
export function comparedText(compared: readonly ReadValue[]): string {
  return compared
    .map(({ label, value }) => `${label} ${value === null ? '（空）' : roundedText(value)}`)
    .join('、')
}

/** Shares are no round numbers; two decimals show which digit is off. */
function roundedText(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

/** Readings in the tables; one of which a table prints no cell is left out. */
function readValues(readings: readonly TableReading[], cellOf: CellOf): ReadValue[] {
  return readings.flatMap(({ label, indicators }) => {
    const cells = indicators.map(cellOf)
    if (cells.some(({ kind }) => kind === 'absent')) return []
    return [{ label, value: sumOf(cells) }]
  })
}

/** “/” adds nothing; a blank or unreadable cell leaves no sum. */
function sumOf(cells: readonly Cell[]): number | null {
  return cells.reduce<number | null>((sum, cell) => {
    const value = cell.kind === 'value' ? cell.value : cell.kind === 'notApplicable' ? 0 : null
    return sum === null || value === null ? null : sum + value
  }, 0)
}

function judgeReadings(
  compared: readonly ReadValue[],
  agrees: (value: number) => boolean,
): ClaimResult | null {
  if (compared.length === 0) return null
  const matched = compared.flatMap(({ label, value }) =>
    value !== null && agrees(value) ? [label] : [],
  )
  if (matched.length > 0) return { outcome: 'passed', compared, matched }
  const isOpen = compared.some(({ value }) => value === null)
  return { outcome: isOpen ? 'undecidable' : 'failed', compared, matched }
}

function shareValues(
  { parts, wholes }: Extract<ClaimBasis, { kind: 'share' }>,
  cellOf: CellOf,
): ReadValue[] {
  const known = readValues(wholes, cellOf)
  return readValues(parts, cellOf).flatMap((part) => known.map((whole) => shareValue(part, whole)))
}

/** In percent; null where a number lacks or there is nothing to divide by. */
function shareValue(part: ReadValue, whole: ReadValue): ReadValue {
  const label = `${part.label}占${whole.label}`
  const isOpen = part.value === null || whole.value === null || whole.value === 0
  return { label, value: isOpen ? null : (100 * part.value) / whole.value }
}
