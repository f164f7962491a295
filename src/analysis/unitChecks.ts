import type { Cube, CubeBlock } from '@/data/cube'
import { reportSlots } from '@/data/reportedRows'
import { editions, REPORT_SCOPES, scopes } from '@/data/segment'
import { checkNumber } from '@/domain/checks/checkList'
import { emptyFigures, figureStates, type Figures } from '@/domain/checks/figures'
import { isCopy, likenessOf } from '@/domain/checks/likeness'
import { judgeAfterReview } from '@/domain/checks/yearRules'
import type { UnitLevel } from '@/domain/unit'
import { formFigures, sharedBands } from './bands'
import { judgeTold, textNumbers } from './textOutcomes'
import { levelChecks, markOf, type BlockChecks } from './blockChecks'
import { columnsOf, readFigures, readNumbers } from './blockReader'
import type { Places } from './places'
import {
  AFTER_REVIEW,
  judgePlacedLink,
  placedChanges,
  placedLinks,
  placedRules,
  REVIEWS,
  seriesFigures,
  seriesPosition,
} from './seriesRules'

/** What the checks of a unit read. */
export interface UnitReading {
  readonly cube: Cube
  readonly places: Places
  /** The checks within the reports of each block of the cube. */
  readonly blocks: readonly BlockChecks[]
}

/**
 * Takes the outcome of a check (index in `checkMarks`); `other`: a second report's slot, or -1; `claim`:
 * which statement of the text, left out where it is on none.
 */
export type TakeOutcome = (
  slot: number,
  check: number,
  outcome: number,
  other: number,
  claim?: number,
) => void

/** A report in its series. */
interface Station {
  readonly slot: number
  readonly year: number
  readonly block: CubeBlock
  readonly checks: BlockChecks
  readonly row: number
  readonly edition: number
  readonly figures: Figures
}

const GAP = checkNumber('Y-GAP')
const FORMAT = checkNumber('Y-FORMAT')
const REPEAT = checkNumber('Y-REPEAT')
const AFTER = checkNumber('T4-AFTER')
const FAILED = markOf('failed')
const ABSENT = figureStates.indexOf('absent')
const UNKNOWN = editions.indexOf('unknown')

/** All checks of the reports of one unit (by index), but those that need another unit. */
export function checkUnit(
  reading: UnitReading,
  unit: number,
  level: UnitLevel | null,
  take: TakeOutcome,
): void {
  for (let scope = 0; scope < REPORT_SCOPES; scope++) {
    const stations = stationsOf(reading, unit, scope)
    let before: Station | null = null
    for (const station of stations) {
      station.checks.findings.each(station.row, (check, outcome) => {
        take(station.slot, check, outcome, -1)
      })
      checkLevel(station, level, take)
      checkText(reading, station, take)
      if (before !== null) checkSeries(station, before, take)
      const lastYear = before?.year === station.year - 1 ? before : null
      checkYears(station, lastYear, level, take)
      before = station
    }
    checkAfterReview(stations, take)
  }
}

/** The reports of a unit by year; figures of no report (own columns alone) are no link of the series. */
function stationsOf({ cube, places, blocks }: UnitReading, unit: number, scope: number): Station[] {
  const stations: Station[] = []
  const reported = reportSlots(cube)
  for (const [position, year] of cube.years.entries()) {
    const slot = (unit * cube.years.length + position) * scopes.length + scope
    if (reported[slot] !== 1) continue
    const number = places.block[slot] as number
    const block = cube.blocks[number] as CubeBlock
    const row = places.row[slot] as number
    const figures = emptyFigures(seriesFigures.length)
    readFigures(columnsOf(block, seriesFigures), row, figures)
    stations.push({
      slot,
      year,
      block,
      checks: blocks[number] as BlockChecks,
      row,
      edition: block.edition[row] as number,
      figures,
    })
  }
  return stations
}

/** Rules within the report that are only for units of one level. */
function checkLevel(
  { slot, block, row, year }: Station,
  level: UnitLevel | null,
  take: TakeOutcome,
): void {
  for (const { number, rule } of levelChecks) {
    if (rule.units !== level) continue
    const figures = emptyFigures(rule.indicators.length)
    readFigures(columnsOf(block, rule.indicators), row, figures)
    take(slot, number, markOf(rule.judge(figures, year)), -1)
  }
}

