import { findingsOf, type CheckFinding, type FindingFigure } from '@/analysis/checkFinding'
import type { CheckStore } from '@/analysis/checkStore'
import { adviseForReport } from '@/analysis/reportAdvice'
import { repairedCells, repairedValue, type Repair } from '@/analysis/repair'
import type { ReportKey } from '@/data/batch'
import { sheetColumns, sheetKinds } from '@/domain/checkSheet'
import { indicators as catalogue, isInEdition, shortLabel } from '@/domain/catalogue'
import type { Cell } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import { indicatorMeasure } from '@/intake/recognisers/figureMeasure'
import { BLANK_TEXT } from '@/intake/parseCell'
import { checkName, exceptionsText, facts, outcomeWord } from '@/wording/checks'
import { repairText } from '@/wording/repairs'
import { scopeWords } from '@/wording/scopes'
import { cellText } from './cellText'
import { BOM, csvRow } from './csvText'

export type SheetRow = readonly string[]

/** What the sheet calls a unit. */
export interface SheetUnit {
  readonly code: string
  readonly name: string
}

/**
 * The 退回核对表 of one unit: for every report with something 不平, the failing checks, the figures of
 * other years that they rest on, then all its own figures, those of failing checks first, with the one
 * that would balance them suggested. The two last columns are for the answer. Empty (the heading alone)
 * where nothing failed.
 */
export function checkSheet(
  store: CheckStore,
  unit: UnitId,
  unitOf: (unit: UnitId) => SheetUnit,
): SheetRow[] {
  const reports = store.cube.years.flatMap((year) =>
    (['whole', 'office'] as const).map((scope): ReportKey => ({ unit, year, scope })),
  )
  const failing = reports
    .map((key): FailingReport => ({ key, failed: failedOf(store, key) }))
    .filter(({ failed }) => failed.length > 0)
  return [
    Object.values(sheetColumns),
    ...failing.flatMap((report) => reportRows(store, report, failing, unitOf)),
  ]
}

/** A report and what is 不平 in it. */
interface FailingReport {
  readonly key: ReportKey
  readonly failed: readonly CheckFinding[]
}

function failedOf(store: CheckStore, key: ReportKey): CheckFinding[] {
  return findingsOf(store, key).filter(
    ({ outcome, severity }) => outcome === 'failed' && severity !== 'info',
  )
}

/** A sheet as CSV, for Excel and WPS. */
export function sheetCsv(rows: readonly SheetRow[]): string {
  return BOM + rows.map(csvRow).join('')
}

function reportRows(
  store: CheckStore,
  { key, failed }: FailingReport,
  all: readonly FailingReport[],
  unitOf: (unit: UnitId) => SheetUnit,
): SheetRow[] {
  const { code, name } = unitOf(key.unit)
  const headOf = (year: number) => [code, name, String(year), scopeWords[key.scope]]
  const advice = adviseForReport(store.cube, key)
  return [
    ...failed.map((finding) => checkRow(finding, headOf(key.year), unitOf)),
    ...otherYears(key, failed, all).map(({ year, indicator, cell }): SheetRow => {
      const figure = [shortLabel(indicator), indicator, valueText(cell, indicator), '']
      const row = [sheetKinds.figure, ...headOf(year), ...figure]
      return [...row, `涉及 ${key.year} 年的勾稽`, '', '']
    }),
    ...figureRows(store, key, failed, advice, headOf(key.year)),
  ]
}

/** The figures that failing checks rest on in years of which the sheet would have nothing. */
function otherYears(
  { unit, scope }: ReportKey,
  failed: readonly CheckFinding[],
  all: readonly FailingReport[],
): FindingFigure[] {
  const isShown = (year: number) => all.some(({ key }) => key.scope === scope && key.year === year)
  const figures = failed
    .flatMap((finding) => finding.figures)
    .filter((figure) => figure.unit === unit && figure.scope === scope && !isShown(figure.year))
  const named = figures.map((figure) => `${figure.year} ${figure.indicator}`)
  return figures.filter((_, at) => named.indexOf(named[at] ?? '') === at)
}

function checkRow(
  finding: CheckFinding,
  head: readonly string[],
  unitOf: (unit: UnitId) => SheetUnit,
): SheetRow {
  const body = `${outcomeWord(finding)}：${facts(finding, (unit) => unitOf(unit).name)}`
  const text = [body, exceptionsText(finding)].filter((part) => part !== '').join('。')
  return [sheetKinds.check, ...head, checkName(finding), finding.check, '', '', text, '', '']
}

function figureRows(
  { cube }: CheckStore,
  key: ReportKey,
  failed: readonly CheckFinding[],
  advice: readonly Repair[],
  head: readonly string[],
): SheetRow[] {
  const edition = cube.editionOf(key) ?? 'unknown'
  const inChecks = new Set(
    failed.flatMap(({ figures }) =>
      figures.filter((figure) => isOf(figure, key)).map(({ indicator }) => indicator),
    ),
  )
  const others = catalogue.map(({ id }) => id).filter((id) => isInEdition(id, edition))
  return [...new Set([...inChecks, ...others])].flatMap((id): SheetRow[] => {
    const cell = cube.cellAt(key, id)?.cell
    if (cell === undefined || (cell.kind === 'absent' && !inChecks.has(id))) return []
    const repair = advice.find((each) => repairedCells(each).includes(id))
    const suggested = repair === undefined ? '' : String(repairedValue(repair, id))
    const note =
      repair === undefined ? (inChecks.has(id) ? '涉及上列勾稽' : '') : repairText(repair)
    const row = [shortLabel(id), id, valueText(cell, id), suggested, note, '', '']
    return [[sheetKinds.figure, ...head, ...row]]
  })
}

/** A cell as the sheet shows it, so that a blank is seen; reads back to the same cell. */
export function valueText(cell: Cell, indicator: string): string {
  if (cell.kind === 'blank') return BLANK_TEXT
  return cellText(cell, { indicator, measure: indicatorMeasure(indicator), edition: 'unknown' })
}

function isOf(figure: ReportKey, key: ReportKey): boolean {
  return figure.unit === key.unit && figure.year === key.year && figure.scope === key.scope
}
