import type { CheckMark } from '@/analysis/answer'

/** An answer as a table of texts; rows are made when they are shown. */
export interface TableText {
  /** What the table holds, for everyone. */
  readonly caption: string
  /** Heading of the column of names. */
  readonly corner: string
  /** What stands beside the names; 代码 if nothing is said. */
  readonly asideLabel?: string
  /** Headings that span columns; empty for a table with one row of headings. */
  readonly groups: readonly { readonly label: string; readonly span: number }[]
  readonly columns: readonly ColumnText[]
  readonly rows: number
  row(index: number): RowText
}

export interface ColumnText {
  readonly label: string
  readonly title: string
  /** Words are read from the left, numbers stand under each other at the right. */
  readonly holds?: 'words'
}

export interface RowText {
  readonly key: string
  readonly header: string
  /** The name by itself, for files, where the row above may be another one; absent: the same. */
  readonly fileHeader?: string
  /** Beside the name, e.g. its code. */
  readonly aside: string
  /** The page behind the name; absent: none. */
  readonly href?: string
  /** Sums stand apart from the rows they are of. */
  readonly isTotal: boolean
  readonly cells: readonly CellText[]
}

export interface CellText {
  readonly text: string
  /** What the text leaves out: counts behind a rate, why there is no number. */
  readonly note: string
  readonly missing: boolean
  /** A sign of doubt beside the number, or empty. */
  readonly sign: string
  /** Whether there is something behind it to open. */
  readonly opens: boolean
  /** How it stands out; the text says the same in words. */
  readonly tone?: CellTone
  /** The number behind the text, for files; without it a file has the text. */
  readonly figure?: CellFigure
}

/** A number to its last digit, and what the text beside it says in words. */
export interface CellFigure {
  readonly value: number
  /** 58 is 58%. */
  readonly isPercent: boolean
  /** What a rate or a change was computed from, each with its name. */
  readonly basis?: readonly (readonly [label: string, value: number])[]
  /** Of the whole that it is a part of, in percent. */
  readonly share?: number
  /** Behind a sum: how many are in it, of how many. */
  readonly counted?: { readonly n: number; readonly of: number }
  /** 约, 更; empty for a number as reported. */
  readonly marks: string
  readonly check: CheckMark
}

/** Of a report's state: 不平, 不符 or 缺项, 不可判, 通过. */
export type CellTone = 'failed' | 'doubtful' | 'open' | 'passed'

/** A cell's text with what stands beside it: a sign right after it, words apart. */
export function withSign({ text, sign }: Pick<CellText, 'text' | 'sign'>): string {
  return sign.length > 1 && text !== '' ? `${text} ${sign}` : text + sign
}
