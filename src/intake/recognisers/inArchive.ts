import { PROSE_TABLE, type SourceDocument } from '../document'

/** Between a file in an archive and its table. */
const SEPARATOR = ' / '

/** In an archive, the file inside belongs to the place of a cell as a sheet does. */
export function nameInArchive(document: SourceDocument): SourceDocument {
  const { file } = document
  const grids = document.grids.map((grid) => ({
    ...grid,
    name: grid.name === '' ? file : `${file}${SEPARATOR}${grid.name}`,
  }))
  return { ...document, grids, proseTable: `${file}${SEPARATOR}${PROSE_TABLE}` }
}

/** The file of an archive that a table belongs to, by its name in places; null outside of archives. */
export function documentOfTable(table: string): string | null {
  const end = table.lastIndexOf(SEPARATOR)
  return end < 0 ? null : table.slice(0, end)
}
