import type { ReportEdition } from '@/domain/indicator'
import type { Scope } from '@/domain/report'
import type { UnitText } from '@/domain/unit'
import { foldCellText } from '../cell/foldCellText'

/** Report years that are taken: the reports began with 2008, and a later century is a slip. */
export const FIRST_YEAR = 2000
export const LAST_YEAR = 2099

const HAN_DIGITS = '〇一二三四五六七八九'
const YEAR = /^(\d{4})(?:\.0+)?(?: ?年度?)?$/u
/** A circle or a letter often stands for the sign of zero. */
export const HAN_ZERO = '〇○零0OoＯ'
const HAN_YEAR = new RegExp(`^(二[${HAN_ZERO}][${HAN_ZERO}一二三四五六七八九]{2}) ?年?度?$`, 'u')
const HAN_YEARS = new RegExp(`二[${HAN_ZERO}][${HAN_ZERO}一二三四五六七八九]{2}(?= ?年)`, 'gu')

/** The report year that a text names (`2023`, `2023年度`, `二〇二三年`), or null. */
export function parseYear(text: string): number | null {
  const folded = foldCellText(text)
  const digits = YEAR.exec(folded)?.[1] ?? hanYear(folded)
  if (digits === null) return null
  const year = Number(digits)
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null
}

/** The year of the report and those before it in words, by how many years from it. */
const relativeYears: ReadonlyMap<string, number> = new Map([
  ...[
    '本年',
    '本年度',
    '今年',
    '本期',
    '当年',
    '本年数',
    '本期数',
    '全年',
    '全年数',
    '本年度数',
    '报告年度',
  ].map((word): [string, number] => [word, 0]),
  ...['上年', '上年度', '去年', '上期', '上一年', '上一年度', '上年同期', '去年同期', '上年数'].map(
    (word): [string, number] => [word, -1],
  ),
  ...['上期数', '上年度数', '上年同期数', '去年数', '去年同期数'].map((word): [string, number] => [
    word,
    -1,
  ]),
])

