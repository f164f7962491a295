import { shortLabel } from '@/domain/catalogue'
import type { Finding } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import type { SourceReport, TakenCount } from '@/engine/documentProtocol'
import { placeText } from '@/wording/placeText'
import { offerId } from './marks'

/** A count in the text that no indicator is meant for, as it is offered. */
export interface Offer {
  readonly id: string
  readonly name: string
  readonly unit: string
  /** `30 个领域…`, as written. */
  readonly phrase: string
  readonly sentence: string
  readonly where: string
  readonly finding: Finding
  /** The indicator under which it is kept, and its name; null: it is not. */
  readonly taken: string | null
  readonly takenName: string
}

/** The counts that findings offer, and which of them the report keeps already. */
export function offersOf(
  findings: readonly Finding[],
  report: SourceReport | null,
): readonly Offer[] {
  return findings
    .filter(({ code }) => code === 'prose-counted')
    .map((finding) => {
      const { detail, raw = '', place } = finding
      const taken = report?.cells.find(
        (cell) =>
          cell.indicator.startsWith('custom.') &&
          cell.place?.row === place.row &&
          cell.place?.column === place.column,
      )?.indicator
      return {
        id: offerId(finding),
        name: String(detail?.['name'] ?? ''),
        unit: String(detail?.['unit'] ?? ''),
        phrase: raw,
        sentence: String(detail?.['sentence'] ?? ''),
        where: placeText(place),
        finding,
        taken: taken ?? null,
        takenName: taken === undefined ? '' : shortLabel(taken),
      }
    })
}

/** What is kept of an offered count, under a name and a unit; null where its number is not known. */
export function countOf({ finding }: Offer, name: string, unit: string): TakenCount | null {
  const { detail, place } = finding
  const value = detail?.['value']
  if (typeof value !== 'number') return null
  const approximate = detail?.['approximate'] !== undefined
  const cell: Cell = { kind: 'value', value, approximate }
  return { name, unit, cell, raw: String(detail?.['sentence'] ?? ''), place }
}
