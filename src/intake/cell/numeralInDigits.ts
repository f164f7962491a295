import { NUMERAL_SIGNS, readNumeral } from './numeral'

const RUN = `[${NUMERAL_SIGNS}]+`
const HEAD = `(?<head>[^${NUMERAL_SIGNS}\\d]*?)`

/** `壹仟贰佰元整`, `人民币两千元`, `三元五角`. */
const MONEY = new RegExp(
  `^${HEAD}(?:人民币)?(?<yuan>${RUN})元(?:(?<jiao>${RUN})角)?(?:(?<fen>${RUN})分)?[整正]?$`,
  'u',
)
const SHARE = new RegExp(`^${HEAD}百分之(?<run>${RUN})(?:点(?<decimals>${RUN}))?(?<rest>.*)$`, 'u')
const DECIMAL = new RegExp(
  `^${HEAD}(?<run>${RUN})点(?<decimals>[零〇一二三四五六七八九]+)(?<rest>.*)$`,
  'u',
)
const WHOLE = new RegExp(`^${HEAD}(?<run>${RUN})(?<more>[余多]?)(?<rest>.*)$`, 'u')

/** 百余件, 近千条: a power alone; 约万元 may have lost its digit. */
const LONE_POWER = /^[百千万]$/u
const NEAR = /近$/u
/** `两万`, `十亿`: rounded as `2万` is. */
const ROUNDED = /^(.+)([万亿])$/u

/**
 * A text whose one number is a Chinese numeral, with the number in digits (`约三万五千元` → `约35000元`,
 * `十余件` → `10余件`, `壹仟贰佰元整` → `1200元`, `百分之三点五` → `3.5%`), or that has digits with several
 * powers (`3万5千元` → `35000元`). Null where there is none, or none that can be read in one way only.
 */
export function numeralInDigits(folded: string): string | null {
  const text = folded.replace(/[圆圓]/gu, '元')
  if (/\d/.test(text)) return compoundInDigits(text)
  return moneyInDigits(text) ?? shareInDigits(text) ?? decimalInDigits(text) ?? wholeInDigits(text)
}

function moneyInDigits(text: string): string | null {
  const { head = '', yuan = '', jiao, fen } = MONEY.exec(text)?.groups ?? {}
  const whole = readNumeral(yuan)
  if (whole === null) return null
  const cents = [digitOf(jiao ?? '零'), digitOf(fen?.replace(/^[零〇](?=.)/u, '') ?? '零')]
  if (cents.includes(null)) return null
  return `${head}${whole}${cents.some((each) => each !== 0) ? `.${cents.join('')}` : ''}元`
}

function digitOf(text: string): number | null {
  const value = readNumeral(text)
  return value !== null && value < 10 ? value : null
}

function shareInDigits(text: string): string | null {
  const { head = '', run = '', decimals, rest = '' } = SHARE.exec(text)?.groups ?? {}
  const number = decimalNumber(run, decimals ?? '')
  return number === null ? null : `${head}${number}%${rest}`
}

function decimalInDigits(text: string): string | null {
  const { head = '', run = '', decimals = '', rest = '' } = DECIMAL.exec(text)?.groups ?? {}
  const number = decimals === '' ? null : decimalNumber(run, decimals)
  return number === null ? null : head + number + rest
}

function decimalNumber(run: string, decimals: string): string | null {
  const whole = readNumeral(run)
  const behind = Array.from(decimals, digitOf)
  if (whole === null || behind.includes(null)) return null
  return behind.length === 0 ? String(whole) : `${whole}.${behind.join('')}`
}

function wholeInDigits(text: string): string | null {
  const { head = '', run = '', more = '', rest = '' } = WHOLE.exec(text)?.groups ?? {}
  if (run === '') return null
  const number =
    LONE_POWER.test(run) && (more !== '' || NEAR.test(head))
      ? readNumeral(`一${run}`)
      : rounded(run)
  return number === null ? null : `${head}${number}${more}${rest}`
}

/** With its last power as a word, as `2万` has it. */
function rounded(run: string): string | null {
  const [, above = run, power = ''] = ROUNDED.exec(run) ?? []
  const number = readNumeral(above)
  return number === null ? null : `${number}${power}`
}

const COMPOUND = new RegExp(
  `^(?<head>[^\\d]*)(?<run>\\d+[亿万千](?:\\d+[万千百])*\\d*)(?<rest>[^\\d]*)$`,
  'u',
)
const POWERS: ReadonlyMap<string, number> = new Map([
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
  ['', 0],
])

/** Every part is less than one of the part before, and digits at the end fill all of its places. */
function compoundInDigits(text: string): string | null {
  const { head = '', run = '', rest = '' } = COMPOUND.exec(text)?.groups ?? {}
  const parts = Array.from(run.matchAll(/(\d+)([亿万千百]?)/gu), ([, number = '', word = '']) => ({
    number,
    word,
    power: POWERS.get(word) ?? 0,
  }))
  const fits = parts.every(({ number, word, power }, at) => {
    const above = parts[at - 1]?.power ?? Infinity
    return power < above && (word === '' ? number.length === above : power + number.length <= above)
  })
  if (parts.length < 2 || !fits) return null
  const value = parts.reduce((sum, { number, power }) => sum + Number(number) * 10 ** power, 0)
  return `${head}${value}${rest}`
}
