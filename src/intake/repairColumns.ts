/** Headings of the two columns that a file of offending rows has beside its original ones. */
export const REPAIR_KEY = '定位键（请勿改动）'
export const REPAIR_REASON = '问题（改好后放回）'

/** Whether a heading is one of ours, which holds no figure and names nothing. */
export function isRepairHeading(text: string): boolean {
  const written = text.trim()
  return written === REPAIR_KEY || written === REPAIR_REASON
}

/** A row of an earlier file, and the row that stands for it now. */
export interface RepairedRow {
  /** The first characters of the id of the source. */
  readonly source: string
  readonly sheet: string
  readonly row: number
  /** Where it stands in the repaired file. */
  readonly ownSheet: string
  readonly ownRow: number
}

const SOURCE_CHARACTERS = 16
const KEY = /^([0-9a-f]{16})#(\d{1,7})#(.*)$/su

/** What leads from a row of a repaired file back to the row that it replaces. */
export function repairKey(source: string, sheet: string, row: number): string {
  return `${source.slice(0, SOURCE_CHARACTERS)}#${row}#${sheet}`
}

/** The row that a key speaks of; null for any other text. */
export function parseRepairKey(text: string): Pick<RepairedRow, 'source' | 'sheet' | 'row'> | null {
  const [, source, row, sheet = ''] = KEY.exec(text.trim()) ?? []
  return source === undefined ? null : { source, sheet, row: Number(row) }
}

/** Whether a source is the one that a key speaks of. */
export function isKeyOf({ source }: Pick<RepairedRow, 'source'>, id: string): boolean {
  return id.startsWith(source)
}
