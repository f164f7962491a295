import { isCustom } from '@/domain/catalogue'
import type { UnitId, UnitRegistry } from '@/domain/unit'
import type { AnswerBook } from '../../fileAnswers'
import { isRepairHeading } from '../../repairColumns'
import { chooseIndicator } from '../chooseIndicator'
import { isTotal, parseYear, relativeYear, unitText } from '../keyTexts'

/** What a figure needs to be known of. */
export type Dimension = 'unit' | 'year' | 'indicator'

/** What may be said of a figure beside its row or column. */
export type NameKey = Dimension | 'scope' | 'edition'

/** Names of units are looked up in it, those of one city first. */
export interface Names {
  readonly registry: UnitRegistry
  readonly within: UnitId | null
  /** A header that the user mapped is an indicator. */
  readonly answers?: AnswerBook | undefined
}

/** What a text is the name of; null: nothing, or a total. */
export function dimensionOf(text: string, names: Names): Dimension | null {
  const written = text.trim()
  if (written === '' || isTotal(written) || isRepairHeading(written)) return null
  if (parseYear(written) !== null || relativeYear(written) !== null) return 'year'
  if (chooseIndicator([written]).kind === 'one') return 'indicator'
  if (names.answers?.header(written) !== undefined) return 'indicator'
  return isUnit(written, names) ? 'unit' : null
}

function isUnit(written: string, { registry, within }: Names): boolean {
  if (written.length < 2 || /^[\d.,，%+-]+$/.test(written)) return isCode(written, registry)
  const text = { code: '', name: written }
  const match = within === null ? registry.resolve(text) : registry.resolve(text, within)
  return match.kind === 'one' || match.kind === 'many'
}

function isCode(written: string, registry: UnitRegistry): boolean {
  const { code } = unitText(written, '')
  return /^\d{6}$/.test(code) && registry.resolve({ code, name: '' }).kind === 'one'
}

/** A name that has a year in it (`2022年行政许可`, `行政许可（上年）`) in its two parts; null: it has none. */
export interface DatedName {
  readonly name: string
  readonly year: string
}

const YEARS = /(?<!\d)20\d{2}(?!\d)\s*(?:年度?)?/gu
const WORDS = '全年|上一?年度?(?:同期)?|去年(?:同期)?|上期|本年度?|今年|本期|当年'
const WORD_BEFORE = new RegExp(`^(${WORDS})(?=.)`, 'u')
const WORD_BEHIND = new RegExp(`[（(]?(${WORDS})数?[)）]?$`, 'u')

export function datedName(text: string): DatedName | null {
  const written = text.trim()
  if (isCustom(written)) return null
  const years = [...written.matchAll(YEARS)]
  const [found] = years.length > 0 ? years : relativeWords(written)
  if (found === undefined || years.length > 1) return null
  const behind = written.slice(found.index + found[0].length)
  const name = bareName(`${written.slice(0, found.index)}${behind}`)
  return name === '' ? null : { name, year: (found[1] ?? found[0]).trim() }
}

function relativeWords(written: string): RegExpExecArray[] {
  return [WORD_BEFORE.exec(written), WORD_BEHIND.exec(written)].filter((found) => found !== null)
}

/** Without the brackets and marks that held the year. */
function bareName(text: string): string {
  return text
    .replace(/[（(【[]\s*[)）】\]]/gu, '')
    .replace(/^[\s·、,，:：_/—-]+|[\s·、,，:：_/—-]+$/gu, '')
}

/** What a text names: a year beside a unit or an indicator where it has both; nothing of other texts. */
export function namesIn(text: string, names: Names): ReadonlyMap<Dimension, string> {
  const whole = dimensionOf(text, names)
  if (whole !== null) return new Map([[whole, text]])
  const dated = datedName(text)
  const kind = dated === null ? null : dimensionOf(dated.name, names)
  if (dated === null || kind === null || kind === 'year') return new Map()
  return new Map([
    [kind, dated.name],
    ['year', dated.year],
  ])
}
