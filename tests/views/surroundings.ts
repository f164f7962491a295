import type { MatrixContext } from '@/analysis/matrix'
import type { Report } from '@/domain/report'
import type { UnitView } from '@/engine/unitProtocol'
import type { Surroundings } from '@/views/compare/asking'
import { noUnits } from '../unitTree'

/** What a page knows while these reports are on record, their units being watched. */
export function surroundingsOf(reports: readonly Report[]): Surroundings {
  const units = [...unitsOf(reports)].map(([id, { code, name }]): UnitView => ({
    id,
    code,
    name,
    fullName: name,
    kind: 'county',
    parent: null,
    formerNames: [],
  }))
  const years = [...new Set(reports.map(({ year }) => year))].toSorted((a, b) => a - b)
  const indicators = [...new Set(reports.flatMap(({ cells }) => [...cells.keys()]))]
  return { coverage: { units, years, indicators }, roster: units, chosen: null }
}

/** What an answer of these reports needs beside the cube. */
export function contextOf(reports: readonly Report[]): MatrixContext {
  const units = unitsOf(reports)
  return {
    label: (id) => ({
      id,
      code: units.get(id)?.code ?? null,
      name: units.get(id)?.name ?? id,
      since: null,
      until: null,
    }),
    units: noUnits,
    dataVersion: '1',
  }
}

function unitsOf(reports: readonly Report[]) {
  return new Map(reports.map(({ unit }) => [`cn:${unit.code}`, unit]))
}
