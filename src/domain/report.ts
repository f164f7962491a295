import type { ReportEdition } from './indicator'
import type { UnitText } from './unit'

/**
 * What a government's report covers: the whole county, or its office alone. `auxiliary` holds the
 * figures of a unit and a year that are of no report (`isAuxiliary`); it is never counted as one.
 */
export type Scope = 'whole' | 'office' | 'auxiliary'

/**
 * Why a cell holds no number: left blank; marked as not applicable (`/`, `—`, 无); text that is no
 * number; or no such cell in this edition or file.
 */
export type MissingState = 'blank' | 'notApplicable' | 'unreadable' | 'absent'

/** A blank is not a zero: a cell either holds a number or says why it holds none. */
export type Cell =
  | {
      readonly kind: 'value'
      readonly value: number
      readonly approximate: boolean
      /** Of a cell that holds a text (`addressCell`); its number then only tells it from others. */
      readonly text?: string
    }
  | { readonly kind: MissingState }

/** A report as it travels outside the columns: in JSON, on the command line, from one document. */
export interface Report {
  readonly unit: UnitText
  readonly year: number
  readonly scope: Scope
  readonly edition: ReportEdition
  /** By indicator id; an indicator that is not here is `absent`. Prose figures included. */
  readonly cells: ReadonlyMap<string, Cell>
  /** The text of unreadable cells, by indicator id. */
  readonly raw?: ReadonlyMap<string, string>
}
