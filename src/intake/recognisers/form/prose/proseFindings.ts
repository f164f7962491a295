import type { Finding, Place } from '@/domain/finding'
import type { ProsePlace } from './countedPhrases'
import type { ProseReading } from './readProse'

/** Whose report the findings are about, in which file, and what its running text is called. */
type About = Pick<Finding, 'unit' | 'year'> & Pick<Place, 'file' | 'table'>

/** Counts that no indicator is meant for are offered, and figures told twice unlike are told. */
export function proseFindings({ offers, conflicts }: ProseReading, about: About): Finding[] {
  const { file, table, ...whose } = about
  const placeIn = ({ line, column, page }: ProsePlace): Place => ({
    file,
    ...(table === undefined ? {} : { table }),
    row: line,
    column,
    ...(page === undefined ? {} : { page }),
  })
  return [
    ...conflicts.map(({ taken, other, place, sentence }): Finding => ({
      code: 'prose-conflict',
      severity: 'warning',
      place: placeIn(place),
      raw: sentence,
      indicators: [taken.indicator],
      detail: { taken: taken.cell.kind === 'value' ? taken.cell.value : '', other },
      ...whose,
    })),
    ...offers.map(({ name, value, unit, phrase, place, sentence, approximate }): Finding => ({
      code: 'prose-counted',
      severity: 'info',
      place: placeIn(place),
      raw: phrase,
      detail: { sentence, name, value, unit, ...(approximate ? { approximate: '约' } : {}) },
      ...whose,
    })),
  ]
}
