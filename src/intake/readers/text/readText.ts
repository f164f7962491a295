import type { Grid, Prose, SourceDocument } from '../../document'

/** A rule of a Markdown table or a line drawn with dashes. */
const rule = /^[\s|:+=_—-]*[-=—_]{3,}[\s|:+=_—-]*$/

/**
 * Plain text, or text with Markdown: one grid of all lines, so that a table that fell apart into a cell
 * a line can still be put together, and the lines that are no table rows as prose. Cells are parted by
 * tabs, by pipes, by runs of two and more spaces between short texts, or, as text copied from a PDF has them,
 * by single spaces before figures.
 */
export function readText(
  text: string,
  file: string,
): Pick<SourceDocument, 'file' | 'kind' | 'grids' | 'prose'> {
  const lines = text.split(/\r\n|\r|\n/)
  const isSpaced = lines.filter((line) => SPACED_ROW.test(line)).length >= FEWEST_SPACED
  const rows: string[][] = []
  const numbers: number[] = []
  const prose: Prose[] = []
  lines.forEach((line, at) => {
    if (line.trim() === '' || (rule.test(line) && !/[\p{L}\p{N}]/u.test(line))) return
    const cells = (isSpaced ? spacedCells(line) : null) ?? cellsOf(line)
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
