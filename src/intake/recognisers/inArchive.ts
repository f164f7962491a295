import { PROSE_TABLE, type SourceDocument } from '../document'

/** In an archive, the file inside belongs to the place of a cell as a sheet does. */
export function nameInArchive(document: SourceDocument): SourceDocument {
  const { file } = document
  const grids = document.grids.map((grid) => ({
    ...grid,
    name: grid.name === '' ? file : `${file} / ${grid.name}`,
  }))
  return { ...document, grids, proseTable: `${file} / ${PROSE_TABLE}` }
}
