import type { Fact } from '@/exports/viewFile'
import { scopeWords } from '@/wording/scopes'
import type { Surroundings } from '../compare/asking'
import { unitsFact } from '../compare/choiceText'
import type { OverviewState } from './overviewState'

/** What 总览 shows, in the words of its filters. */
export function overviewFacts(
  { units, scope }: OverviewState,
  { year, base }: { readonly year: number; readonly base: number },
  around: Surroundings,
): readonly Fact[] {
  return [
    unitsFact(units, around),
    { label: '年份', text: String(year) },
    { label: '比较', text: `与 ${base} 年比，只在两年都有数、表样可比的单位之间` },
    { label: '口径', text: scopeWords[scope] },
  ]
}
