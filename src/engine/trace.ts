import { answerStates, MARK_APPROXIMATE, type MatrixAnswer } from '@/analysis/answer'
import { askMatrix } from '@/analysis/matrix'
import type { ReportKey } from '@/data/batch'
import { figureKey } from '@/data/figureKey'
import { traceCell, type CellStatement, type SourceCell } from '@/data/traceCell'
import { isReportFact } from '@/domain/catalogue'
import { measureById, operandsOf, yearOnYearById } from '@/domain/measures'
import { EngineFailure } from './failure'
import type { Holdings } from './holdings'
import type { Trace, TracedCell } from './questionProtocol'
import { factsOf } from './reportFacts'
import { placeOf } from './sourcePlace'
import { answerContext, unitView } from './unitViews'

/** Walks from a number on screen to its cells and their places in the sources. */
export async function traceItem(holdings: Holdings, key: ReportKey, item: string): Promise<Trace> {
  const unit = holdings.registry.byId(key.unit)
  if (unit === undefined) throw new EngineFailure('not-found', key.unit)
  const cells: TracedCell[] = []
  for (const { year, indicator } of cellsBehind(item, key.year))
    cells.push(await tracedCell(holdings, { ...key, year }, indicator))
  return {
    unit: unitView(holdings.registry, unit),
    year: key.year,
    item,
    value: isReportFact(item) ? factAt(holdings, key, item) : valueOf(holdings, key, item),
    cells,
    facts: factsOf(holdings.cube, key),
  }
}

/** Every cell that an item of a year is computed from; an indicator is its own. */
export function cellsBehind(item: string, year: number): { year: number; indicator: string }[] {
  const change = yearOnYearById(item)
  if (change !== undefined)
    return [...cellsBehind(change.item, year), ...cellsBehind(change.item, year - 1)]
  const measure = measureById(item)
  const indicators = measure === undefined ? [item] : operandsOf(measure)
  return indicators.map((indicator) => ({ year, indicator }))
}

/** A day or an address is shown as it is, and in no chart. */
function factAt({ cube }: Holdings, key: ReportKey, item: string): Trace['value'] {
  return cube.cellAt(key, item)?.cell ?? { kind: 'noReport' }
}

function valueOf(holdings: Holdings, key: ReportKey, item: string): Trace['value'] {
  const { unit, year, scope } = key
  const answer = askMatrix(
    holdings.cube,
    { items: [item], units: [unit], years: [year, year], scope },
    { ...answerContext(holdings.registry), dataVersion: holdings.dataVersion },
  )
  return onlyValue(answer)
}

function onlyValue({ values: [value], states: [state], marks: [marks] }: MatrixAnswer) {
  const kind = answerStates[state ?? -1]
  // Asked without 只看可信, no number is left out.
  if (
    kind === undefined ||
    kind === 'failed' ||
    kind === 'undecidable' ||
    value === undefined ||
    marks === undefined
  )
    throw new EngineFailure('unknown', 'An answer to one question must have one number')
  return kind === 'value'
    ? { kind, value, approximate: (marks & MARK_APPROXIMATE) !== 0 }
    : { kind }
}

async function tracedCell(
  holdings: Holdings,
  key: ReportKey,
  indicator: string,
): Promise<TracedCell> {
  const own = figureKey(key, indicator)
  const { current, history } = traceCell(holdings.contents, own, indicator)
  const { year } = key
  if (current === null) {
    const cell = { kind: 'absent' } as const
    return { indicator, year, cell, raw: '', place: null, source: null, batch: null }
  }
  const { batch, cell, raw, correction } = current
  const { id, at, by, kind } = batch
  const traced = { indicator, year, cell, batch: { id, at, by, kind }, raw }
  const stood = await sourced(holdings, current.place)
  if (correction === null) return { ...traced, ...stood }
  const beneath = history.findLast((each) => each.correction === null && counts(each))
  const { expected: before, reason } = correction
  const place = await sourced(holdings, beneath?.place ?? null)
  return { ...traced, ...stood, correction: { before, reason, raw: beneath?.raw ?? '', ...place } }
}

function counts({ batch, decision }: CellStatement): boolean {
  return batch.active && decision !== 'refused'
}

async function sourced(
  { store }: Holdings,
  place: SourceCell | null,
): Promise<Pick<TracedCell, 'place' | 'source'>> {
  if (place === null) return { place: null, source: null }
  const file = (await store.source(place.source))?.name ?? ''
  return { place: placeOf(place, file), source: place.source }
}
