import { answerCell } from '@/analysis/answerCell'
import { coverageOf } from '@/analysis/coverage'
import { askMatrix } from '@/analysis/matrix'
import { nearestPeers } from '@/analysis/peers'
import type { MatrixAnswer } from '@/analysis/answer'
import type { UnitId, UnitKind } from '@/domain/unit'
import type { PeerAnswer, PeerQuestion } from './groupProtocol'
import type { Holdings } from './holdings'
import { answerContext, unitLabel, unitViews } from './unitViews'

/** Peers among the units of the same rank, in the latest year in which the unit has every figure. */
export function peersOf(holdings: Holdings, question: PeerQuestion): PeerAnswer {
  const { items, unit, count } = question
  const candidates = candidatesFor(holdings, question)
  const own = askFor(holdings, question, [unit])
  const year = own.years.findLastIndex((_, column) =>
    items.every((item) => answerCell(own, item, 0, column).state === 'value'),
  )
  const shown = own.years[year]
  if (shown === undefined) {
    const last = own.years.length - 1
    const values = items.map((item) => answerCell(own, item, 0, last).value)
    return { year: null, items, own: values, peers: [], compared: 0, leftOut: [] }
  }
  const answer = askFor(holdings, question, candidates, shown)
  const there = candidates.map((_, position) => position).filter((at) => answer.editions[at] !== 0)
  const values = Float64Array.from(
    items.flatMap((item) => there.map((at) => answerCell(answer, item, at, 0).value)),
  )
  const table = { items, units: there.length, values }
  const self = there.indexOf(candidates.indexOf(unit))
  const found = nearestPeers(table, self, count)
  const valuesOf = (at: number) => items.map((_, item) => values[item * there.length + at] ?? NaN)
  const idOf = (at: number): UnitId => candidates[there[at] ?? -1] ?? ''
  return {
    year: shown,
    items,
    own: valuesOf(self),
    peers: found.peers.flatMap(({ unit: at, distance }) =>
      unitViews(holdings.registry, [idOf(at)]).map((view) => ({
        unit: view,
        distance,
        values: valuesOf(at),
      })),
    ),
    compared: found.compared,
    leftOut: found.leftOut.map((at) => unitLabel(holdings.registry, idOf(at))),
  }
}

/** Units with a report that are of the unit's own rank, itself included. */
function candidatesFor({ cube, registry }: Holdings, { unit, scope }: PeerQuestion): UnitId[] {
  const rank = rankOf(registry.byId(unit)?.kind)
  const covered = coverageOf(cube, scope).units
  return covered.filter((id) => id === unit || rankOf(registry.byId(id)?.kind) === rank)
}

/** A development zone reports as a county does. */
function rankOf(kind: UnitKind | undefined): UnitKind | undefined {
  return kind === 'zone' ? 'county' : kind
}

function askFor(
  { cube, registry, dataVersion }: Holdings,
  { items, scope }: PeerQuestion,
  units: readonly UnitId[],
  year?: number,
): MatrixAnswer {
  const years = year === undefined ? null : ([year, year] as const)
  const context = { ...answerContext(registry), dataVersion }
  return askMatrix(cube, { items, units, years, scope }, context)
}
