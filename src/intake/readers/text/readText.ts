import type { Grid, Prose, SourceDocument } from '../../document'

/** What a mail sets before every line that it quotes. */
const QUOTED = /^(?:\s*>[ \u00a0]?)+/u

/** A rule of a Markdown table or a line drawn with dashes. */
const rule = /^[\s|:+=_—-]*[-=—_]{3,}[\s|:+=_—-]*$/

/**
 * Plain text, or text with Markdown: one grid of all lines, so that a table that fell apart into a cell
 * a line can still be put together, and the lines that are no table rows as prose. Cells are parted by
 * tabs, by pipes, by runs of two and more spaces between short texts, by commas where many rows have seven
 * figures so, or, as text copied from a PDF has them, by single spaces before figures.
 */
export function readText(
  text: string,
  file: string,
): Pick<SourceDocument, 'file' | 'kind' | 'grids' | 'prose'> {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(QUOTED, ''))
  const comma = COMMAS.find((each) => each.isIn(lines))
  const isSpaced = lines.filter((line) => SPACED_ROW.test(line)).length >= FEWEST_SPACED
  const rows: string[][] = []
  const numbers: number[] = []
  const prose: Prose[] = []
  lines.forEach((line, at) => {
    if (line.trim() === '' || (rule.test(line) && !/[\p{L}\p{N}]/u.test(line))) return
    const cells = comma?.cells(line) ?? (isSpaced ? spacedCells(line) : null) ?? cellsOf(line)
    rows.push(cells)
    numbers.push(at + 1)
    if (cells.length === 1) prose.push({ text: plain(line), line: at + 1 })
  })
  const grid: Grid = { name: '', rows, rowNumbers: Uint32Array.from(numbers) }
  return { file, kind: 'text', grids: rows.length > 0 ? [grid] : [], prose }
}

const VALUE = '(?:[+-]?\\d[\\d,.]*|[/—-])'
/** A label with the seven figures of table 三 behind it. */
const SPACED_ROW = new RegExp(`^[^\\t|]*\\p{Script=Han}[^\\t|]*(?:[ \\u3000]${VALUE}){7}\\s*$`, 'u')
/** So many make a text one of tables set with spaces. */
const FEWEST_SPACED = 5
const SPACED = new RegExp(
  `^(?<label>[^\\t|。；]*?)(?<values>(?:(?:^|[ \\u3000]+)${VALUE})+)\\s*$`,
  'u',
)

/** The words and figures of a row that is set with single spaces; null: the line is no such row. */
function spacedCells(line: string): string[] | null {
  const { label = '', values = '' } = SPACED.exec(line.trim())?.groups ?? {}
  if (values === '') return null
  return `${label} ${values}`
    .trim()
    .split(/[ \u3000]+/u)
    .map(plain)
}

const LONGEST_HEADER = 15

/** Rows whose cells are parted by one kind of comma. */
class Commas {
  readonly #comma: string
  readonly #row: RegExp
  readonly #figures: RegExp

  constructor(comma: string) {
    const figure = '\\s*(?:[+-]?\\d+(?:\\.\\d+)?%?|[/—-])\\s*'
    this.#comma = comma
    this.#row = new RegExp(`^[^\\t|]*\\p{Script=Han}[^\\t|]*(?:${comma}${figure}){7}$`, 'u')
    this.#figures = new RegExp(
      `^(?<label>[^\\t|。]*?)(?<figures>(?:${comma}(?:${figure}|\\s*))+)$`,
      'u',
    )
  }

  /** Whether many lines of a text are a label and the seven figures of table 三. */
  isIn(lines: readonly string[]): boolean {
    return lines.filter((line) => this.#row.test(line)).length >= FEWEST_SPACED
  }

  /** The words and figures of a row, or the words of its header; null: the line is neither. */
  cells(line: string): string[] | null {
    if (line.includes('\t') || line.includes('|')) return null
    const bare = /^[\s\d+.%/—-]+$/u.test(line.replaceAll(this.#comma, ''))
    const { label = '', figures = '' } = bare
      ? { figures: this.#comma + line }
      : (this.#figures.exec(line.trim())?.groups ?? {})
    if (figures !== '')
      return [...(bare ? [] : this.#labels(label)), ...figures.split(this.#comma).slice(1)].map(
        plain,
      )
    const words = line.split(this.#comma).map(plain)
    const isHeader =
      words.length > 2 &&
      words.every((word) => word.length <= LONGEST_HEADER && !/[。；：:]/u.test(word))
    return isHeader ? words : null
  }

  /** A label in quotes is one, whatever commas it has. */
  #labels(text: string): string[] {
    const quoted = /(?:^|[,，;；])\s*"(?<last>[^"]*)"\s*$/u.exec(text)
    if (quoted === null) return text.split(this.#comma)
    const { last = '' } = quoted.groups ?? {}
    const before = text.slice(0, quoted.index)
    return [...(before === '' ? [] : before.split(this.#comma)), last]
  }
}

const COMMAS = [',', '，', ';', '；'].map((comma) => new Commas(comma))

function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map(plain)
  if (line.includes('|')) {
    const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '')
    return inner.split('|').map(plain)
  }
  const parts = line.trim().split(/\s{2,}/)
  const isTable = parts.length > 1 && parts.every((part) => !/[。；]/.test(part))
  return (isTable ? parts : [line]).map(plain)
}

/** Without the marks of Markdown: headings, emphasis. */
function plain(text: string): string {
  return text
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/\*\*|__/g, '')
    .trim()
}
