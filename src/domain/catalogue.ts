import { auxiliaryIndicator, auxiliaryName, isAuxiliary } from './auxiliary'
import type { Indicator, IndicatorKind, ReportEdition } from './indicator'
import { PUBLISHED_ON } from './publication'
import { ownName } from './ownName'
import { proseIndicators, proseShortLabels } from './proseFigures'
import { caseResults, channels, caseIndicator, tableFourIndicators } from './tableFour'
import { applicants, requestIndicator, requestRows, tableThreeIndicators } from './tableThree'
import { tableTwoBlocks, tableTwoIndicators } from './tableTwo'
import { WEB_ADDRESS } from './webAddress'

/** All figures of both editions: table 二, 三, 四, then the prose. The order is part of the exports. */
export const indicators: readonly Indicator[] = [
  ...tableTwoIndicators(),
  ...tableThreeIndicators(),
  ...tableFourIndicators(),
  ...proseIndicators(),
]

const positions: ReadonlyMap<string, number> = new Map(
  indicators.map((indicator, position) => [indicator.id, position]),
)

/** The prefix of the ids of the user's own columns. */
const CUSTOM = 'custom.'

/**
 * The catalogue's indicator, or an auxiliary one; `undefined` for the user's own columns and unknown
 * ids.
 */
export function indicatorById(id: string): Indicator | undefined {
  return indicators[indicatorPosition(id)] ?? auxiliaryIndicator(id)
}

/** Place in `indicators`, or -1: a stable order for columns. */
export function indicatorPosition(id: string): number {
  return positions.get(id) ?? -1
}

/** Whether an edition's form has the figure; with an unknown edition any figure may occur. */
export function isInEdition(id: string, edition: ReportEdition): boolean {
  if (edition === 'unknown' || isCustom(id)) return true
  return indicatorById(id)?.editions.includes(edition) ?? false
}

/** Whether the id is one of the user's own columns. */
export function isCustom(id: string): boolean {
  return id.length > CUSTOM.length && id.startsWith(CUSTOM)
}

/** What is on record of a report itself, beside its figures. */
const kindsOfFacts: ReadonlyMap<string, IndicatorKind> = new Map([
  [PUBLISHED_ON, 'date'],
  [WEB_ADDRESS, 'address'],
])

/** Whether the id is that of a fact about a report, its day or its address: no number to compare. */
export function isReportFact(id: string): boolean {
  return kindsOfFacts.has(id)
}

/** The id of a column of the user's own: `custom.来信(件)`; see `ownName`. */
export function customId(name: string, unit = ''): string {
  return CUSTOM + ownName(name, unit)
}

/** A column of the user's own; `unit` is its unit of measure, empty where it has none. */
export function customIndicator(name: string, unit: string): Indicator {
  return {
    id: CUSTOM + name,
    editions: ['2019', '2021'],
    table: 'custom',
    group: '',
    rowLabel: name,
    columnLabel: '',
    unit,
    kind: kindsOfFacts.get(CUSTOM + name) ?? customKind(unit),
    note: '',
  }
}

function customKind(unit: string): IndicatorKind {
  if (unit === '%' || unit === '％') return 'percent'
  return unit.endsWith('元') ? 'money' : 'count'
}

const shortLabels: ReadonlyMap<string, string> = new Map([
  ...tableTwoBlocks.flatMap(({ rows, columns }) =>
    rows.flatMap((row) =>
      columns.map((column): [string, string] => [
        `${row.id}.${column.id}`,
        `${row.short}·${column.short}`,
      ]),
    ),
  ),
  ...requestRows.flatMap((row) =>
    applicants.map((applicant): [string, string] => [
      requestIndicator(row, applicant),
      `${row.short}·${applicant.short}`,
    ]),
  ),
  ...channels.flatMap((channel) =>
    caseResults.map((result): [string, string] => [
      caseIndicator(channel, result),
      `${channel.short}·${result.short}`,
    ]),
  ),
  ...proseShortLabels,
])

/**
 * The shortest Chinese name that no other indicator has, `row·column`, e.g. `本年新收·总计`. A user's
 * own column and an auxiliary figure have their name; an unknown id is returned as it is.
 */
export function shortLabel(id: string): string {
  if (isCustom(id)) return id.slice(CUSTOM.length)
  if (isAuxiliary(id)) return auxiliaryName(id)
  return shortLabels.get(id) ?? id
}

const NUMBERING = /^(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]）|\d\.)/

/** The printed words `group·row·column` without their numbers, each word once. */
export function fullLabel(id: string): string {
  const indicator = indicatorById(id)
  if (!indicator) return shortLabel(id)
  const { group, rowLabel, columnLabel } = indicator
  const words = [group, rowLabel === group ? '' : rowLabel, columnLabel]
  return words
    .filter((word) => word !== '')
    .map((word) => word.replace(NUMBERING, ''))
    .join('·')
}
