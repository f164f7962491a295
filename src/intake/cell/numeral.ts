const digits: ReadonlyMap<string, number> = new Map([
  ...Array.from('零一二三四五六七八九', (sign, value) => [sign, value] as const),
  ...Array.from('〇壹贰叁肆伍陆柒捌玖', (sign, value) => [sign, value] as const),
  ['两', 2],
])

/** Every sign of a Chinese numeral, for a class of a regular expression. */
export const NUMERAL_SIGNS = `${[...digits.keys()].join('')}十拾百佰千仟万亿`

const ZERO = /^[零〇]/u
const MYRIADS = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/u

/**
 * A Chinese numeral of whole numbers below 10^16, everyday or as on cheques (`三十二`, `一千零五`, `两万`,
 * `壹仟贰佰`, `零`); null for any other text, and for what has two readings or none: `一百五` (105 or
 * 150), `一万五`, `两三`, `三十二十`.
 */
export function readNumeral(text: string): number | null {
  if (text === '零' || text === '〇') return 0
  return text === '' || ZERO.test(text) ? null : readMyriads(text)
}

function readMyriads(text: string): number | null {
  const [, high, middle, low = ''] = MYRIADS.exec(text) ?? []
  const above = high === undefined ? 0 : readMyriads(high)
  const between = middle === undefined ? 0 : readSection(middle)
  const below = low === '' ? 0 : readLowest(low, high !== undefined, middle !== undefined)
  if (above === null || between === null || below === null || above >= 1e8) return null
  return above * 1e8 + between * 1e4 + below
}

/** What stands behind the last 万 or 亿. */
function readLowest(text: string, isBehindHigh: boolean, isBehindMiddle: boolean): number | null {
  const hasZero = ZERO.test(text)
  // 一万五 may be 15,000: behind a larger power a lone digit needs its 零.
  if ((isBehindHigh || isBehindMiddle) && text.length === 1) return null
  // 一亿零五千: the 零 stands for the myriads that are not there.
  return readSection(hasZero && isBehindHigh && !isBehindMiddle ? text.slice(1) : text)
}

const DIGIT = `[${[...digits.keys()].filter((sign) => !ZERO.test(sign)).join('')}]`
/** Powers from above; a 零 where powers are left out, which a lone digit behind 百 or 千 needs. */
const SECTION = new RegExp(
  `^(?:(?<thousands>${DIGIT})[千仟])?(?:(?:^[零〇])?(?<hundreds>${DIGIT})[百佰])?` +
    `(?:(?:(?<=^|[千仟])[零〇])?(?<tens>${DIGIT}?)(?<ten>[十拾]))?` +
    `(?:(?:(?<=[十拾])|^[零〇]?|(?<=[千仟百佰])[零〇])(?<ones>${DIGIT}))?$`,
  'u',
)

/** A number from 1 to 9,999. */
function readSection(text: string): number | null {
  const parts = text === '' ? undefined : SECTION.exec(text)?.groups
  if (parts === undefined) return null
  const of = (name: string) => digits.get(parts[name] ?? '') ?? 0
  const tens = parts['ten'] !== undefined && parts['tens'] === '' ? 1 : of('tens')
  return of('thousands') * 1000 + of('hundreds') * 100 + tens * 10 + of('ones')
}
