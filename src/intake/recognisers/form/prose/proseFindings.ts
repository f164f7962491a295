import { textRule } from '@/domain/checks/textRules'
import type { Finding, FormCode, Place } from '@/domain/finding'
import type { ProsePlace } from './countedPhrases'
import type { ProseReading } from './readProse'
import type { ReadValue } from './tableReadings'
import type { TextJudgement } from './textJudgement'

/** Whose report the findings are about, in which file, and what its running text is called. */
type About = Pick<Finding, 'unit' | 'year'> & Pick<Place, 'file' | 'table'>

/** Counts that no indicator is meant for are offered, and figures told twice unlike are told. */
export function proseFindings({ offers, conflicts }: ProseReading, about: About): Finding[] {
  const { file, table, ...whose } = about
  const placeIn = (place: ProsePlace) =>
    sourcePlace(place, { file, ...(table === undefined ? {} : { table }) })
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

/** What the text says and the tables, or the rest of the text, do not bear out, or leave open. */
export function judgementFindings(judgements: readonly TextJudgement[], about: About): Finding[] {
  const { file, table, ...whose } = about
  return judgements.flatMap((judgement): Finding[] => {
    const { outcome, place, sentence, label, said, compared } = judgement
    if (outcome === 'passed') return []
    const { name, severity, exceptions } = textRule(judgement.rule)
    const isOpen = outcome === 'undecidable'
    return [
      {
        code: isOpen ? 'prose-undecided' : codeOf(judgement),
        severity: isOpen ? 'info' : severity,
        place: sourcePlace(place, { file, ...(table === undefined ? {} : { table }) }),
        raw: sentence,
        detail: {
          rule: judgement.rule,
          name,
          label,
          said,
          exceptions,
          compared: comparedText(compared),
        },
        ...whose,
      },
    ]
  })
}

function codeOf({ rule, compared }: TextJudgement): FormCode {
  if (rule === 'P-PARTS') return 'prose-parts-differ'
  if (rule === 'P-YEAR') return 'prose-other-year'
  return compared.length === 0 ? 'prose-part-missing' : 'prose-differs'
}

function comparedText(compared: readonly ReadValue[]): string {
  return compared
    .map(({ label, value }) => `${label} ${value === null ? '（空）' : roundedText(value)}`)
    .join('、')
}

/** Shares are no round numbers; two decimals show which digit is off. */
function roundedText(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

function sourcePlace(
  { line, column, page }: ProsePlace,
  source: Pick<Place, 'file' | 'table'>,
): Place {
  return { ...source, row: line, column, ...(page === undefined ? {} : { page }) }
}
