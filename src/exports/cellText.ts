import { isInEdition } from '@/domain/catalogue'
import type { ReportEdition } from '@/domain/indicator'
import { publicationText } from '@/domain/publication'
import type { Cell } from '@/domain/report'
import {
  ABSENT_TEXT,
  APPROXIMATE_TEXT,
  BLANK_TEXT,
  NOT_APPLICABLE_TEXT,
  parseCell,
  type CellMeasure,
} from '@/intake/parseCell'
import { exactText } from '@/wording/numbers'

/** Written for an unreadable cell whose text is not known; it reads back as unreadable. */
const UNREADABLE_TEXT = '不可读'

export interface CellWriting {
  readonly indicator: string
  readonly measure: CellMeasure
  readonly edition: ReportEdition
  /** The text of an unreadable cell, where it is known. */
  readonly raw?: string | undefined
}

/**
 * A cell in the conventions of the canonical files (DESIGN §6): what `parseCell` reads back to the
 * same cell in a report of that edition.
 */
export function cellText(cell: Cell, { indicator, measure, edition, raw }: CellWriting): string {
  switch (cell.kind) {
    case 'value':
      if (measure.kind === 'address') return cell.text ?? UNREADABLE_TEXT
      if (measure.kind === 'date') return publicationText(cell.value)
      return (cell.approximate ? APPROXIMATE_TEXT : '') + exactText(cell.value).replaceAll(',', '')
    case 'blank':
      return isInEdition(indicator, edition) ? '' : BLANK_TEXT
    case 'absent':
      return isInEdition(indicator, edition) ? ABSENT_TEXT : ''
    case 'notApplicable':
      return NOT_APPLICABLE_TEXT
    case 'unreadable':
      return raw !== undefined && parseCell(raw, measure).cell.kind === 'unreadable'
        ? raw
        : UNREADABLE_TEXT
  }
}
