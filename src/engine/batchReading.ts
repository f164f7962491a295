import type { FileDraft } from '@/intake/draft'
import type { ComparedFile } from './draft'
import type { CompareCounts } from './draftProtocol'

/** What was read for a batch and what became of it, file by file, also of those that were not taken. */
export interface BatchReading {
  readonly version: 1
  readonly files: readonly ReadFile[]
}

export interface ReadFile extends Pick<
  FileDraft,
  | 'source'
  | 'path'
  | 'size'
  | 'kind'
  | 'encoding'
  | 'layout'
  | 'columns'
  | 'findings'
  | 'rows'
  | 'reports'
  | 'answers'
> {
  readonly compare: CompareCounts
  /** Cells that differed and took the file's value. */
  readonly replaced: number
  readonly leftOut: boolean
}

/** The reading of a batch about to be written. */
export function readingOf(compared: readonly ComparedFile[]): BatchReading {
  return { version: 1, files: compared.map(readFile) }
}

function readFile(compared: ComparedFile): ReadFile {
  const { file, comparison, replaced, findings, reports } = compared
  const { source, path, size, kind, encoding, layout, columns, rows, answers } = file.draft
  return {
    ...{ source, path, size, kind, encoding, layout, columns, findings, rows, reports },
    ...(answers === undefined ? {} : { answers }),
    ...{ compare: comparison, replaced, leftOut: file.leftOut },
  }
}

/** A reading as it was stored; null where another version of the program wrote it. */
export function asReading(stored: unknown): BatchReading | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { version, files } = stored as Partial<BatchReading>
  return version === 1 && Array.isArray(files) ? (stored as BatchReading) : null
}
