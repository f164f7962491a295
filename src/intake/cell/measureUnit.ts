import { foldCellText } from './foldCellText'

/** Powers of ten of the words between a number and its unit: `12.3亿元`, `18万余条`. */
const scales: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['十万', 5],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['万亿', 12],
])

/** What things are counted in; any of them may stand behind a count. */
const counters = (
  '人次 件次 条次 户次 家次 场次 批次 ' +
  '件 条 项 次 个 期 篇 起 份 场 家 宗 部 册 人 例 单 批 张 户 则 款 幅 处 种 类'
).split(' ')

/** For a regular expression; the longer words first. */
export const SCALE_WORDS = [...scales.keys()]
  .filter((word) => word !== '')
  .toSorted((a, b) => b.length - a.length)
  .join('|')
export const UNIT_WORDS = ['元', '%', ...counters].join('|')

/** The power of ten of a scale word; `undefined` for any other word. */
export function scaleExponent(word: string): number | undefined {
  return scales.get(word)
}

/** The power of ten of 元 that a unit of money stands for (万元: 4); null for what is no money. */
export function moneyExponent(unit: string): number | null {
  return unit.endsWith('元') ? (scales.get(unit.slice(0, -1)) ?? null) : null
}

/** Whether things are counted in it, so that only whole numbers make sense. */
export function isCounter(unit: string): boolean {
  return counters.includes(unit)
}

/** The power of ten of a unit of counts (万条: 4; 条 and none: 0); null for any other unit. */
export function countExponent(unit: string): number | null {
  if (unit === '' || isCounter(unit)) return 0
  const [, scale = '', counter = ''] = /^([百千万亿]*)(.*)$/u.exec(unit) ?? []
  return isCounter(counter) ? (scales.get(scale) ?? null) : null
}

/**
 * The unit of measure that a cell of its own names (`万元`, `（件）`, `单位：元`, `人民币万元`), as it is
 * written elsewhere; empty where the cell names none (`/`, `—`).
 */
export function writtenMeasure(text: string): string {
  const bare = foldCellText(text)
    .replaceAll(' ', '')
    .replace(/^[([【]+|[)\]】]+$/gu, '')
    .replace(/^(?:计量)?单位[:：]/u, '')
    .replace(/\(?人民币\)?/u, '')
  return /^(?:[-–—―/]+|无|不适用)$/u.test(bare) ? '' : bare
}

/** Whether a text names units of measure that are known, one or several (`件、万元`). */
export function isMeasure(text: string): boolean {
  const words = measureWords(writtenMeasure(text))
  return words.length > 0 && words.every(isKnownUnit)
}

/** The units of measure in a text that names one or several. */
export function measureWords(text: string): string[] {
  return text.split(/[、,;]/u).filter((word) => word !== '')
}

function isKnownUnit(word: string): boolean {
  if (word === '%' || scales.has(word)) return true
  return moneyExponent(word) !== null || countExponent(word) !== null
}

const STATED = /[（(【[]\s*(?:单位\s*[:：]?)?\s*([^（()）】\]]{1,4}?)\s*[)）】\]]\s*$/u
const STATED_BARE = /单位\s*[:：]\s*(\S{1,3})\s*$/u

/** The unit that a header states for its column: `本年收费金额（单位：万元）`, `常住人口(万人)`. */
export function statedUnit(header: string): string | null {
  const word = (STATED.exec(header) ?? STATED_BARE.exec(header))?.[1]?.replace('％', '%')
  if (word === undefined) return null
  const isUnit = word === '%' || moneyExponent(word) !== null || countExponent(word) !== null
  return isUnit ? word : null
}

const STATED_IN_LINE = /单位\s*(?:[:：]|均?[为是])\s*([^\s()（）。]+)|以\s*(\S{1,3})\s*为单位/gu

/**
 * The one unit of money that a line states for a table (`单位：件、万元`, `金额单位为元。`), or null. `填报单位：…` may
 * stand before it.
 */
export function moneyUnitOf(line: string): string | null {
  const stated = [...line.matchAll(STATED_IN_LINE)].map(([, before, behind]) => [before ?? behind])
  const words = stated.flatMap(([text = '']) => text.split(/[、,，;；/]/u))
  const money = new Set(words.filter((word) => moneyExponent(word) !== null))
  const [unit] = money
  return money.size === 1 ? (unit ?? null) : null
}
