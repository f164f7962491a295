/** A sheet of texts; the first row is the heading. */
export interface TextSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** Sheet names have 31 characters at most, and none of these. */
const FORBIDDEN = /[\\/?*[\]:]/gu

/**
 * An XLSX of text cells: nothing in it is a formula, and codes keep their leading zeros. The library
 * is loaded on first use.
 */
export async function toXlsx(sheets: readonly TextSheet[]): Promise<Uint8Array> {
  const library = await import('@e965/xlsx')
  const workbook = library.utils.book_new()
  for (const [at, { name, rows }] of sheets.entries()) {
    const cells = rows.map((row) => row.map((text) => ({ t: 's' as const, v: text })))
    const sheet = library.utils.aoa_to_sheet(cells)
    library.utils.book_append_sheet(workbook, sheet, sheetName(name, at))
  }
  const bytes = library.write(workbook, { type: 'array', bookType: 'xlsx', compression: true }) as
    ArrayBuffer | Uint8Array
  return new Uint8Array(bytes)
}

function sheetName(name: string, at: number): string {
  const allowed = name.replaceAll(FORBIDDEN, ' ').trim().slice(0, 27)
  return allowed === '' ? `Sheet${at + 1}` : allowed
}
