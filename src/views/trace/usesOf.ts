import { chainLinks } from '@/analysis/chain'
import type { ReportKey } from '@/data/batch'
import { indicatorById } from '@/domain/catalogue'
import { indicatorsOf } from '@/domain/checks/yearLink'
import { ownMeasures } from '@/domain/measureBook'
import { measures, operandsOf, yearOnYearById } from '@/domain/measures'
import { viewNames, viewTitles } from '@/wording/viewNames'
import { chainName } from '@/wording/chain'
import { itemsOf, subjects } from '../compare/subjects'
import { formatUnits } from '../compare/unitChoice'
import { keyFigures } from '../overview/keyFigures'
import { formatPairState } from '../pair/pairState'

/** A measure that a figure goes into. */
export interface MeasureUse {
  readonly id: string
  readonly label: string
  readonly formula: string
}

/** A page that shows a figure, or a measure that it goes into, and its address. */
export interface PageUse {
  readonly label: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

/** Backwards from a cell: the measures that an indicator goes into, the user's own among them. */
export function measuresOf(indicator: string): readonly MeasureUse[] {
  return [...measures, ...ownMeasures()]
    .filter((measure) => operandsOf(measure).includes(indicator))
    .map(({ id, label, formula }) => ({ id, label, formula }))
}

/**
 * Backwards from a number: every page that shows it, or a measure that it goes into. `item`: an indicator, a
 * measure, or a change to the year before.
 */
export function pagesOf(report: ReportKey, item: string): readonly PageUse[] {
  const { unit, scope } = report
  const year = String(report.year)
  const of = scope === 'whole' ? {} : { scope }
  const change = yearOnYearById(item)
  const changed = change?.item ?? item
  const items = new Set([item, ...measuresOf(item).map(({ id }) => id)])
  const pages: readonly PageUse[] = [
    ...(keyFigures.some((figure) => items.has(figure.item) || figure.item === changed)
      ? [{ label: '总览 · 主要指标', path: '/overview', query: { year } }]
      : []),
    ...comparisonsOf(items),
    {
      label: '指标透视',
      path: '/explore',
      query: { item: changed, year, ...(change ? { mode: 'change' } : {}) },
    },
    { label: '变化解释', path: '/change', query: { item: changed, year } },
    { label: '县区画像', path: `/unit/${unit}`, query: {} },
    ...formPages(report, item),
    ...chainLinks
      .filter((link) => indicatorsOf(link).includes(item))
      .map((link) => ({
        label: `链条 · ${chainName(link)}`,
        path: '/chain',
        query: { link: link.id },
      })),
    {
      label: '数据体检 · 这份年报的问题',
      path: '/health',
      query: { units: formatUnits({ kind: 'listed', units: [unit] }), unit, year },
    },
  ]
  return pages.map((page) => ({ ...page, query: { ...page.query, ...of } }))
}

function comparisonsOf(items: ReadonlySet<string>): PageUse[] {
  return viewNames.flatMap((view) =>
    subjects[view]
      .filter((subject) => itemsOf(subject).some((item) => items.has(item)))
      .map((subject) => ({
        label: `${viewTitles[view]} · ${subject.label}`,
        path: `/view/${view}`,
        query: { subject: subject.id },
      })),
  )
}

/** The pages in the layout of the form; figures of the text are in none of its tables. */
function formPages(report: ReportKey, indicator: string): PageUse[] {
  const table = indicatorById(indicator)?.table ?? ''
  if (!['2', '3', '4'].includes(table)) return []
  const year = String(report.year)
  const before = { ...report, year: report.year - 1 }
  const pair = formatPairState({ a: before, b: report, onlyDifferent: false, checks: 'all' })
  return [
    { label: '汇总表 · 合计', path: '/summary', query: { year } },
    { label: '汇总表 · 这份年报', path: '/summary', query: { year, unit: report.unit } },
    { label: '两两对照 · 与上年', path: '/pair', query: pair },
  ]
}
