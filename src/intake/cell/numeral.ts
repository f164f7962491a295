const digits: ReadonlyMap<string, number> = new Map([
  ...Array.from('零一二三四五六七八九', (sign, value) => [sign, value] as const),
  ['〇', 0],
  ['两', 2],
])

const powers: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const MYRIADS = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/u
const SECTION = /^(?:[零〇一二两三四五六七八九]?[十百千])*零?[一二两三四五六七八九]?$/u

/** A Chinese numeral of whole numbers (`三十二`, `一千零五`, `两万`, `零`); null for any other text. */
export function readNumeral(text: string): number | null {
  if (text === '') return null
  if (text === '零' || text === '〇') return 0
  const [, high, middle, low = ''] = MYRIADS.exec(text) ?? []
  let value = 0
  for (const [section, factor] of [
    [high, 1e8],
    [middle, 1e4],
    [low, 1],
  ] as const) {
    if (section === undefined || section === '') continue
    const part = readSection(section)
    if (part === null) return null
    value += part * factor
  }
  return value
}

function readSection(text: string): number | null {
  if (!SECTION.test(text)) return null
  let value = 0
  let digit: number | null = null
  let last = Infinity
  for (const sign of text) {
    const power = powers.get(sign)
    if (power === undefined) digit = digits.get(sign) ?? null
    else if (power >= last) return null
    else {
      value += (digit ?? 1) * power
      digit = null
      last = power
    }
  }
  return value + (digit ?? 0)
}
