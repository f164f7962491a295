import type { MatrixAnswer } from '@/analysis/answer'
import { answerCell } from '@/analysis/answerCell'
import { pairDifference, type PairDifference } from '@/analysis/pairDifference'
import { editions } from '@/data/segment'
import type { ReportEdition } from '@/domain/indicator'
import { extentText } from '@/wording/unitChanges'
import { isSameUnit } from '@/domain/extents'
import { statutoryForm, type FormTable } from '@/domain/statutoryForm'

/** A figure of the forms that the two reports have, with both numbers. */
export interface PairFigure extends PairDifference {
  readonly item: string
  /** The two are of one unit that was not the same in both years: they are not subtracted. */
  readonly isRegrouped: boolean
}

/** Two reports in their statutory layout. */
export interface PairForm {
  readonly tables: readonly FormTable[]
  readonly figures: ReadonlyMap<string, PairFigure>
  readonly editions: readonly [ReportEdition, ReportEdition]
  /** How the area of the unit changed between the two years; empty for two units, and where it did not. */
  readonly extentChange: string
  /** One of them does not tell the kinds of （六）其他处理 apart, the other does: both sums. */
  readonly otherOutcomes: PairFigure | null
}

const OTHER = 'outcome.other'
const SINGLE = 'requests.other.all.total'

/** All figures of both forms, and what stands for figures that only one of the reports divides. */
export const pairItems: readonly string[] = [
  ...new Set([
    ...(['2019', '2021'] as const).flatMap((edition) =>
      [true, false].flatMap((single) => indicatorsOf(statutoryForm(edition, single))),
    ),
    OTHER,
  ]),
]

/** Lays out two answers of one report each to `pairItems`. */
export function pairForm(a: MatrixAnswer, b: MatrixAnswer): PairForm {
  const forms = [editionOf(a), editionOf(b)] as const
  const isSingle = [a, b].filter(isThere).map(hasSingleOther)
  const isDivided = isSingle.includes(true) && isSingle.includes(false)
  const tables = tablesOf(forms, isSingle.length > 0 && !isSingle.includes(false))
  const isRegrouped = isOtherUnit(a, b)
  const figureOf = (item: string): PairFigure => ({
    ...{ item, isRegrouped },
    ...pairDifference(item, answerCell(a, item, 0, 0), answerCell(b, item, 0, 0), forms),
    ...(isRegrouped ? { difference: NaN, percent: NaN } : {}),
  })
  const items = indicatorsOf(tables)
  return {
    tables,
    figures: new Map(items.map((item) => [item, figureOf(item)])),
    editions: forms,
    extentChange: extentChange(a, b),
    otherOutcomes: isDivided ? figureOf(OTHER) : null,
  }
}

function extentChange({ units: [unit], years }: MatrixAnswer, b: MatrixAnswer): string {
  if (unit === undefined || unit.id !== b.units[0]?.id) return ''
  return extentText(unit, years[0] ?? NaN, b.years[0] ?? NaN)
}

/** Whether the two are of one unit that another was merged into, or founded on part of, between them. */
function isOtherUnit({ units: [unit], years }: MatrixAnswer, b: MatrixAnswer): boolean {
  if (unit === undefined || unit.id !== b.units[0]?.id) return false
  return !isSameUnit(unit, years[0] ?? NaN, b.years[0] ?? NaN)
}

function isThere({ editions: forms }: MatrixAnswer): boolean {
  return (forms[0] ?? 0) !== 0
}

/** Whether a report prints （六）其他处理 as one row. */
function hasSingleOther(answer: MatrixAnswer): boolean {
  return answerCell(answer, SINGLE, 0, 0).state !== 'absent'
}

/** The tables of the one form, or, of unlike ones, table 二 of both. */
function tablesOf(
  [a, b]: readonly [ReportEdition, ReportEdition],
  single: boolean,
): readonly FormTable[] {
  const known = [a, b].flatMap((edition) => (edition === 'unknown' ? [] : [edition]))
  const isOld = known.length > 0 && known.every((edition) => edition === '2019')
  if (isOld) return statutoryForm('2019', single)
  const tables = statutoryForm('2021', single)
  if (!known.includes('2019')) return tables
  const old = statutoryForm('2019', single).filter(({ id }) => id === '2')
  return [
    ...old.map((table) => ({ ...table, title: `${table.title}（2019 表样）` })),
    ...tables.map((table) =>
      table.id === '2' ? { ...table, title: `${table.title}（2021 表样）` } : table,
    ),
  ]
}

function indicatorsOf(tables: readonly FormTable[]): readonly string[] {
  return tables.flatMap(({ rows }) =>
    rows.flat().flatMap((cell) => (cell.kind === 'figure' ? [cell.indicator] : [])),
  )
}

function editionOf(answer: MatrixAnswer): ReportEdition {
  return editions[(answer.editions[0] ?? 0) - 1] ?? 'unknown'
}
