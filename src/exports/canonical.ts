import { isAuxiliary } from '@/domain/auxiliary'
import { indicatorPosition, isCustom, shortLabel } from '@/domain/catalogue'
import { PUBLISHED_ON, publicationText } from '@/domain/publication'
import type { Cell, Report } from '@/domain/report'
import type { Unit } from '@/domain/unit'
import { WEB_ADDRESS } from '@/domain/webAddress'
import { indicatorMeasure } from '@/intake/recognisers/figureMeasure'
import { cellText } from './cellText'
import { BOM, csvRow } from './csvText'

/** The first columns of every table: whose report, of which year, on which form. */
export const KEY_IDS = ['unit_code', 'unit_name', 'year', 'scope', 'edition'] as const
export const KEY_LABELS = ['单位代码', '单位名称', '年份', '口径', '表样'] as const

/** How the columns of a wide CSV are named: our ids, Chinese labels, or one row of each. */
export type HeaderStyle = 'ids' | 'labels' | 'both'

const ABSENT: Cell = { kind: 'absent' }

/**
 * The wide canonical CSV (DESIGN §6): a row a report, a column an indicator that any of them has.
 * Reads back to the same values, states and marks.
 */
export function toWideCsv(reports: readonly Report[], header: HeaderStyle = 'ids'): string {
  return [...wideCsvLines(reports, indicatorsOf(reports), header)].join('')
}

/**
 * The lines of a wide CSV one by one, for more reports than fit in one text. `indicators` are the
 * columns, in that order.
 */
export function* wideCsvLines(
  reports: Iterable<Report>,
  indicators: readonly string[],
  header: HeaderStyle = 'ids',
): Generator<string> {
  const measures = indicators.map((id) => ({ id, measure: indicatorMeasure(id) }))
  const labelRow = csvRow([...KEY_LABELS, ...indicators.map(columnLabel)])
  const idRow = csvRow([...KEY_IDS, ...indicators])
  yield BOM + (header === 'labels' ? labelRow : idRow)
  if (header === 'both') yield labelRow
  for (const report of reports) {
    const { cells, edition, raw } = report
    const texts = measures.map(({ id, measure }) => {
      // A row of auxiliary figures has no cells of the form.
      if (report.scope === 'auxiliary' && !isAuxiliary(id)) return ''
      const writing = { indicator: id, measure, edition, raw: raw?.get(id) }
      return cellText(cells.get(id) ?? ABSENT, writing)
    })
    yield csvRow([...keyTexts(report), ...texts])
  }
}

/** The long canonical CSV (DESIGN §6): a row a figure. */
export function toLongCsv(reports: Iterable<Report>): string {
  return [...longCsvLines(reports)].join('')
}

/** The lines of a long CSV one by one; a report without figures has one row without an indicator. */
export function* longCsvLines(reports: Iterable<Report>): Generator<string> {
  yield BOM + csvRow([...KEY_IDS, 'indicator', 'value'])
  for (const report of reports) {
    const keys = keyTexts(report)
    const figures = figuresOf(report)
    if (figures.length === 0) yield csvRow([...keys, '', ''])
    for (const [id, cell] of figures) {
      const { edition, raw } = report
      const measure = indicatorMeasure(id)
      const text = cellText(cell, { indicator: id, measure, edition, raw: raw?.get(id) })
      yield csvRow([...keys, id, text])
    }
  }
}

/** A report as JSON has it (DESIGN §5). */
export interface JsonReport {
  readonly unit: { readonly code: string; readonly name: string }
  readonly year: number
  readonly scope: string
  readonly edition: string
  readonly values: Readonly<Record<string, number | null>>
  readonly states: Readonly<Record<string, string>>
  readonly marks: Readonly<Record<string, 'approximate'>>
  readonly prose: Readonly<Record<string, number | null>>
  /** 公开日期, `2024-03-28`. */
  readonly publishedOn?: string
  /** 网址. */
  readonly webAddress?: string
  /** Texts of unreadable cells. */
  readonly raw?: Readonly<Record<string, string>>
}

/** The canonical JSON (DESIGN §6), with the user's own units. */
export function toJson(reports: Iterable<Report>, units: readonly Unit[] = []): string {
  return [...jsonLines(reports, units)].join('')
}

/** The lines of the canonical JSON one by one, a report a line. */
export function* jsonLines(
  reports: Iterable<Report>,
  units: readonly Unit[] = [],
): Generator<string> {
  const own = JSON.stringify(units)
  yield `{"format":"xianjian-reports","version":1,"units":${own},"reports":[\n`
  let before = ''
  for (const report of reports) {
    yield before + JSON.stringify(jsonReport(report))
    before = ',\n'
  }
  yield '\n]}\n'
}

/** A report as plain data; keys are ours or `custom.…`, so that no key is special to JavaScript. */
export function jsonReport(report: Report): JsonReport {
  const figures = figuresOf(report)
  const numbers = figures.map(
    ([id, cell]) => [id, cell.kind === 'value' ? cell.value : null] as const,
  )
  const missing = figures.flatMap(([id, { kind }]) =>
    kind === 'value' ? [] : [[id, kind] as const],
  )
  const marked = figures.filter(([, cell]) => cell.kind === 'value' && cell.approximate)
  const { unit, year, scope, edition, raw } = report
  const day = report.cells.get(PUBLISHED_ON)
  const page = report.cells.get(WEB_ADDRESS)
  const webAddress = page?.kind === 'value' ? page.text : undefined
  const published = day?.kind === 'value' && !day.approximate ? day.value : null
  return {
    unit: { code: unit.code, name: unit.name },
    year,
    scope,
    edition,
    values: Object.fromEntries(
      numbers.filter(
        ([id]) =>
          !isProse(id) &&
          !(id === PUBLISHED_ON && published !== null) &&
          !(id === WEB_ADDRESS && webAddress !== undefined),
      ),
    ),
    states: Object.fromEntries(missing),
    marks: Object.fromEntries(marked.map(([id]) => [id, 'approximate'] as const)),
    prose: Object.fromEntries(numbers.filter(([id]) => isProse(id))),
    ...(published === null ? {} : { publishedOn: publicationText(published) }),
    ...(webAddress === undefined ? {} : { webAddress }),
    ...(raw === undefined || raw.size === 0 ? {} : { raw: Object.fromEntries(raw) }),
  }
}

/** The indicators that any of the reports has, in the order of the form, then the user's own. */
export function indicatorsOf(reports: Iterable<Report>): string[] {
  const found = new Set<string>()
  for (const report of reports) for (const [id] of figuresOf(report)) found.add(id)
  return [...found].sort(byPosition)
}

function byPosition(a: string, b: string): number {
  const [left, right] = [indicatorPosition(a), indicatorPosition(b)]
  if (left >= 0 && right >= 0) return left - right
  if (left >= 0 || right >= 0) return left >= 0 ? -1 : 1
  return a < b ? -1 : 1
}

function figuresOf({ cells }: Report): (readonly [string, Cell])[] {
  return [...cells].filter(([, { kind }]) => kind !== 'absent')
}

function keyTexts({ unit, year, scope, edition }: Report): string[] {
  return [unit.code, unit.name, String(year), scope, edition]
}

/** A label that leads back to its indicator; of the user's own only the id does. */
function columnLabel(id: string): string {
  return isCustom(id) || isAuxiliary(id) ? id : shortLabel(id)
}

function isProse(id: string): boolean {
  return id.startsWith('prose.')
}
