import type { TableReading, TextClaim } from '@/domain/checks/textClaim'
import { countedPhrases, type CountedPhrase } from './countedPhrases'
import type { ProseSection } from './proseSections'
import { claimOf, type TableClaim } from './tableClaims'

/** Every counted phrase of a section that speaks of the tables. */
export function countedClaims(section: ProseSection, year: number | null): TextClaim[] {
  const claims: TextClaim[] = []
  let last: { readonly claim: TableClaim; readonly sentence: string } | null = null
  for (const phrase of countedPhrases(section)) {
    const share = shareOf(phrase, last)
    const claim = share === null ? claimOf(phrase, year) : null
    if (share !== null) claims.push(shareClaim(phrase, share))
    if (claim !== null) claims.push(numberClaim(phrase, claim))
    if (share === null) last = claim === null ? null : { claim, sentence: phrase.sentence }
  }
  return claims
}

function numberClaim(phrase: CountedPhrase, { rule, label, readings }: TableClaim): TextClaim {
  const { value, sentence, place } = phrase
  const basis = { kind: 'number', value, readings } as const
  return { rule, label, said: String(value), basis, sentence, place }
}

/** The count that a share belongs to: 予以公开 12 件，占 40%. */
function shareOf(
  { unit, near, sentence }: CountedPhrase,
  last: { readonly claim: TableClaim; readonly sentence: string } | null,
): TableClaim | null {
  if (unit !== '%' || last?.sentence !== sentence || !/占/u.test(near)) return null
  return ['P-OUT', 'P-NATURAL'].includes(last.claim.rule) ? last.claim : null
}

const wholes: readonly TableReading[] = [
  { label: '办理结果总计', indicators: ['requests.processed.total'] },
  { label: '本年新收', indicators: ['requests.new.total'] },
  { label: '新收加结转', indicators: ['requests.new.total', 'requests.carriedIn.total'] },
]

/** P-PCT: a count's share of the requests, right to half the last digit that is written. */
function shareClaim(phrase: CountedPhrase, { label, readings: parts }: TableClaim): TextClaim {
  const { value: percent, written, sentence, place } = phrase
  const basis = { kind: 'share', percent, half: halfDigit(written), parts, wholes } as const
  return { rule: 'P-PCT', label: `${label}占比`, said: `${percent}%`, basis, sentence, place }
}

/** Rounding noise of a division, far below the last digit that anyone writes. */
const NOISE = 1e-9

/** Half a unit of the last digit written: 0.5 for 34%, 0.05 for 33.9%. */
function halfDigit(written: string): number {
  const decimals = /\.(\d+)/u.exec(written)?.[1]?.length ?? 0
  return 0.5 * 10 ** -decimals + NOISE
}
