import { tokenise } from './tokenise'

/** How a text table is written. */
export interface Dialect {
  readonly delimiter: string
  readonly quote: '"' | "'"
  /** What makes a quote inside quotes a character: itself doubled, or a backslash. */
  readonly escape: '"' | "'" | '\\'
  /** A space after every delimiter belongs to the dialect, not to the cell. */
  readonly skipSpace: boolean
  /** Cells in most rows. */
  readonly columns: number
  /** The first line is `sep=…`: it names the delimiter and is no data. */
  readonly sepLine: boolean
  /** Share of the sampled rows that have `columns` cells, 0 to 1. */
  readonly consistency: number
  /** Another delimiter that fits nearly as well. */
  readonly rival: string | null
}

/** Likeliest last among equals comes first: a tab hardly ever stands in a cell, a comma often. */
const delimiters = ['\t', '|', ';', ',', '，'] as const
const sampleCharacters = 64 * 1024

interface Candidate {
  readonly delimiter: string
  readonly columns: number
  readonly rows: number
  readonly consistency: number
  readonly score: number
}

/** Finds the dialect of a table from the beginning of its text. Always answers; see `consistency`. */
export function detectDialect(text: string): Dialect {
  const named = /^sep=([^\r\n])(?:\r\n|\r|\n|$)/i.exec(text)
  const beginning = sample(named === null ? text : text.slice(named[0].length))
  const lines = beginning.split(/\r\n|\r|\n/)
  const quotes = quoteMarks(lines)
  const best = named?.[1] === undefined ? bestDelimiter(beginning, quotes) : null
  const delimiter = named?.[1] ?? best?.delimiter ?? ','
  const measured = measure(beginning, delimiter, quotes)
  return {
    delimiter,
    quote: quotes,
    escape: quotes,
    skipSpace: hasSpaceAfter(lines, delimiter),
    columns: measured.columns,
    sepLine: named !== null,
    consistency: measured.consistency,
    rival: best?.rival ?? null,
  }
}

/** The first lines, whole ones. */
function sample(text: string): string {
  const lines =
    /^(?:[^\r\n]*(?:\r\n|\r|\n)){0,200}/.exec(text.slice(0, sampleCharacters))?.[0] ?? ''
  if (lines === '') return text.slice(0, sampleCharacters)
  return text.length > sampleCharacters ? lines : text.slice(0, sampleCharacters)
}

function bestDelimiter(
  text: string,
  quote: '"' | "'",
): (Candidate & { readonly rival: string | null }) | null {
  const candidates = delimiters.map((delimiter) => measure(text, delimiter, quote))
  const best = highest(candidates.filter(({ columns }) => columns > 1))
  if (best === null) return spaceDelimited(text, quote)
  const rivals = candidates.filter(
    (candidate) => candidate !== best && candidate.score >= best.score * 0.8,
  )
  return { ...best, rival: highest(rivals)?.delimiter ?? null }
}

/** Only for a table that nothing else divides and that spaces divide evenly. */
function spaceDelimited(
  text: string,
  quote: '"' | "'",
): (Candidate & { readonly rival: null }) | null {
  const spaced = measure(text, ' ', quote)
  const isTable = spaced.rows > 1 && spaced.columns > 2 && spaced.consistency === 1
  return isTable ? { ...spaced, rival: null } : null
}

function highest(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null
  for (const candidate of candidates) {
    if (best === null || candidate.score > best.score) best = candidate
  }
  return best
}

function measure(text: string, delimiter: string, quote: '"' | "'"): Candidate {
  const widths = widthsOf(text, delimiter, quote)
  const filled = widths.filter((width) => width > 0)
  const frequency = new Map<number, number>()
  for (const width of filled) frequency.set(width, (frequency.get(width) ?? 0) + 1)
  let columns = 1
  let rows = 0
  for (const [width, count] of frequency) {
    // A title line or a note has one cell and says nothing about the table.
    const cells = width === 1 ? 0 : count * width
    if (cells > rows * columns || (cells === rows * columns && width > columns)) {
      columns = width
      rows = count
    }
  }
  if (columns === 1) rows = filled.length
  const consistency = filled.length === 0 ? 0 : rows / filled.length
  return { delimiter, columns, rows, consistency, score: consistency ** 2 * (1 - 1 / columns) }
}

/** Cells in each row. Where nothing is quoted, every delimiter and every line end is one. */
function widthsOf(text: string, delimiter: string, quote: '"' | "'"): number[] {
  if (text.includes(quote)) {
    const marks = { delimiter, quote, escape: quote, skipSpace: false, columns: 0 }
    return tokenise(text, marks).rows.map(({ length }) => length)
  }
  return text.split(/\r\n|\r|\n/).map((line) => (line === '' ? 0 : line.split(delimiter).length))
}

/** Single quotes only where they enclose whole cells and double quotes do not ('110101 is no cell). */
function quoteMarks(lines: readonly string[]): '"' | "'" {
  const enclosedBy = (quote: string): number => {
    const pattern = new RegExp(
      `(?:^|[,;\\t|，] ?)${quote}[^${quote}]*${quote}(?=$|[,;\\t|，])`,
      'g',
    )
    return lines.reduce((sum, line) => sum + (line.match(pattern)?.length ?? 0), 0)
  }
  const single = enclosedBy("'")
  return single > 1 && single > enclosedBy('"') ? "'" : '"'
}

function hasSpaceAfter(lines: readonly string[], delimiter: string): boolean {
  if (delimiter === ' ' || delimiter === '\t') return false
  let all = 0
  let spaced = 0
  for (const line of lines) {
    let at = line.indexOf(delimiter)
    while (at >= 0) {
      all += 1
      if (line[at + 1] === ' ') spaced += 1
      at = line.indexOf(delimiter, at + 1)
    }
  }
  return all > 0 && spaced / all > 0.9
}
