/**
 * What a reader takes at most. Above it a file is refused at once with the limit in the finding;
 * columns and cell length are Excel's own limits, so that anything a spreadsheet holds fits.
 */
export const limits = {
  /** Bytes of one text file that is read into cells. */
  textBytes: 256 * 2 ** 20,
  columns: 16_384,
  rows: 1_048_576,
  cells: 16_000_000,
  cellLength: 32_767,
  jsonDepth: 100,
  /** A tree with places takes some ten times its text. */
  jsonCharacters: 64 * 2 ** 20,
  workbookBytes: 64 * 2 ** 20,
  archiveBytes: 100 * 2 ** 20,
  archiveEntries: 1_000,
  archiveDepth: 3,
  /** Unpacked to packed; small files may pass it. */
  archiveRatio: 100,
  /** Places listed of one kind of fault in one file; the rest are counted. */
  findingsOfOneKind: 50,
} as const
