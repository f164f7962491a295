import type { RememberedMapping } from '@/data/rememberedMapping'
import type { UnitId } from '@/domain/unit'
import type { FileAnswers } from '@/intake/fileAnswers'
import type { RepairedRow } from '@/intake/repairColumns'

/** What the pages may ask of mappings by hand; part of `EngineApi`. */
export interface MappingApi {
  /** Files of the draft as they were given, to be read again; null: all of them. */
  draftSources(sources: readonly string[] | null): Promise<DraftSource[]>
  /** Mappings that are offered for files with the same headers, in the order they were made. */
  mappings(): Promise<RememberedMapping[]>
  /** Keeps what was said of the headers of a file of the draft; null where nothing was. */
  rememberMapping(source: string): Promise<RememberedMapping | null>
  forgetMapping(id: string): Promise<void>
}

/** A file of the draft, and what the user has said of it so far. */
export interface DraftSource {
  readonly source: string
  readonly name: string
  readonly path: string
  readonly content: Blob
  readonly answers: FileAnswers
  /** Rows of earlier files that it has in repaired form. */
  readonly repairs?: readonly RepairedRow[]
}

/** A remembered mapping that a file of the draft could be read with. */
export interface MappingOffer {
  readonly source: string
  readonly path: string
  readonly mapping: RememberedMapping
}

/** Something about a file of the draft that only the user can tell. */
export type DraftQuestion = TableQuestion | ScaleQuestion

/** Of which year, whose, or of which scope a table is that does not say so itself. */
export interface TableQuestion {
  readonly kind: 'table'
  readonly source: string
  readonly path: string
  readonly dimension: 'year' | 'unit' | 'scope'
  /** As in places. */
  readonly file: string
  readonly sheet: string
  /**
   * Nothing says it; several things say different things; something beside the table says it; the
   * user has said it.
   */
  readonly state: 'missing' | 'conflict' | 'inferred' | 'answered'
  /** What can be taken for it, and what says so; the first is what the table is read as. */
  readonly candidates: readonly TableCandidate[]
}

export interface TableCandidate {
  /** A year, a unit's name or code, or a `Scope`. */
  readonly text: string
  /** 标题, 工作表名, 文件名 …; empty where nothing speaks for it. */
  readonly by: string
  /** What is written there; empty where it is not known. */
  readonly words: string
}

/** In which unit the numbers of a column are, where some look as if in another one. */
export interface ScaleQuestion {
  readonly kind: 'scale'
  readonly source: string
  readonly path: string
  readonly header: string
  readonly nth: number
  readonly indicator: string
  /** As the numbers are read now: 万元, %. */
  readonly unit: string
  /** As they may have been meant: 元, 小数. */
  readonly other: string
  /** Numbers in the column without a unit of their own. */
  readonly numbers: number
  readonly doubtful: readonly DoubtfulCell[]
}

/** A number that looks as if in another unit. */
export interface DoubtfulCell {
  readonly unit: UnitId
  readonly unitName: string
  readonly year: number
  readonly raw: string
  /** In the unit of the question, and as the other reading would have it. */
  readonly value: number
  readonly otherValue: number
  /** The number of the year before, where there is one to compare with. */
  readonly before: number | null
  readonly sheet: string
  readonly row: number
  readonly column: number
}
