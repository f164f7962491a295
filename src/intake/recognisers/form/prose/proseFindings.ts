import { ruleById } from '@/domain/checks/rules'
import {
  comparedText,
  judgeClaim,
  type CellOf,
  type ClaimPlace,
  type ClaimResult,
  type TextClaim,
} from '@/domain/checks/textClaim'
import type { Finding, FormCode, Place } from '@/domain/finding'
import type { ProseReading } from './readProse'

/** Whose report the findings are about, in which file, and what its running text is called. */
type About = Pick<Finding, 'unit' | 'year'> & Pick<Place, 'file' | 'table'>

/** Counts that no indicator is meant for are offered, and figures told twice unlike are told. */
export function proseFindings({ offers, conflicts }: ProseReading, about: About): Finding[] {
  const { file, table, ...whose } = about
  const placeIn = (place: ClaimPlace) =>
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
export function claimFindings(
  claims: readonly TextClaim[],
  cellOf: CellOf,
  about: About,
): Finding[] {
  const { file, table, ...whose } = about
  return claims.flatMap((claim): Finding[] => {
    const result = judgeClaim(claim, cellOf)
    if (result === null || result.outcome === 'passed') return []
    const { rule, label, said, sentence, place } = claim
    const { name, severity, exceptions } = ruleById(rule)
    const isOpen = result.outcome === 'undecidable'
    const compared = comparedText(result.compared)
    return [
      {
        code: isOpen ? 'prose-undecided' : codeOf(claim, result),
        severity: isOpen ? 'info' : severity,
        place: sourcePlace(place, { file, ...(table === undefined ? {} : { table }) }),
        raw: sentence,
        detail: { rule, name, label, said, exceptions, compared },
        ...whose,
      },
    ]
  })
}

function codeOf({ rule }: TextClaim, { compared }: ClaimResult): FormCode {
  if (rule === 'P-PARTS') return 'prose-parts-differ'
  if (rule === 'P-YEAR') return 'prose-other-year'
  return compared.length === 0 ? 'prose-part-missing' : 'prose-differs'
}

function sourcePlace(
  { line, column, page }: ClaimPlace,
  source: Pick<Place, 'file' | 'table'>,
): Place {
  return { ...source, row: line, column, ...(page === undefined ? {} : { page }) }
}
