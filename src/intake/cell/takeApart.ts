import { SCALE_WORDS, UNIT_WORDS } from './measureUnit'

/** A written number, taken to pieces; empty strings for what is not there. */
export interface NumberParts {
  readonly sign: string
  /** `增加`, `下降` … before the number. */
  readonly direction: string
  /** Digits with at most one point; null where the groups of digits are not well formed. */
  readonly digits: string | null
  /** Separators of thousands were there; `spaced`: they were spaces. */
  readonly grouped: boolean
  readonly spaced: boolean
  readonly approximate: boolean
  readonly scale: string
  readonly unit: string
  /** Words in brackets behind the number. */
  readonly remark: string
}

const APPROXIMATE_BEFORE = '大约|约为|约|将近|接近|近|超过|超|逾'
const APPROXIMATE_AFTER = '余|多'
const BOUNDS = '左右|以上|以下|上下'
const SINCE = '同比|环比|(?:较|比)(?:上年|去年)(?:同期)?'
const DIRECTION = '增加|增长|上升|提高|增|升|下降|减少|回落|降低|降|减'
const SPACE = ' ?'

const NUMBER = new RegExp(
  [
    '^',
    `(?:(?:${SINCE})(?=${DIRECTION}))?(?<direction>${DIRECTION})?`,
    `(?<before>${APPROXIMATE_BEFORE})?${SPACE}`,
    `(?<sign>[+-]?)${SPACE}`,
    '(?<number>\\d[\\d, ]*(?:\\.\\d+)?|\\.\\d+)',
    `${SPACE}(?<after1>${APPROXIMATE_AFTER})?${SPACE}`,
    `(?<scale>${SCALE_WORDS})?${SPACE}(?<after2>${APPROXIMATE_AFTER})?`,
    `${SPACE}(?<unit>${UNIT_WORDS})?${SPACE}(?<bound>${BOUNDS})?`,
    `${SPACE}(?:\\((?<remark>.*[^\\d\\s.,()+-].*)\\))?`,
    '$',
  ].join(''),
  'u',
)

const PLAIN = /^(?:\d+(?:\.\d+)?|\.\d+)$/
const BY_COMMAS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/
const BY_SPACES = /^[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?$/

/** Longest text that can be one number with its remark; longer is prose. */
const LONGEST = 400

/** A folded text as one number with what stands around it; null where it is something else. */
export function takeApart(folded: string): NumberParts | null {
  if (folded.length > LONGEST) return null
  const groups = NUMBER.exec(folded)?.groups
  if (groups === undefined) return null
  const number = (groups.number ?? '').trim()
  const byCommas = BY_COMMAS.test(number)
  const bySpaces = BY_SPACES.test(number)
  return {
    sign: groups.sign ?? '',
    direction: groups.direction ?? '',
    digits: byCommas || bySpaces || PLAIN.test(number) ? number.replace(/[ ,]/g, '') : null,
    grouped: byCommas || bySpaces,
    spaced: bySpaces,
    approximate: [groups.before, groups.after1, groups.after2, groups.bound].some(
      (word) => word !== undefined,
    ),
    scale: groups.scale ?? '',
    unit: groups.unit ?? '',
    remark: groups.remark ?? '',
  }
}

const DATES = [
  /^\d{4}(?:[-/年]\d{1,2}(?:月|[-/月]\d{1,2}日?)?|\.\d{1,2}\.\d{1,2})$/u,
  /^\d{1,2}月\d{1,2}日?$/u,
  /^\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?$/,
  /^\d{1,2}-[a-z]{3}(?:-\d{2,4})?$/i,
  /^[a-z]{3}-\d{1,4}$/i,
]

/** Whether a spreadsheet has made, or would make, a date of it: `1-2`, `1月2日`, `Mar-24`. */
export function looksLikeDate(folded: string): boolean {
  return DATES.some((date) => date.test(folded))
}

/** `1e5`: a number to a machine, perhaps a code to a person. */
export function scientific(folded: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i.test(folded)
}
