import { countedPhrases, type CountedPhrase } from './countedPhrases'
import type { ProseSection } from './proseSections'
import { claimOf, type TableClaim } from './tableClaims'
import {
  judgeReadings,
  readValues,
  type CellOf,
  type ReadValue,
  type TableReading,
} from './tableReadings'
import type { TextJudgement } from './textJudgement'

/** Every counted phrase of a section that speaks of the tables, held against them. */
export function judgeClaims(
  section: ProseSection,
  year: number | null,
  cellOf: CellOf,
): TextJudgement[] {
  const judged: TextJudgement[] = []
  let last: { readonly claim: TableClaim; readonly sentence: string } | null = null
  for (const phrase of countedPhrases(section)) {
    const share = shareOf(phrase, last)
    const claim = share === null ? claimOf(phrase, year) : null
    if (share !== null) judged.push(...judgeShare(phrase, share, cellOf))
    if (claim !== null) judged.push(...judgeClaim(phrase, claim, cellOf))
    if (share === null) last = claim === null ? null : { claim, sentence: phrase.sentence }
  }
  return judged
}

function judgeClaim(phrase: CountedPhrase, claim: TableClaim, cellOf: CellOf): TextJudgement[] {
  const compared = readValues(claim.readings, cellOf)
  const judgement = judgeReadings(compared, (value) => value === phrase.value)
  if (judgement === null) return []
  const { rule, label } = claim
  const { sentence, place } = phrase
  return [{ rule, label, said: String(phrase.value), compared, sentence, place, ...judgement }]
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
function judgeShare(phrase: CountedPhrase, claim: TableClaim, cellOf: CellOf): TextJudgement[] {
  const parts = readValues(claim.readings, cellOf)
  const compared = parts.flatMap((part) =>
    readValues(wholes, cellOf).map((whole) => shareValue(part, whole)),
  )
  const half = halfDigit(phrase.written)
  const judgement = judgeReadings(compared, (share) => Math.abs(share - phrase.value) <= half)
  if (judgement === null) return []
  const { sentence, place, value } = phrase
  const label = `${claim.label}占比`
  return [{ rule: 'P-PCT', label, said: `${value}%`, compared, sentence, place, ...judgement }]
}

/** In percent; null where a number lacks or there is nothing to divide by. */
function shareValue(part: ReadValue, whole: ReadValue): ReadValue {
  const label = `${part.label}占${whole.label}`
  const isOpen = part.value === null || whole.value === null || whole.value === 0
  return { label, value: isOpen ? null : (100 * part.value) / whole.value }
}

/** Rounding noise of a division, far below the last digit that anyone writes. */
const NOISE = 1e-9

/** Half a unit of the last digit written: 0.5 for 34%, 0.05 for 33.9%. */
function halfDigit(written: string): number {
  const decimals = /\.(\d+)/u.exec(written)?.[1]?.length ?? 0
  return 0.5 * 10 ** -decimals + NOISE
}
