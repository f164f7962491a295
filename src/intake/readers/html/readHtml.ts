import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Grid, Prose, SourceDocument } from '../../document'
import { hiddenFindings, type HiddenSpans } from '../excel/hidden/hiddenSpans'
import { headStatements } from './head'
import { readText } from '../text/readText'
import { markHiddenClasses } from './hiddenClasses'
import {
  isAside,
  isBlock,
  isElement,
  isHidden,
  PICTURE,
  setLines,
  tidy,
  type Element,
} from './text'
import { framesElsewhere, inlineFrame } from './frames'
import { readTable } from './table'

/**
 * A page as saved from a site: every table a grid in document order (a table inside a table is one of
 * its own), all other visible text as prose, a block a line. A page without tables that sets figures
 * in blocks, or rows of them in lines set as typed (`pre`), is one grid of all its lines, as a text is. What
 * a frame shows is read where the page itself has it. Never fails: any text is some HTML.
 */
export function readHtml(
  text: string,
  file: string,
): Pick<SourceDocument, 'file' | 'kind' | 'grids' | 'prose' | 'proseBefore' | 'head' | 'findings'> {
  const walk = new Walk()
  const page = parse(text)
  markHiddenClasses(page)
  walk.into(page)
  walk.endLine()
  const { grids, prose, proseBefore } = walk
  const head = headStatements(page)
  const lines = walk.hasTables ? null : gridOfLines(prose, walk.typed)
  if (lines !== null) return { file, kind: 'html', grids: [lines], prose, head, findings: [] }
  const named = withOwnNames(grids)
  const findings = named.flatMap(({ name, rows }, at) =>
    hiddenFindings({ file, table: name }, rows, walk.hidden[at] ?? { rows: [], columns: [] }),
  )
  if (grids.length === 0) findings.push(...framesElsewhere(page, file))
  return { file, kind: 'html', grids: named, prose, proseBefore, head, findings }
}

/** As many figures as the smallest table of the form has: fewer, alone in their lines, are no table. */
const FEWEST_FIGURES = 15

function gridOfLines(prose: readonly Prose[], typed: ReadonlyMap<number, string>): Grid | null {
  const figures = prose.filter(({ text }) => /^[+-]?\d[\d.,]*$/.test(text))
  const grid = gridOfTyped(prose, typed)
  if (figures.length < FEWEST_FIGURES) return grid
  const rowNumbers = Uint32Array.from(prose, ({ line }) => line)
  return grid ?? { name: '', rows: prose.map(({ text }) => [text]), rowNumbers }
}

/** Fewer rows of figures are a list in a text. */
const FEWEST_ROWS = 5

/** Lines with their cells as a text has them; null where few of them are rows of figures. */
function gridOfTyped(prose: readonly Prose[], typed: ReadonlyMap<number, string>): Grid | null {
  const lines = prose.map(({ text, line }) => typed.get(line) ?? text)
  const [grid] = readText(lines.join('\n'), '').grids
  const rows = grid?.rows.filter(
    (cells) => cells.filter((text) => /^[+-]?\d/.test(text)).length > 1,
  )
  if (grid === undefined || (rows?.length ?? 0) < FEWEST_ROWS) return null
  return {
    ...grid,
    rowNumbers: Uint32Array.from(grid.rowNumbers ?? [], (at) => prose[at - 1]?.line ?? at),
  }
}

/** Longer lines are sentences, no captions. */
const LONGEST_CAPTION = 30

/**
 * A table is called by the line before it, or by its number where that is none or not its alone. In
 * the places of an archive ` / ` parts the file from the table, so no name has it.
 */
function withOwnNames(found: readonly Grid[]): Grid[] {
  const grids = found.map((grid) => ({ ...grid, name: grid.name.replaceAll(' / ', '／') }))
  const counts = new Map<string, number>()
  for (const { name } of grids) counts.set(name, (counts.get(name) ?? 0) + 1)
  return grids.map((grid, at) => {
    const isOwn = grid.name !== '' && counts.get(grid.name) === 1
    return isOwn && grid.name.length <= LONGEST_CAPTION ? grid : { ...grid, name: `表格 ${at + 1}` }
  })
}

class Walk {
  readonly grids: Grid[] = []
  readonly prose: Prose[] = []
  readonly proseBefore: number[] = []
  readonly hidden: HiddenSpans[] = []
  /** Lines set as typed, by their number: with the tabs and gaps that part their cells. */
  readonly typed = new Map<number, string>()
  hasTables = false
  #line = ''

  into(parent: DefaultTreeAdapterTypes.ParentNode): void {
    for (const node of parent.childNodes) {
      if (node.nodeName === '#text' && 'value' in node) this.#line += node.value
      else if (isElement(node)) this.#element(node)
    }
  }

  endLine(): void {
    const text = tidy(this.#line)
    this.#line = ''
    if (text !== '') this.prose.push({ text, line: this.prose.length + 1 })
  }

  #element(element: Element): void {
    if (isHidden(element) || isAside(element)) return
    if (element.tagName === 'br') {
      this.endLine()
    } else if (element.tagName === 'iframe') {
      const inside = inlineFrame(element)
      if (inside !== null) this.into(inside)
    } else if (element.tagName === 'pre') {
      this.endLine()
      this.#typedLines(element)
    } else if (element.tagName === 'table') {
      this.endLine()
      this.#table(element)
    } else if (isBlock(element)) {
      this.endLine()
      this.into(element)
      this.endLine()
    } else this.into(element)
  }

  /** Text set as typed; rows of figures in it are a table of the page. */
  #typedLines(element: Element): void {
    const first = this.prose.length
    for (const text of setLines(element)) {
      this.#line = text
      this.endLine()
      const own = this.prose.at(-1)
      if (own !== undefined) this.typed.set(own.line, text)
    }
    const grid = gridOfTyped(this.prose.slice(first), this.typed)
    if (grid === null) return
    this.grids.push(grid)
    this.hidden.push({ rows: [], columns: [] })
    this.proseBefore.push(this.prose.length)
  }

  /** A table that only lays out the page has one cell a row, with tables or paragraphs inside. */
  #table(table: Element): void {
    const inner = innerTables(table)
    const { grid, hidden } = readTable(table, this.prose.at(-1)?.text ?? '')
    const isLayout = inner.length > 0 && grid.rows.every((row) => row.filter(isFilled).length <= 1)
    if (isLayout) this.into(table)
    else {
      if (grid.rows.some((row) => row.some(isFilled))) {
        this.hasTables = true
        this.grids.push(grid)
        this.hidden.push(hidden)
        this.proseBefore.push(this.prose.length)
      }
      for (const each of inner) this.#table(each)
    }
  }
}

function isFilled(text: string): boolean {
  return text !== '' && text !== PICTURE
}

/** Tables directly inside the cells of a table, not those inside these. */
function innerTables(parent: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return parent.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'table') return [child]
    return innerTables(child)
  })
}
