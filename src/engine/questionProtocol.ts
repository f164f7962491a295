import type { MatrixAnswer, MatrixQuestion } from '@/analysis/answer'
import type { Batch, ReportKey } from '@/data/batch'
import type { Place } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import type { KeptSource } from '@/intake/keptReading'
import type { ReportFacts } from './reportFacts'
import type { UnitView } from './unitProtocol'

/** What is asked of the data on record. */
export interface QuestionApi {
  ask(question: MatrixQuestion): Promise<MatrixAnswer>
  /** What is on record: for filters and for the coverage. */
  coverage(): Promise<Coverage>
  trace(key: ReportKey, item: string): Promise<Trace>
  /** When and where the reports of a unit were made public, by year. */
  reportFacts(key: Omit<ReportKey, 'year'>): Promise<ReportFacts[]>
  source(id: string): Promise<SourceView>
}

export interface Coverage {
  readonly units: readonly UnitView[]
  readonly years: readonly number[]
  /** Indicators that some report has a column for, those of the user's own included. */
  readonly indicators: readonly string[]
}

/** Where a number comes from, down to its cells. */
export interface Trace {
  readonly unit: UnitView
  readonly year: number
  readonly item: string
  readonly value:
    | Cell
    | {
        readonly kind:
          | 'noReport'
          | 'notExisting'
          | 'notComputable'
          | 'zeroDenominator'
          | 'smallBase'
          | 'otherExtent'
      }
  /** One for an indicator; every operand for a measure. */
  readonly cells: readonly TracedCell[]
  /** Of the report; null where there is none. */
  readonly facts: ReportFacts | null
}

export interface TracedCell {
  readonly indicator: string
  /** For 同比 there are cells of two years. */
  readonly year: number
  readonly cell: Cell
  /** As written in the source; empty for a cell that no source has. */
  readonly raw: string
  readonly place: Place | null
  readonly source: string | null
  readonly batch: Pick<Batch, 'id' | 'at' | 'by' | 'kind'> | null
  /** Only where a correction by hand counts: why, and what the imports say. */
  readonly correction?: TracedCorrection
}

export interface TracedCorrection {
  readonly reason: string
  readonly before: Cell
  /** As written in the source of the import; null where no import has the cell. */
  readonly raw: string
  readonly place: Place | null
  readonly source: string | null
}

export interface SourceView extends KeptSource {
  readonly id: string
  readonly size: number
}
