import { readFileSync } from 'node:fs'
import type { ReportEdition } from '@/domain/indicator'
import type { Cell, MissingState, Report, Scope } from '@/domain/report'

interface WrittenReport {
  readonly unit: { readonly code: string; readonly name: string }
  readonly year: number
  readonly scope: Scope
  readonly edition: ReportEdition
  readonly values: Readonly<Record<string, number | null>>
  readonly states: Readonly<Record<string, MissingState>>
  readonly prose: Readonly<Record<string, number>>
}

/** The published reports that the program carries as its sample. */
export function realReports(): Report[] {
  const text = readFileSync('src/engine/samples/real.json', 'utf8')
  const { reports } = JSON.parse(text) as { reports: WrittenReport[] }
  return reports.map(({ unit, year, scope, edition, values, states, prose }) => {
    const cells = new Map<string, Cell>()
    for (const [id, value] of [...Object.entries(values), ...Object.entries(prose)])
      if (value !== null) cells.set(id, { kind: 'value', value, approximate: false })
    for (const [id, kind] of Object.entries(states)) cells.set(id, { kind })
    return { unit, year, scope, edition, cells }
  })
}

/** One of them. */
export function realReport(name: string, year: number): Report {
  const found = realReports().find((each) => each.unit.name.includes(name) && each.year === year)
  if (found === undefined) throw new Error(`no report of ${name} for ${year}`)
  return found
}