/** Whether a cell says that it has what stands above it. */
export function isDitto(text: string): boolean {
  return /^(?:〃|〞|″|''|"|＂|同上|同前)$/u.test(text.trim())
}

/** 0 for `本年`, -1 for `上年` and words like them, as a column or row of figures has them; else null. */
export function relativeYear(text: string): number | null {
  return relativeYears.get(foldCellText(text).replaceAll(/\s/g, '')) ?? null
}

function hanYear(folded: string): string | null {
  const written = HAN_YEAR.exec(folded)?.[1]
  if (written === undefined) return null
  return digitsOf(written)
}

function digitsOf(han: string): string {
  const zeros = Array.from(han, (digit) => (HAN_ZERO.includes(digit) ? '〇' : digit))
  return zeros.map((digit) => HAN_DIGITS.indexOf(digit)).join('')
}

/** A title with its years in digits (`二〇二三年度` as `2023年度`). */
export function withYearsInDigits(text: string): string {
  return text.replace(HAN_YEARS, digitsOf)
}

const scopeWords: ReadonlyMap<string, Scope> = new Map([
  ...[
    '',
    'whole',
    '全县汇总',
    '全县',
    '全区汇总',
    '全区',
    '全市汇总',
    '全市',
    '汇总',
    '全口径',
  ].map((word): [string, Scope] => [word, 'whole']),
  ...['office', '办公室', '本级', '本级(办公室)', '政府办', '政府办公室', '县政府办公室'].map(
    (word): [string, Scope] => [word, 'office'],
  ),
  ...['auxiliary', '辅助数据', '辅助'].map((word): [string, Scope] => [word, 'auxiliary']),
])

/** The scope that a text names; nothing means the whole county. Null: another word. */
export function parseScope(text: string): Scope | null {
  return scopeWords.get(foldCellText(text).toLowerCase()) ?? null
}

const EDITION_2019 = /^(?:2019(?:年?版?)?(?:表样|格式)?|.*〔2019〕60号.*|.*试行.*)$/u
const EDITION_2021 = /^(?:2021(?:年?版?)?(?:表样|格式)?|.*〔2021〕30号.*)$/u

/** The edition of the form that a text names; nothing means unknown. Null: another word. */
export function parseEdition(text: string): ReportEdition | null {
  if (text === '2021' || text === '2019') return text
  const folded = foldCellText(text).replace(/^(\d{4})\.0$/, '$1')
  if (['', 'unknown', '未知', '不明'].includes(folded.toLowerCase())) return 'unknown'
  if (EDITION_2019.test(folded)) return '2019'
  return EDITION_2021.test(folded) ? '2021' : null
}

const TOTAL =
  /^(?:其中|全[市省国区县州盟]|[各本]?(?:县区|区县|市县|县市区)?)?(?:合计|小计|总计|总和|平均值?|均值|汇总)[::]?$|^全[市省国]$/u
/** What is worked out from the rows of a table: no unit is called so. */
const STATISTIC =
  /^(?:[县区]均|中位数|最[大小高低]值?|标准差|极差|占比|比重|排[名位序]|同比|环比|增减|增幅|(?:上年|去年)同期数?|同比(?:增减|增长|变化)率?)(?:[(（]?%[)）]?)?[::]?$/u
const NOTE =
  /^(?:\*|※|注\d?[::.、]|备注|说明[::]|填[报表写]|制表|审核|审签|复核|数据来源|来源[::]|联系|单位负责人|单位[::]|统计负责人|经办|报送|打印|第\d+页)/u

/** Whether a unit's name is the word for a total, which is no report. */
export function isTotal(name: string): boolean {
  return TOTAL.test(foldCellText(name).replaceAll(' ', ''))
}

/** Whether a column of remarks is called so. */
export function isRemark(heading: string): boolean {
  return /^(?:备注|说明|附注|情况说明|备注说明)$/u.test(heading.replaceAll(/\s/g, ''))
}

/** Whether a row numbers the columns (`甲 乙 1 2`), as statistical tables do below their headers. */
export function isColumnNumbers(cells: readonly string[]): boolean {
  const [first, ...others] = cells.map((text) => text.trim()).filter((text) => text !== '')
  return first === '甲' && others.length > 0 && others.every((text) => COLUMN_NUMBER.test(text))
}

const COLUMN_NUMBER = /^(?:[乙丙丁戊己庚辛]|\d{1,2})$/u

/** Whether a unit's name is that of a sum of units (`南片小计`), or of what is worked out from them (`排名`). */
export function isUnitTotal(name: string): boolean {
  const folded = foldCellText(name)
  return isTotal(name) || /(?:小计|合计|总计|平均值?)[::]?$/u.test(folded) || STATISTIC.test(folded)
}

/** Whether a name is that of the total of a whole table; a 小计 or a mean is another thing. */
export function isTableTotal(name: string): boolean {
  return isTotal(name) && /(?:合计|总计|总和)[::]?$/u.test(foldCellText(name).replaceAll(' ', ''))
}

/** Whether a row that begins so is a note under the table (`注：…`, `填报人：…`). */
export function isNote(text: string): boolean {
  return NOTE.test(foldCellText(text).replaceAll(' ', ''))
}

/** A unit's code and name as written, without what only a spreadsheet put there. */
export function unitText(code: string, name: string): UnitText {
  const digits = foldCellText(code).replace(/\.0+$/, '')
  return {
    code: /^\d{6}0{6}$/.test(digits) ? digits.slice(0, 6) : digits,
    name: foldName(name),
  }
}

/** `（盖章）` behind the name of who reports. */
const STAMPED = /\s*[（(]\s*(?:加?盖?公?章|签章)\s*[)）]\s*[:：]?$/u

/** `1.汉阴县`, `（二）石泉县`: the place in a list is no part of the name. */
const ORDINAL =
  /^(?:\d{1,2}[.、．]|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*(?=\p{Script=Han}{2})/u

function foldName(name: string): string {
  const trimmed = name.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '').trim()
  const unnumbered = trimmed.replace(ORDINAL, '')
  return unnumbered.replace(/^'(?=\s*[=+\-@＝＋－＠\t\r\n\0])/u, '').replace(STAMPED, '')
}
