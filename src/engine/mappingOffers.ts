import type { HeaderAnswer, RememberedMapping } from '@/data/rememberedMapping'
import type { ColumnMapping, FileDraft } from '@/intake/draft'
import { headerKey } from '@/intake/fileAnswers'

type MappedFile = Pick<FileDraft, 'layout' | 'columns' | 'answers'>

/** What was said of a file's headers, as it is remembered; null where nothing was. */
export function rememberedOf(
  { layout, columns, answers, path }: MappedFile & Pick<FileDraft, 'path'>,
  facts: Pick<RememberedMapping, 'at' | 'by'>,
): RememberedMapping | null {
  const said = answers?.headers ?? []
  if (layout === null || said.length === 0) return null
  const headers = layout === 'wide' ? headersOf(columns) : said.map(keyOf).toSorted()
  return {
    id: JSON.stringify([layout, ...headers]),
    ...{ layout, headers, file: path, ...facts },
    answers: said.map((answer) => ({ ...answer, by: 'confirmed' })),
  }
}

/**
 * The remembered mapping for a file that nothing was said of yet: in a table of reports for the very
 * same headers, elsewhere (where names of figures come and go) for one all of whose names are there.
 * Null also where it would change nothing.
 */
export function offeredFor(
  { layout, columns, answers }: MappedFile,
  mappings: readonly RememberedMapping[],
): RememberedMapping | null {
  if (layout === null || mappings.length === 0 || (answers?.headers.length ?? 0) > 0) return null
  const headers = headersOf(columns)
  const alike = mappings.filter(
    (mapping) =>
      mapping.layout === layout &&
      (layout === 'wide'
        ? isSameList(mapping.headers, headers)
        : mapping.headers.every((header) => headers.includes(header))),
  )
  const [best] = alike.toSorted((a, b) => b.headers.length - a.headers.length)
  return best !== undefined && changesAnything(best, columns) ? best : null
}

/** Each header once, however many sheets have it. */
function headersOf(columns: readonly ColumnMapping[]): string[] {
  return [...new Set(columns.map(keyOf))]
}

function keyOf({ header, nth }: Pick<HeaderAnswer, 'header' | 'nth'>): string {
  return headerKey(header, nth)
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at])
}

function changesAnything(
  { answers }: RememberedMapping,
  columns: readonly ColumnMapping[],
): boolean {
  const mapped = new Map(columns.map((column) => [keyOf(column), column]))
  return answers.some((answer) => {
    const column = mapped.get(keyOf(answer))
    return column?.indicator !== answer.indicator || column.unit !== answer.unit
  })
}
