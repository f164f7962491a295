import type { Grid, Prose, SourceDocument } from '../../document'
import { titleOf } from './reportTitle'

/** A stretch of a document: its text, and the grids that stand in it. */
interface Stretch {
  readonly prose: readonly Prose[]
  readonly grids: readonly (readonly [grid: Grid, before: number])[]
}

/**
 * The reports that stand below each other in a page: each begins with its title, which says whose it is
 * and of which year, and has one table 三. `isReport` and `isForm` look at grids. Null where titles and
 * tables do not go together so.
 */
export function pageParts(
  document: SourceDocument,
  isReport: (grids: readonly Grid[]) => boolean,
  isForm: (grids: readonly Grid[]) => boolean,
): SourceDocument[] | null {
  const stretches = merged(stretchesOf(document), isForm)
  const parts = stretches.map((stretch) => partOf(document, stretch))
  return parts.length > 1 && parts.every(({ grids }) => isReport(grids)) ? parts : null
}

/** Cut before every line that is a full title; links to other reports look so too. */
function stretchesOf({ prose, grids, proseBefore = [] }: SourceDocument): Stretch[] {
  const titles = prose.flatMap(({ text }, at) => (isFullTitle(text) ? [at] : []))
  const starts = [0, ...titles.filter((at) => at > 0)]
  return starts.map((from, index) => {
    const until = starts[index + 1] ?? Infinity
    const own = grids.flatMap((grid, at) => {
      const before = proseBefore[at] ?? 0
      const isHere = before > from && before <= until
      return isHere || (before === 0 && from === 0) ? [[grid, before - from] as const] : []
    })
    return { prose: prose.slice(from, until), grids: own }
  })
}

/** A stretch without tables of the form belongs to the report that follows, the last to the one before. */
function merged(stretches: readonly Stretch[], isForm: (grids: readonly Grid[]) => boolean) {
  const found: Stretch[] = []
  let ahead: Stretch = { prose: [], grids: [] }
  for (const stretch of stretches) {
    const whole = together(ahead, stretch)
    const hasForm = isForm(stretch.grids.map(([grid]) => grid))
    if (hasForm) found.push(whole)
    ahead = hasForm ? { prose: [], grids: [] } : whole
  }
  const last = found.pop()
  return last === undefined ? found : [...found, together(last, ahead)]
}

function together(first: Stretch, second: Stretch): Stretch {
  const moved = second.grids.map(([grid, before]) => [grid, before + first.prose.length] as const)
  return { prose: [...first.prose, ...second.prose], grids: [...first.grids, ...moved] }
}

function partOf(document: SourceDocument, { prose, grids }: Stretch): SourceDocument {
  return {
    ...document,
    prose,
    grids: grids.map(([grid]) => grid),
    proseBefore: grids.map(([, before]) => before),
  }
}

function isFullTitle(text: string): boolean {
  const title = titleOf(text)
  return title !== null && title.unit !== '' && title.year !== null
}
