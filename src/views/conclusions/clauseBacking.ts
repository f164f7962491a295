import type { ReportKey } from '@/data/batch'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import type { Trace } from '@/engine/questionProtocol'
import type { ClauseReference } from '@/wording/conclusions/conclusion'
import type { ClauseBacking, NumberSource } from '@/wording/conclusions/footnotes'

/** Reports whose sources are listed in one footnote. */
const MOST_REPORTS = 30

/** Looks up where the numbers of a clause came from. */
export async function clauseBacking(
  { item, units, years }: ClauseReference,
  scope: Scope,
  nameOf: (unit: UnitId) => string,
  lookUp: (key: ReportKey, item: string) => Promise<Trace>,
): Promise<ClauseBacking> {
  const reports = units.flatMap((unit) => years.map((year) => ({ unit, year, scope })))
  const traces = await Promise.all(reports.slice(0, MOST_REPORTS).map((key) => lookUp(key, item)))
  return {
    unitNames: units.map(nameOf),
    sources: traces.flatMap(sourcesIn),
    unlisted: Math.max(0, reports.length - MOST_REPORTS),
  }
}

function sourcesIn({ cells }: Trace): readonly NumberSource[] {
  return cells.flatMap(({ place, correction }): readonly NumberSource[] => {
    if (correction !== undefined) return [{ kind: 'correction', reason: correction.reason }]
    return place === null ? [] : [{ kind: 'place', place }]
  })
}
