import { matchIndicator } from '@/domain/labels'
import type { ColumnMapping } from '../draft'

/** What a header leads to. */
export type Choice =
  | {
      readonly kind: 'one'
      readonly id: string
      readonly by: Evidence
      readonly confidence: number
    }
  | { readonly kind: 'many'; readonly ids: readonly string[] }
  | { readonly kind: 'none' }

type Evidence = Exclude<ColumnMapping['by'], null>

/** Below it a wording leaves open which of several figures is meant. */
const SURE_ENOUGH = 0.6
/** Below it a wording was completed (`行政许可` for its one column), which is said. */
export const PLAINLY_SAID = 0.85

/** The indicator that a column's headers name, if they agree. */
export function chooseIndicator(texts: readonly string[], lowest = ''): Choice {
  const choices = texts.map(choiceFor)
  const sure = choices.filter((choice) => choice.kind === 'one')
  const [first] = sure
  if (first !== undefined) {
    const ids = [...new Set(sure.map(({ id }) => id))]
    return ids.length === 1 ? first : { kind: 'many', ids }
  }
  return choices.find((choice) => choice.kind === 'many') ?? choiceFor(lowest)
}

function choiceFor(text: string): Choice {
  const matches = matchIndicator(text)
  const [best, second] = matches
  if (best === undefined) return { kind: 'none' }
  const isOpen = second !== undefined && best.confidence < PLAINLY_SAID
  if (isOpen || best.confidence < SURE_ENOUGH || best.confidence === second?.confidence) {
    return { kind: 'many', ids: matches.map(({ id }) => id) }
  }
  return { kind: 'one', id: best.id, by: best.by, confidence: best.confidence }
}
