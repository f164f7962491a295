import type { SourceDocument } from '../document'
import { LongTables } from './long'
import { arePartsOfReports } from './partTables'
import type { RecogniseContext, Recognised } from './recognition'
import type { ReportKeys } from './reportKeys'
import { findHeader } from './tableHeader'
import { WideTables } from './wide'

/**
 * The wide and long tables of a document; what each is, its headers say. Null (with findings) when
 * no grid has a header with a unit and a year.
 */
export function recogniseTables(
  document: SourceDocument,
  keys: ReportKeys,
  context: RecogniseContext,
): Recognised | null {
  const isText = ['csv', 'text', 'clipboard'].includes(document.kind)
  const areParts = arePartsOfReports(document.grids, isText, context)
  if (areParts) {
    const { file, findings } = context
    findings.add({ code: 'tables-joined', severity: 'info', place: { file } })
  }
  const wide = new WideTables(context, keys, areParts)
  const long = new LongTables(context, keys)
  let layout: Recognised['layout'] | null = null
  for (const grid of document.grids) {
    let header = findHeader(grid, 0, context, true)
    while (header !== null) {
      const isLong = header.keys.has('indicator')
      layout ??= isLong ? 'long' : 'wide'
      const end = (isLong ? long : wide).read(grid, header, isText)
      header = end < grid.rows.length ? findHeader(grid, end, context, true) : null
    }
  }
  if (layout === null) return null
  return {
    layout,
    columns: [...wide.mappings, ...long.mappings],
    segments: [...wide.segments(), ...long.segments()],
    rows: wide.rows + long.rows,
    reports: wide.reports + long.reports,
  }
}
