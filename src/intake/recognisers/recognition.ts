import type { Segment } from '@/data/segment'
import type { UnitId, UnitRegistry } from '@/domain/unit'
import type { Place } from '@/domain/finding'
import type { ColumnMapping, Layout } from '../draft'
import type { AnswerBook } from '../fileAnswers'
import { FindingList } from '../readers/findings'

/** What every recogniser needs to know of the file and of the world. */
export interface RecogniseContext {
  readonly registry: UnitRegistry
  /** The city whose counties a shared name means, or null. */
  readonly within: UnitId | null
  /** SHA-256 of the file. */
  readonly source: string
  readonly file: string
  readonly findings: FindingList
  /** What the user said of the file when it was read before. */
  readonly answers?: AnswerBook | undefined
}

/** What a recogniser makes of a document. */
export interface Recognised {
  readonly layout: Layout
  readonly columns: readonly ColumnMapping[]
  readonly segments: readonly Segment[]
  /** Data rows or objects seen, and how many became reports. */
  readonly rows: number
  readonly reports: number
}

/** A place in the file, without the parts that are not known. */
export function placeIn(file: string, sheet: string, row?: number, column?: number): Place {
  return {
    file,
    ...(sheet === '' ? {} : { sheet }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  }
}
