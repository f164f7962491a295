import type { ViewName } from '@/wording/viewNames'
import { formatViewState, startState } from '../compare/viewState'
import { subjectOf } from '../compare/subjects'
import type { OverviewState } from './overviewState'

/** A figure of 总览, and the view that has it of every county. */
export interface KeyFigure {
  readonly item: string
  readonly view: ViewName
  readonly subject: string
}

/** What a supervisor is asked first, in the order of the form. */
export const keyFigures: readonly KeyFigure[] = [
  { item: 'normativeDocuments.issued', view: 'disclosure', subject: 'norms' },
  { item: 'normativeDocuments.inForce', view: 'disclosure', subject: 'norms' },
  { item: 'licensing.decisions', view: 'enforcement', subject: 'decisions' },
  { item: 'penalties.decisions', view: 'enforcement', subject: 'decisions' },
  { item: 'fees.amount', view: 'fees', subject: 'amount' },
  { item: 'requests.new.total', view: 'outcomes', subject: 'volume' },
  { item: 'rate.disclosed', view: 'outcomes', subject: 'rates' },
  { item: 'rate.denied', view: 'outcomes', subject: 'rates' },
  { item: 'review.total', view: 'outcomes', subject: 'disputes' },
  { item: 'rate.reviewCorrected', view: 'outcomes', subject: 'disputes' },
  { item: 'litigation.total', view: 'outcomes', subject: 'disputes' },
  { item: 'rate.litigationCorrected', view: 'outcomes', subject: 'disputes' },
]

/** What is looked through for large changes: the key figures and what they are made of. */
export const watchedItems: readonly string[] = [
  ...keyFigures.map(({ item }) => item),
  'normativeDocuments.repealed',
  'coercion.decisions',
  'requests.carriedOut.total',
  'outcome.granted',
  'outcome.denied',
  'outcome.unavailable',
  'outcome.rejected',
]

/** The address of the view behind a figure: every county in that year, of the same units and scope. */
export function figureAddress(
  figure: KeyFigure,
  { units, scope, checks }: OverviewState,
  year: number,
): string {
  const { view, subject, item } = figure
  const shown = subjectOf(view, subject)
  const panels = shown.kind === 'figures' ? shown.panels : []
  const place = panels.findIndex(({ items }) => items.includes(item))
  const state = {
    ...startState(view),
    units,
    scope,
    checks,
    subject,
    mode: 'year' as const,
    year,
    figure: Math.max(0, place),
  }
  return pageAddress(`/view/${view}`, formatViewState(state))
}

/** A hash address with its query. */
export function pageAddress(path: string, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString()
  return `#${path}${text === '' ? '' : `?${text}`}`
}