/** What the text of the report says, held against its figures. */
function checkText({ cube }: UnitReading, { slot, block, row }: Station, take: TakeOutcome): void {
  const told = cube.told.get(slot)
  if (told === undefined) return
  const outcomes = judgeTold(told.claims, block, row)
  for (const [at, { rule }] of told.claims.entries())
    take(slot, textNumbers.get(rule) ?? -1, outcomes[at] as number, -1, at)
}

/** What holds between a report and the one before it, whatever the years between. */
function checkSeries(station: Station, before: Station, take: TakeOutcome): void {
  const { slot, year, edition } = station
  if (year !== before.year + 1) take(slot, GAP, FAILED, before.slot)
  const known = edition !== UNKNOWN && before.edition !== UNKNOWN
  if (known && edition !== before.edition) take(slot, FORMAT, FAILED, before.slot)
}

function checkYears(
  station: Station,
  before: Station | null,
  level: UnitLevel | null,
  take: TakeOutcome,
): void {
  for (const { number, at, rule, thisYear, lastYear } of placedRules) {
    if (rule.units !== 'all' && rule.units !== level) continue
    const last = before === null ? null : copySome(before.figures, at, lastYear)
    const outcome = rule.judge(copySome(station.figures, at, thisYear), last)
    take(station.slot, number, markOf(outcome), before?.slot ?? -1)
  }
  if (before === null) return
  for (const link of placedLinks) {
    const { edition } = link
    if (edition !== null && (station.edition !== edition || before.edition !== edition)) continue
    const outcome = judgePlacedLink(link, station.figures, before.figures)
    if (outcome !== 0) take(station.slot, link.number, outcome, before.slot)
  }
  checkChanges(station, before, take)
  checkRepeat(station, before, take)
}

function checkChanges(station: Station, before: Station, take: TakeOutcome): void {
  const pair = station.edition * editions.length + before.edition
  const { values, states } = station.figures
  for (const { number, at, rule, comparable } of placedChanges) {
    if (states[at] !== 0 || before.figures.states[at] !== 0 || comparable[pair] !== true) continue
    if (rule.isFaulty(values[at] as number, before.figures.values[at] as number))
      take(station.slot, number, FAILED, before.slot)
  }
}

/** Copies share more than one of their pieces whole; only those that do are compared in full. */
function checkRepeat(station: Station, before: Station, take: TakeOutcome): void {
  if (sharedBands(station.checks.bands, station.row, before.checks.bands, before.row) < 2) return
  if (isCopy(likenessOf(formNumbers(station), formNumbers(before))))
    take(station.slot, REPEAT, FAILED, before.slot)
}

/** The numbers of the form in one report, NaN where there is none. */
export function formNumbers({ block, row }: Pick<Station, 'block' | 'row'>): Float64Array {
  const numbers = new Float64Array(formFigures.length)
  readNumbers(columnsOf(block, formFigures), row, numbers)
  return numbers
}

const AFTER_AT = seriesPosition(AFTER_REVIEW)
const REVIEWS_AT = seriesPosition(REVIEWS)

function checkAfterReview(stations: readonly Station[], take: TakeOutcome): void {
  let reviews = 0
  let last: Station | null = null
  let lastKnown = false
  for (const station of stations) {
    const { values, states } = station.figures
    const known = !Number.isNaN(values[REVIEWS_AT])
    if (known) reviews += values[REVIEWS_AT] as number
    if (states[AFTER_AT] !== ABSENT) {
      const complete = known && lastKnown && last?.year === station.year - 1
      const outcome = judgeAfterReview(values[AFTER_AT] as number, reviews, complete)
      take(station.slot, AFTER, markOf(outcome), -1)
    }
    last = station
    lastKnown = known
  }
}

/** Copies some figures into others that are used again and again: `from` of typed arrays is slow. */
function copySome({ values, states }: Figures, at: readonly number[], into: Figures): Figures {
  for (let place = 0; place < at.length; place++) {
    into.values[place] = values[at[place] as number] as number
    into.states[place] = states[at[place] as number] as number
  }
  return into
}
