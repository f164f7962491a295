import type { Grid, Prose, SourceDocument } from '../../document'

/** A rule of a Markdown table or a line drawn with dashes. */
const rule = /^[\s|:+=_—-]*[-=—_]{3,}[\s|:+=_—-]*$/

/**
 * Plain text, or text with Markdown: one grid of all lines, so that a table that fell apart into a cell
 * a line can still be put together, and the lines that are no table rows as prose. Cells are parted by
 * tabs, by pipes, or by runs of two and more spaces between short texts.
 */
export function readText(
  text: string,
  file: string,
): Pick<SourceDocument, 'file' | 'kind' | 'grids' | 'prose'> {
  const rows: string[][] = []
  const numbers: number[] = []
  const prose: Prose[] = []
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    if (line.trim() === '' || (rule.test(line) && !/[\p{L}\p{N}]/u.test(line))) return
    const cells = cellsOf(line)
    rows.push(cells)
    numbers.push(at + 1)
    if (cells.length === 1) prose.push({ text: plain(line), line: at + 1 })
  })
  const grid: Grid = { name: '', rows, rowNumbers: Uint32Array.from(numbers) }
  return { file, kind: 'text', grids: rows.length > 0 ? [grid] : [], prose }
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
