import type { ReturnedRow } from '@/domain/checkSheet'
import type { Finding } from '@/domain/finding'
import type { ReportEdition } from '@/domain/indicator'
import type { UnitId, UnitMatch, UnitText } from '@/domain/unit'
import type { Segment } from '@/data/segment'
import type { FileKind } from './document'
import type { FileAnswers } from './fileAnswers'
import type { RepairedRow } from './repairColumns'

/** Which recogniser understood the file. */
export type Layout = 'wide' | 'long' | 'cross' | 'json' | 'form' | 'checkSheet'

/** How a column header led to an indicator. */
export type MappingEvidence = 'id' | 'label' | 'shortLabel' | 'alias' | 'confirmed' | 'user'

export interface ColumnMapping {
  readonly sheet?: string
  /** Source row, from 1, where the names of figures stand below each other. */
  readonly row?: number
  /** Source column, from 1. */
  readonly column: number
  readonly header: string
  /** Which one it is of the same headers in its table, from 1. */
  readonly nth: number
  /** Null: not understood, or left out by the user. */
  readonly indicator: string | null
  readonly by: MappingEvidence | null
  /** 0 to 1. */
  readonly confidence: number
  /** The unit of its numbers, where the header or the user says another one than the indicator has. */
  readonly unit?: string
}

/** A unit text that does not lead to exactly one unit; `placeholder` stands for it in the segments. */
export interface OpenUnit {
  /** `?` + a text that is the same for the same writing in every file. */
  readonly placeholder: UnitId
  readonly text: UnitText
  readonly match: UnitMatch
  readonly reports: number
}

/** What one file turned out to hold; nothing of it is data yet. */
/** A file of characters inside an archive. */
export interface ArchivedText {
  /** As in places. */
  readonly file: string
  /** Null: none fits. */
  readonly encoding: string | null
}

export interface FileDraft {
  /** The id of the source: SHA-256 of the bytes, hexadecimal (of very large files see `sourceHash`). */
  readonly source: string
  readonly name: string
  readonly path: string
  readonly size: number
  readonly kind: FileKind
  readonly encoding: string | null
  /** Of an archive the files of characters inside; left out of any other file. */
  readonly texts?: readonly ArchivedText[]
  /** Null: nothing in the file was understood; the findings say why. */
  readonly layout: Layout | null
  readonly columns: readonly ColumnMapping[]
  readonly segments: readonly Segment[]
  readonly openUnits: readonly OpenUnit[]
  readonly findings: readonly Finding[]
  /** Data rows (or objects) seen, and how many became reports. */
  readonly rows: number
  readonly reports: number
  /** Rows of auxiliary figures, which are no reports; left out in drafts of earlier versions. */
  readonly auxiliary?: number
  readonly years: readonly number[]
  readonly editions: readonly ReportEdition[]
  readonly cells: CellCounts
  /** What the user said, with which it was read; left out: nothing yet. */
  readonly answers?: FileAnswers
  /** Rows of earlier files that it has in repaired form; left out where there are none. */
  readonly repairs?: readonly RepairedRow[]
  /** What a returned 退回核对表 in it says. */
  readonly returned?: readonly ReturnedRow[]
}

export interface CellCounts {
  readonly value: number
  readonly blank: number
  readonly notApplicable: number
  readonly unreadable: number
}
