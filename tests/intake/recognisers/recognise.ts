import type { Finding } from '@/domain/finding'
import type { Cell, Report } from '@/domain/report'
import { createUnitRegistry } from '@/domain/unitRegistry'
import type { Grid } from '@/intake/document'
import type { OpenUnit } from '@/intake/draft'
import { draftReports } from '@/intake/draftReports'
import { FindingList } from '@/intake/readers/findings'
import { ReportKeys } from '@/intake/recognisers/reportKeys'
import type { Recognised } from '@/intake/recognisers/recognition'
import { recogniseTables } from '@/intake/recognisers/tables'

export const registry = createUnitRegistry([])

export interface Outcome {
  readonly recognised: Recognised | null
  readonly openUnits: readonly OpenUnit[]
  readonly reports: readonly Report[]
  readonly findings: readonly Finding[]
}

/** Recognises rows of cells, given as lines with commas between cells. */
export function recogniseLines(lines: readonly string[], name = ''): Outcome {
  return recogniseGrids([{ name, rows: lines.map((line) => line.split(',')) }])
}

export function recogniseGrids(grids: readonly Grid[]): Outcome {
  const findings = new FindingList()
  const context = { registry, within: null, source: 'hash', file: 'a.csv', findings }
  const keys = new ReportKeys(context)
  const document = { file: 'a.csv', kind: 'csv', grids, prose: [], findings: [] } as const
  const recognised = recogniseTables(document, keys, context)
  const openUnits = keys.openUnits()
  const reports = recognised === null ? [] : draftReports({ ...recognised, openUnits }, registry)
  return { recognised, openUnits, reports, findings: findings.list() }
}

/** Code, row and column of every finding. */
export function places(findings: readonly Finding[]): (string | number | undefined)[][] {
  return findings.map(({ code, place }) => [code, place.row, place.column])
}

export function value(number: number, approximate = false): Cell {
  return { kind: 'value', value: number, approximate }
}
