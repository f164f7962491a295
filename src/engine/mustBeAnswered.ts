import type { DraftQuestion } from './mappingProtocol'

/**
 * Whether nothing may be written before it is answered: figures would be another year's, another
 * unit's or ten thousand times too big. A table that is not read at all holds nothing up.
 */
export function mustBeAnswered(question: DraftQuestion): boolean {
  return question.kind === 'scale' || question.state === 'conflict'
}
