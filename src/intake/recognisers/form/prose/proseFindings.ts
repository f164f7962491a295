import type { Finding, Place } from '@/domain/finding'
import { PROSE_TABLE } from '../../../document'
import type { ProsePlace } from './countedPhrases'
import type { ProseReading } from './readProse'

/** Whose report the findings are about, and in which file. */
type About = Pick<Finding, 'unit' | 'year'> & { readonly file: string }

/** Counts that no indicator is meant for are offered, and figures told twice unlike are told. */
export function proseFindings({ offers, conflicts }: ProseReading, about: About): Finding[] {
  const { file, ...whose } = about
  return [
    ...conflicts.map(({ taken, other, place, sentence }): Finding => ({
      code: 'prose-conflict',
      severity: 'warning',
      place: placeIn(file, place),
      raw: sentence,
      indicators: [taken.indicator],
      detail: { taken: taken.cell.kind === 'value' ? taken.cell.value : '', other },
      ...whose,
    })),
    ...offers.map(({ name, value, unit, phrase, place, sentence, approximate }): Finding => ({
      code: 'prose-counted',
      severity: 'info',
      place: placeIn(file, place),
      raw: phrase,
      detail: { sentence, name, value, unit, ...(approximate ? { approximate: '约' } : {}) },
      ...whose,
    })),
  ]
}

function placeIn(file: string, { line, column, page }: ProsePlace): Place {
  return { file, table: PROSE_TABLE, row: line, column, ...(page === undefined ? {} : { page }) }
}
