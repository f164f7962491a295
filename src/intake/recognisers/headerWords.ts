import type { KeyColumn } from '@/domain/aliases'
import { matchIndicator, matchKeyColumn } from '@/domain/labels'
import { moneyUnitOf } from '../cell/measureUnit'
import { parseYear, relativeYear } from './keyTexts'
import type { HeaderColumn } from './mapColumns'

type Row = readonly string[]

/** The rows that a header takes beside the one with the key columns. */
export interface HeaderWords {
  /** Rows of words to be joined, from above to below. */
  readonly levels: readonly Row[]
  /** The same header in the other language. */
  readonly second: Row | null
  /** How many rows stand above and below the one with the key columns. */
  readonly above: number
  readonly below: number
}

/** Rows that a header may have at most. */
const HEADER_ROWS = 4

/** Which rows around the one with the key columns belong to the header. */
export function headerWords(
  rows: readonly Row[],
  from: number,
  row: number,
  keys: ReadonlyMap<KeyColumn, number>,
): HeaderWords {
  const own = rows[row] ?? []
  const next = rows[row + 1] ?? []
  const caption = captionRow(rows, row, from, keys)
  const above = caption === null ? [] : [caption]
  if (isOtherLanguage(next, keys)) {
    return { levels: [...above, own], second: next, above: above.length, below: 1 }
  }
  const below = subRows(rows, row, keys)
  return {
    levels: [...above, own, ...below],
    second: null,
    above: above.length,
    below: below.length,
  }
}

/** A second row with the same key columns, in the other language. */
function isOtherLanguage(cells: Row, keys: ReadonlyMap<KeyColumn, number>): boolean {
  return [...keys].every(([key, index]) => matchKeyColumn(cells[index] ?? '') === key)
}

/** Rows under the header that have no keys and no numbers: parts of merged headers. */
function subRows(rows: readonly Row[], row: number, keys: ReadonlyMap<KeyColumn, number>): Row[] {
  const found: Row[] = []
  for (const cells of rows.slice(row + 1, row + HEADER_ROWS)) {
    const isBelow = [...keys.values()].every((index) => (cells[index] ?? '').trim() === '')
    const texts = cells.filter((cell) => cell.trim() !== '')
    if (isBelow && isRowOfYears(texts)) {
      found.push(cells)
      continue
    }
    if (!isBelow || texts.length === 0 || texts.some((text) => /^[\d\s.,%+-]+$/.test(text))) break
    if (texts.every((text) => matchIndicator(text).length === 0) && texts.length < 2) break
    found.push(cells)
  }
  return found
}

/** Years below names of figures: figures all of which look like different years there are none. */
function isRowOfYears(texts: readonly string[]): boolean {
  const years = texts.map(parseYear)
  return years.every((year) => year !== null) && new Set(years).size > 1
}

/** The row above, where it groups columns and has nothing over the keys. */
function captionRow(
  rows: readonly Row[],
  row: number,
  from: number,
  keys: ReadonlyMap<KeyColumn, number>,
): Row | null {
  const cells = row > from ? rows[row - 1] : undefined
  if (cells === undefined) return null
  const isClear = [...keys.values()].every((index) => (cells[index] ?? '').trim() === '')
  const texts = cells.filter((cell) => cell.trim() !== '')
  return isClear && texts.length >= 2 && moneyUnitOf(texts.join(' ')) === null ? cells : null
}

/** Every column that is no key, its words from all rows joined, merged cells carried to the right. */
export function headerColumns(
  levels: readonly Row[],
  second: Row | null,
  keys: ReadonlySet<number>,
): HeaderColumn[] {
  const width = Math.max(...levels.map((cells) => cells.length), second?.length ?? 0)
  const columns: HeaderColumn[] = []
  let carried: string[] = []
  for (let index = 0; index < width; index++) {
    if (keys.has(index)) {
      carried = []
      continue
    }
    const own = levels.map((cells) => (cells[index] ?? '').trim())
    const words = own.map((word, level) => word || inherited(own, level, carried))
    carried = words
    const joined = joinedWords(words)
    const other = (second?.[index] ?? '').trim()
    const lowest = lowestOf(words.map(told), own.map(told))
    const texts = [...new Set([joined, other])].filter((text) => text !== '')
    columns.push({ index, texts, lowest })
  }
  return columns.filter(({ texts }) => texts.length > 0)
}

function joinedWords(words: readonly string[]): string {
  const telling = words.map(told).filter((word) => word !== '')
  const named = telling.length > 0 ? telling : words.filter((word) => word !== '')
  return [...new Set(named)].join('·')
}

/** `本年` below the name of a figure says what every row does. */
function told(word: string): string {
  return relativeYear(word) === 0 ? '' : word
}

/** Words above others that make another figure of what they name, or of another year, or a part of it. */
const ANOTHER =
  /同比|环比|增长|增幅|增减|占比|比重|比例|[率%％]|上年|上期|去年|同期|累计|排名|名次|其中|不含|不包括|[上下]半年|季度|月份?$|计划|目标|预算|预计|往年|历年|网上|线上|线下|窗口/u
/** Who has a part of the figures of a county, or what is one. */
const PART = /(?:[局委办科股处室镇乡队]|街道|中心|部门|园区|开发区|高新区|企业|公司)$/u

/**
 * What a column's words mean where they say nothing when joined: the same from below to above (`结果维持` over
 * `行政复议`), or the lowest alone below a caption. Nothing where a word above says something of its own.
 */
function lowestOf(words: readonly string[], own: readonly string[]): string {
  const named = [...new Set(words.filter((word) => word !== ''))]
  const turned = named.toReversed().join('·')
  if (named.length > 1 && matchIndicator(turned).length > 0) return turned
  const lowest = own.findLast((word) => word !== '') ?? ''
  const above = named.filter((word) => word !== lowest)
  if (above.every(isCaption)) return lowest
  // Titles of tables over a row and a column of the form.
  const below = named.slice(named.findIndex((word) => !isCaption(word))).join('·')
  return matchIndicator(below).length > 0 ? below : ''
}

function isCaption(word: string): boolean {
  return !ANOTHER.test(word) && !PART.test(word) && matchIndicator(word).length === 0
}

/** A blank above a word belongs to the merged cell on its left, as long as nothing above it changed. */
function inherited(own: readonly string[], level: number, carried: readonly string[]): string {
  const isAboveWord = own.slice(level + 1).some((word) => word !== '')
  const isSameGroup = own.slice(0, level).every((word) => word === '')
  return isAboveWord && isSameGroup ? (carried[level] ?? '') : ''
}
