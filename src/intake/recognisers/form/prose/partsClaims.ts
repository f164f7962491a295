import type { TextClaim } from '@/domain/checks/textClaim'
import { countedPhrases, type CountedPhrase } from './countedPhrases'
import type { ProseSection } from './proseSections'

const WHOLE = /(?:共|总计|合计)/u
const SOME = /其中|包括|包含/u
const ALL = /分别|[：:]/u
const CHANGE = /增加|增长|减少|下降|上升|同比|上年|去年|较/u
const LEAST_PARTS = 2

/**
 * P-PARTS: 共 X 条，其中 a、b、c: the parts listed in one breath behind a whole, in its unit, are not more
 * than it; named in full (分别为), they are it.
 */
export function partsClaims(section: ProseSection): TextClaim[] {
  const phrases = countedPhrases(section)
  return phrases.flatMap((whole, at) => {
    if (whole.approximate || whole.unit === '%' || !WHOLE.test(whole.near)) return []
    return listClaims(whole, phrases.slice(at + 1))
  })
}

function listClaims(whole: CountedPhrase, following: readonly CountedPhrase[]): TextClaim[] {
  const [first] = following
  if (first === undefined || !(SOME.test(first.span) || ALL.test(first.span))) return []
  if (first.sentence !== whole.sentence && !/^\s*(?:其中|包括)/u.test(first.sentence)) return []
  const end = following.findIndex(
    (each, at) =>
      each.sentence !== first.sentence ||
      each.unit !== whole.unit ||
      (at > 0 && (SOME.test(each.span) || WHOLE.test(each.near))) ||
      CHANGE.test(each.span),
  )
  const parts = end < 0 ? following : following.slice(0, end)
  if (parts.length < LEAST_PARTS || parts.some(({ approximate }) => approximate)) return []
  const sum = parts.reduce((total, { value }) => total + value, 0)
  const holds = SOME.test(first.span) ? sum <= whole.value : sum === whole.value
  const { sentence, place } = whole
  return [
    {
      rule: 'P-PARTS',
      label: `${whole.near.trim()}${whole.written}`,
      said: String(whole.value),
      basis: {
        kind: 'text',
        holds,
        compared: [{ label: `${parts.length} 个分项之和`, value: sum }],
      },
      sentence: sentence === first.sentence ? sentence : sentence + first.sentence,
      place,
    },
  ]
}
