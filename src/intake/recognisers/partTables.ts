import type { Grid } from '../document'
import { FindingList } from '../readers/findings'
import { isHeaderRow } from './keyColumns'
import { mapColumns } from './mapColumns'
import { MergedKeys } from './mergedKeys'
import type { RecogniseContext } from './recognition'
import { ReportKeys } from './reportKeys'
import { findHeader, rowNumber, type TableHeader } from './tableHeader'
import { TableRows } from './tableRows'
import { namedColumns } from './wide'

interface Table {
  readonly grid: Grid
  readonly header: TableHeader
  /** Row of the grid, from 0, behind its last one. */
  readonly until: number
  readonly indicators: ReadonlySet<string>
}

/**
 * Whether the wide tables of a document (beside or below each other, a sheet each) are parts of the same
 * reports: some speak of the same units and years, and none of these have a figure in common.
 */
export function arePartsOfReports(
  grids: readonly Grid[],
  isText: boolean,
  context: RecogniseContext,
): boolean {
  const aside = { ...context, findings: new FindingList() }
  const tables = grids.flatMap((grid) => tablesIn(grid, isText, aside))
  const pairs = tables.flatMap((table, at) =>
    tables
      .slice(at + 1)
      .map((other) => ({ table, other, isApart: !haveCommon(table.indicators, other.indicators) })),
  )
  if (!pairs.some(({ isApart }) => isApart)) return false
  const keys = new ReportKeys(aside)
  const reports = new Map(tables.map((table) => [table, reportsIn(table, keys, aside)]))
  const shared = pairs.filter(({ table, other }) =>
    haveCommon(reports.get(table) ?? NONE, reports.get(other) ?? NONE),
  )
  return shared.length > 0 && shared.every(({ isApart }) => isApart)
}

const NONE: ReadonlySet<string> = new Set()

function haveCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((each) => b.has(each))
}

function tablesIn(grid: Grid, isText: boolean, context: RecogniseContext): Table[] {
  const found: Table[] = []
  let header = findHeader(grid, 0, context, true)
  while (header !== null) {
    const { firstDataRow, row, keys, moneyUnit } = header
    const below = grid.rows.findIndex((cells, at) => at >= firstDataRow && isHeaderRow(cells))
    const until = below < 0 ? grid.rows.length : below
    if (!keys.has('indicator')) {
      const at = { sheet: grid.name, row: rowNumber(grid, row), moneyUnit }
      const { figures } = mapColumns(namedColumns(grid, header, isText), at, context)
      const indicators = new Set(figures.map(({ indicator }) => indicator))
      if (indicators.size > 0) found.push({ grid, header, until, indicators })
    }
    header = below < 0 ? null : findHeader(grid, until, context, true)
  }
  return found
}

/** The reports that the rows of a table speak of. */
function reportsIn(
  { grid, header, until }: Table,
  keys: ReportKeys,
  context: RecogniseContext,
): Set<string> {
  const rows = new TableRows(context, keys, header, grid.name)
  rows.takeYearEnds(grid, header.firstDataRow)
  const merged = new MergedKeys(grid, header.keys, context)
  const heads = grid.rows.slice(header.firstDataRow, until).map((written, at) => {
    const cells = merged.in(header.firstDataRow + at, written)
    return rows.head(rows.texts(cells), header.firstDataRow + at + 1, () => cells, Infinity)
  })
  return new Set(
    heads.flatMap((head) => (head === null ? [] : [`${head.unit} ${head.year} ${head.scope}`])),
  )
}
