import type { PrintedCell, PrintedForm, PrintedTable } from './formTables'

/** How the page of one kind of site sets the tables, each really seen. */
export type SiteStyle =
  | 'htmlNested'
  | 'htmlCut'
  | 'htmlSpaced'
  | 'htmlRepeated'
  | 'htmlUnits'
  | 'htmlDivs'
  | 'htmlTransposed'
  | 'htmlBareFour'

export const siteStyles: readonly SiteStyle[] = [
  'htmlNested',
  'htmlCut',
  'htmlSpaced',
  'htmlRepeated',
  'htmlUnits',
  'htmlDivs',
  'htmlTransposed',
  'htmlBareFour',
]

/** The tables as such a site lays them out. */
export function siteForm(form: PrintedForm, style: SiteStyle): PrintedForm {
  switch (style) {
    case 'htmlRepeated':
      return mapTables(form, repeated)
    case 'htmlUnits':
      return { ...form, three: mapTexts(form.three, counted), four: mapTexts(form.four, counted) }
    case 'htmlTransposed':
      return { ...form, four: transposed(form.four) }
    case 'htmlBareFour':
      return { ...form, four: form.four.slice(-1) }
    default:
      return form
  }
}

/** One table in the markup of such a site. */
export function siteTable(table: PrintedTable, style: SiteStyle): string {
  switch (style) {
    case 'htmlNested':
      return `<table><tr><td><table width="100%"><tr><td align="center">${markup(table, wordCell)}</td></tr></table></td></tr></table>`
    case 'htmlCut':
      return cutInTwo(table)
        .map((half) => markup(half, escaped))
        .join('\n')
    case 'htmlSpaced':
      return markup(table, spacedCell)
    case 'htmlDivs':
      return table
        .map((row) => {
          const cells = row.map(({ text }) => `<div class="td">${escaped(text)}</div>`)
          return `<div class="tr">${cells.join('')}</div>`
        })
        .join('\n')
    default:
      return markup(table, escaped)
  }
}

function mapTables(form: PrintedForm, change: (table: PrintedTable) => PrintedTable): PrintedForm {
  return { two: change(form.two), three: change(form.three), four: change(form.four) }
}

function mapTexts(table: PrintedTable, change: (text: string) => string): PrintedTable {
  return table.map((row) => row.map((cell) => ({ ...cell, text: change(cell.text) })))
}

function markup(table: PrintedTable, inside: (text: string) => string): string {
  const rows = table.map((row) => {
    const cells = row.map(({ text, rows: tall, columns }) => {
      const spans = `${tall > 1 ? ` rowspan="${tall}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`
      return `<td${spans}>${inside(text)}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table border="1"><tbody>${rows.join('\n')}</tbody></table>`
}

/** Word's paragraphs, empty cells with a space that holds them open. */
function wordCell(text: string): string {
  const own = text === '' ? '&nbsp;' : escaped(text)
  return `<p class="MsoNormal" align="center"><span style="font-family:仿宋">${own}<o:p></o:p></span></p>`
}

/** Labels spaced out or broken to fit their column, numbers full-width with separators. */
function spacedCell(text: string): string {
  if (isNumber(text)) return fullWidth(withSeparators(text))
  if (text.length === 4) return Array.from(text, escaped).join('&nbsp;')
  const middle = Math.ceil(text.length / 2)
  return text.length < 8
    ? Array.from(text, escaped).join(' ')
    : `${escaped(text.slice(0, middle))}<br/>${escaped(text.slice(middle))}`
}

function isNumber(text: string): boolean {
  return /^[+-]?\d[\d.]*$/.test(text)
}

function withSeparators(text: string): string {
  const [whole = '', rest] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return rest === undefined ? grouped : `${grouped}.${rest}`
}

function fullWidth(text: string): string {
  return text.replace(/[\d,.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

function counted(text: string): string {
  return /^\d+$/.test(text) ? `${text}件` : text
}

/** Every row on its own: what spans rows stands again in each of them, and no cell spans rows. */
function repeated(table: PrintedTable): PrintedTable {
  return placed(table).map((row) =>
    row
      .filter(({ cell }, column) => row[column - 1]?.cell !== cell)
      .map(({ cell }) => ({ ...cell, rows: 1 })),
  )
}

/** A page break within the table: what spans it stands only above. */
function cutInTwo(table: PrintedTable): PrintedTable[] {
  const at = Math.ceil(table.length / 2)
  const above = table
    .slice(0, at)
    .map((row, line) => row.map((cell) => ({ ...cell, rows: Math.min(cell.rows, at - line) })))
  return [above, table.slice(at)].filter((half) => half.length > 0)
}

/** What was a column is a row: its labels, then its number. */
function transposed(table: PrintedTable): PrintedTable {
  const grid = placed(table)
  const width = Math.max(...grid.map(({ length }) => length))
  return Array.from({ length: width }, (_, column) =>
    grid.flatMap((row, line) => {
      const own = row[column]
      const isAgain = line > 0 && grid[line - 1]?.[column]?.cell === own?.cell
      return own === undefined || isAgain ? [] : [{ ...own.cell, rows: 1, columns: 1 }]
    }),
  )
}

/** The cell that covers each place of a table. */
function placed(table: PrintedTable): { readonly cell: PrintedCell }[][] {
  const grid: ({ cell: PrintedCell } | undefined)[][] = table.map(() => [])
  table.forEach((row, line) => {
    let column = 0
    for (const cell of row) {
      while (grid[line]?.[column] !== undefined) column++
      for (let down = line; down < Math.min(line + cell.rows, table.length); down++) {
        for (let right = column; right < column + cell.columns; right++) {
          const own = grid[down]
          if (own) own[right] = { cell }
        }
      }
      column += cell.columns
    }
  })
  return grid.map((row) => row.filter((each) => each !== undefined))
}

/** Text as markup. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
