import { firstText, type Query } from '../compare/viewState'
import {
  formatOverviewState,
  parseOverviewState,
  type OverviewState,
} from '../overview/overviewState'
import { pageAddress } from '../overview/keyFigures'

/** Everything that the address bar holds of 变化解释. */
export interface ChangeState extends OverviewState {
  /** Indicator or measure. */
  readonly item: string
  /** What the change is divided among. */
  readonly by: 'unit' | 'part'
}

const FIRST_ITEM = 'requests.new.total'

/** Reads a query; what it lacks or what makes no sense is as at the start. */
export function parseChangeState(query: Query): ChangeState {
  const item = firstText(query['item'])
  return {
    ...parseOverviewState(query),
    item: item === '' ? FIRST_ITEM : item,
    by: firstText(query['by']) === 'part' ? 'part' : 'unit',
  }
}

/** The shortest query that reads back as the state. */
export function formatChangeState(state: ChangeState): Record<string, string> {
  const query = formatOverviewState(state)
  if (state.item !== FIRST_ITEM) query['item'] = state.item
  if (state.by !== 'unit') query['by'] = state.by
  return query
}

/** The address of the explanation of an item's change between the years of a page. */
export function changeAddress(
  item: string,
  state: OverviewState,
  { year, base }: { readonly year: number; readonly base: number },
): string {
  return pageAddress('/change', formatChangeState({ ...state, year, base, item, by: 'unit' }))
}
