import { gridPart, type SourceDocument } from '../../document'
import { documentLines } from './documentLines'
import { readForm } from './readForm'
import { fullTitles } from './reportTitle'

/** A line that stands more often, on every page say, is no title of a report. */
const MOST_TITLES = 2

/** Where something stands in a document: page and points from its top, or 0 and the line. */
type Position = readonly [page: number, within: number]

/** How the titles of a document part it. */
export type TitledParts =
  | { readonly kind: 'parted'; readonly documents: readonly SourceDocument[] }
  /** As many forms as there are, no one title has all the tables of its own. */
  | { readonly kind: 'unclear'; readonly count: number }

/**
 * The reports of a document of lines or of pages, cut where another report's title stands, within a page
 * and within a table that is told by its gaps alone. One where one is named or only one has the form.
 */
export function titledParts(document: SourceDocument): TitledParts {
  const one: TitledParts = { kind: 'parted', documents: [document] }
  const cuts = cutsOf(document)
  if (cuts.length < 2) return one
  const documents = partsAt(document, cuts)
  const forms = documents.map(({ grids }) => readForm(grids)?.tables ?? [])
  const count = forms.filter((tables) => tables.includes('3')).length
  if (count < 2) return one
  const all = readForm(document.grids)?.tables ?? []
  const isWhole = forms.every((tables) => all.every((table) => tables.includes(table)))
  return isWhole ? { kind: 'parted', documents } : { kind: 'unclear', count }
}

/** Where reports begin: links to others have no form, and belong to the report that they stand beside. */
function cutsOf(document: SourceDocument): Position[] {
  const titles = titlesOf(document)
  if (titles.length < 2) return titles
  const hasForm = partsAt(document, titles).map(({ grids }) => readForm(grids) !== null)
  return titles.filter(
    (_, at) => at === 0 || (hasForm[at - 1] === true && hasForm.slice(at).includes(true)),
  )
}

function partsAt(document: SourceDocument, cuts: readonly Position[]): SourceDocument[] {
  return cuts.map((from, at) => stretch(document, at === 0 ? START : from, cuts[at + 1] ?? END))
}

const START: Position = [-1, 0]
const END: Position = [Infinity, 0]

/** Where the titles of different reports begin. */
function titlesOf(document: SourceDocument): Position[] {
  const lines = documentLines(document)
  const found = fullTitles(lines)
  const counts = new Map<string, number>()
  for (const { text } of found) counts.set(text, (counts.get(text) ?? 0) + 1)
  const titles = found.filter(({ text }) => (counts.get(text) ?? 0) <= MOST_TITLES)
  return titles.flatMap(({ unit, year, at }, index): Position[] => {
    const before = titles[index - 1]
    return before?.unit === unit && before.year === year ? [] : [proseAt(document, at)]
  })
}

function stretch(document: SourceDocument, from: Position, until: Position): SourceDocument {
  const isHere = (at: Position) => isBefore(at, until) && !isBefore(at, from)
  const prose = document.prose.flatMap((_, at) => (isHere(proseAt(document, at)) ? [at] : []))
  const parts = document.grids.flatMap((grid, at) => {
    const rows = grid.rows.flatMap((_, row) => (isHere(rowAt(document, at, row)) ? [row] : []))
    const [first] = rows
    return first === undefined ? [] : [{ at, grid: gridPart(grid, first, first + rows.length) }]
  })
  const { positions } = document
  const own = <T>(all: readonly T[], places: readonly number[]) =>
    all.filter((_, at) => places.includes(at))
  return {
    ...document,
    prose: own(document.prose, prose),
    grids: parts.map(({ grid }) => grid),
    ...(positions === undefined
      ? {}
      : {
          positions: {
            ...positions,
            // By the rows of the whole grid, as its row numbers are.
            cells: own(
              positions.cells,
              parts.map(({ at }) => at),
            ),
            lines: own(positions.lines, prose),
          },
        }),
  }
}

function proseAt({ prose, positions }: SourceDocument, at: number): Position {
  const [line] = positions?.lines[at] ?? []
  if (line !== undefined) return [line.page, line.box.y]
  return [prose[at]?.page ?? 0, prose[at]?.line ?? 0]
}

function rowAt({ grids, positions }: SourceDocument, at: number, row: number): Position {
  const grid = grids[at]
  const boxes = positions?.cells[at]?.[row]
  if (boxes !== undefined)
    return [grid?.page ?? 0, Math.min(...boxes.map(({ y, height }) => y + height / 2))]
  return [grid?.page ?? 0, grid?.rowNumbers?.[row] ?? row + 1]
}

function isBefore([page, within]: Position, [otherPage, otherWithin]: Position): boolean {
  return page < otherPage || (page === otherPage && within < otherWithin)
}
