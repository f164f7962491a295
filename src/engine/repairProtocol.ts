import type { Unit, UnitId } from '@/domain/unit'
import type { SheetFormat } from './checkProtocol'
import type { DraftSource } from './mappingProtocol'

/** What the intake worker does with rows that are sent back to be repaired. */
export interface RepairApi {
  /** The offending rows of a file with their reasons, in its own layout; null where there are none. */
  errorFile(asked: ErrorFileAsked): Promise<Blob | null>
  /**
   * Reads repaired files into the draft, in the place of the rows that they stand for. Null where one
   * of them stands for no row of the draft: then nothing is changed.
   */
  readRepaired(asked: RepairAsked): Promise<readonly RepairedFile[] | null>
}

interface World {
  readonly ownUnits: readonly Unit[]
  readonly within: UnitId | null
}

export interface ErrorFileAsked extends World {
  readonly file: DraftSource
  readonly format: SheetFormat
}

export interface RepairAsked extends World {
  readonly files: readonly File[]
  /** All files of the draft. */
  readonly draft: readonly DraftSource[]
}

/** A file whose rows were replaced. */
export interface RepairedFile {
  readonly path: string
  readonly by: string
  readonly rows: number
}
