import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumeral } from '@/intake/cell/numeral'
import { numeralInDigits } from '@/intake/cell/numeralInDigits'
import { parseCell } from '@/intake/parseCell'

/** Ways of writing: everyday, with 两 where it is said, as on cheques. */
const ways = {
  everyday: { digits: '零一二三四五六七八九', powers: ['', '十', '百', '千'], pair: '二' },
  spoken: { digits: '零一二三四五六七八九', powers: ['', '十', '百', '千'], pair: '两' },
  formal: { digits: '零壹贰叁肆伍陆柒捌玖', powers: ['', '拾', '佰', '仟'], pair: '贰' },
} as const
type Way = (typeof ways)[keyof typeof ways]

/** Writes a whole number as the textbooks teach it: sections of four, 零 for what is left out. */
function write(value: number, way: Way): string {
  if (value === 0) return '零'
  let text = ''
  let rest = value
  for (const [factor, word] of [
    [1e12, '万'],
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const section = Math.floor(rest / factor)
    rest %= factor
    if (section > 0) {
      const isGap = text !== '' && (section < 1000 || text.endsWith('|'))
      text = text.replace('|', '') + (isGap ? '零' : '') + writeSection(section, way) + word
    } else if (text !== '' && !text.endsWith('|')) {
      text += '|'
    }
    if (factor === 1e8 && value >= 1e12 && !text.includes('亿'))
      text = `${text.replace('|', '')}亿|`
  }
  return text.replace('|', '')
}

function writeSection(section: number, { digits, powers, pair }: Way): string {
  let text = ''
  let wasZero = false
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(section / 10 ** power) % 10
    if (digit === 0) {
      wasZero = text !== ''
      continue
    }
    if (wasZero) text += '零'
    wasZero = false
    text += (digit === 2 && power >= 2 ? pair : (digits[digit] ?? '')) + (powers[power] ?? '')
  }
  return text
}

test('what is written is read, from 0 to a million millions', () => {
  const numbers = fc.oneof(
    fc.integer({ min: 0, max: 1e12 }),
    fc.integer({ min: 0, max: 20_000 }),
    // Many zeros.
    fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 10 }))
      .map(([few, zeros]) => few * 10 ** zeros),
    fc.constant(1e12),
  )
  fc.assert(
    fc.property(numbers, fc.constantFrom(...Object.values(ways)), (value, way) => {
      expect(readNumeral(write(value, way))).toBe(value)
    }),
    { numRuns: 2_000 },
  )
})

test('no two numbers are written alike, and any text is read or refused', () => {
  const signs = fc.constantFrom(...Array.from('零〇一二两三五九十百千万亿壹拾佰'))
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 9 }), (text) => {
      const value = readNumeral(text)
      if (value !== null && value <= 1e12)
        expect(readNumeral(write(value, ways.everyday))).toBe(value)
    }),
  )
})

test.each([
  ['十', 10],
  ['十二', 12],
  ['一百一十五', 115],
  ['一百十五', 115],
  ['一百零五', 105],
  ['一千零一十', 1010],
  ['一千零五十', 1050],
  ['三万五千', 35_000],
  ['一万零五百', 10_500],
  ['一亿零二万', 100_020_000],
  ['一亿零五千', 100_005_000],
  ['一万亿', 1e12],
  ['两', 2],
  ['〇', 0],
])('%s is %s', (text, value) => {
  expect(readNumeral(text)).toBe(value)
})

test.each([
  ...['一百五', '一万五', '两千三', '三五', '十四五', '二〇二三', '三十二十', '百', '万', '百万'],
  ...[
    '十零五',
    '一百零',
    '零五',
    '一千零三百',
    '一百百',
    '两三',
    '',
    '三个',
    '一一',
    '零零',
    '一亿亿',
  ],
])('%s is no number that can be read in one way', (text) => {
  expect(readNumeral(text)).toBeNull()
})

describe('in a text', () => {
  test.each([
    ['两千元', '2000元'],
    ['三万五千元', '35000元'],
    ['人民币叁万元整', '30000元'],
    ['壹仟贰佰元整', '1200元'],
    ['壹仟贰佰叁拾肆圆伍角陆分', '1234.56元'],
    ['五元零六分', '5.06元'],
    ['约三万五千元', '约35000元'],
    ['一百二十三件', '123件'],
    ['十余件', '10余件'],
    ['三百多条', '300多条'],
    ['百余件', '100余件'],
    ['近千条', '近1000条'],
    ['十余万元', '10余万元'],
    ['两万条', '2万条'],
    ['三点五万元', '3.5万元'],
    ['百分之三点零五', '3.05%'],
    ['同比增长百分之三十', '同比增长30%'],
    ['零件', '0件'],
    ['3万5千元', '35000元'],
    ['1亿2000万元', '120000000元'],
    ['1万2千余件', '12000余件'],
  ])('%s is %s', (text, digits) => {
    expect(numeralInDigits(text)).toBe(digits)
  })

  test.each([
    ...['若干', '件', '上百件', '百件', '数十件', '十几件', '三五件', '二〇二三年', '十四五规划'],
    ...['3万5', '3千5万件', '1万20千件', '一件一码', '三公经费', '两会', '第三', '一是'],
  ])('%s has none', (text) => {
    expect(parseCell(text, { kind: 'count', unit: '件' }).cell).toEqual({ kind: 'unreadable' })
  })
})
