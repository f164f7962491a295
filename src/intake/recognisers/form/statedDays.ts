import type { Finding } from '@/domain/finding'
import { publicationText } from '@/domain/publication'
import { headTable, isHeadTable, PROSE_TABLE, type SourceDocument } from '../../document'
import { documentLines } from './documentLines'
import { headDays } from './headFacts'
import type { ProseFigure } from './prose/readProse'
import { publishedOn } from './publishedOn'

/** A day of publication as a document states it, in its text or in the head of its page. */
export interface StatedDay {
  readonly figure: ProseFigure
  readonly table: string
}

/** Every statement of the day: what a reader of the page sees goes before what its head says. */
export function statedDays(document: SourceDocument): StatedDay[] {
  const { proseTable: table = PROSE_TABLE, head = [] } = document
  const seen = publishedOn(documentLines(document))
  return [
    ...(seen === null ? [] : [{ figure: seen, table }]),
    ...headDays(head).map((figure) => ({ figure, table: headTable(table) })),
  ]
}

/** That a statement names another day than the first, which is taken: with both places. */
export function daysDiffer(
  days: readonly StatedDay[],
  about: Pick<Finding, 'unit' | 'year'> & { readonly file: string },
): Finding[] {
  const [taken] = days
  const other = days.find(({ figure }) => taken && dayText(figure) !== dayText(taken.figure))
  if (taken === undefined || other === undefined) return []
  const { file, ...whose } = about
  const { figure, table } = taken
  const { line, column, page } = figure.place
  const atPage = page === undefined ? {} : { page }
  return [
    {
      code: 'form-day-conflict',
      severity: 'warning',
      place: { file, table, ...atPage, row: line, column },
      ...whose,
      indicators: [figure.indicator],
      raw: figure.sentence,
      detail: {
        ...{ taken: dayText(figure), by: placeText(taken) },
        ...{ other: dayText(other.figure), otherBy: placeText(other) },
        otherWords: other.figure.sentence,
      },
    },
  ]
}

function dayText({ cell }: ProseFigure): string {
  return cell.kind === 'value' ? publicationText(cell.value) : ''
}

function placeText({ figure, table }: StatedDay): string {
  return `${isHeadTable(table) ? '网页头' : '正文'}第 ${String(figure.place.line)} 行`
}
