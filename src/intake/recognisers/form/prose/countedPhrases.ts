import type { ClaimPlace } from '@/domain/checks/textClaim'
import type { Prose } from '../../../document'
import { parseCell } from '../../../parseCell'
import { UNIT_WORDS } from '../../../cell/measureUnit'
import type { ProseSection } from './proseSections'

/** A number with its unit in running text, and the words around it. */
export interface CountedPhrase {
  readonly value: number
  readonly approximate: boolean
  /** 条, 件, %, 元 …; money is in 元. */
  readonly unit: string
  /** As written: `约5500余条`. */
  readonly written: string
  /** From the last comma or stop to the number; of a number right behind another, the other's. */
  readonly near: string
  /** From the number before, or the beginning of the sentence. */
  readonly span: string
  /** From the beginning of the sentence. */
  readonly before: string
  /** To the next comma or stop. */
  readonly after: string
  readonly sentence: string
  readonly section: number
  readonly place: ClaimPlace
}

const ABOUT = '大约|约为|约|将近|接近|近|超过|超|逾'
const HAN_NUMBER = '[一二两三四五六七八九十百]+'
const COUNTED = new RegExp(
  `(?<about>${ABOUT})?\\s*(?<![第\\d])(?<number>\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?)\\s*(?<more>[余多])?\\s*(?<scale>[十百千万亿]+)?\\s*(?<more2>[余多])?\\s*(?<unit>${UNIT_WORDS}|％)(?!工作日|自然日|月|百分点|小时)` +
    `|(?<han>${HAN_NUMBER})(?<hanUnit>件|起|份|宗)(?![\\p{Script=Han}“])`,
  'gu',
)

/** The counted phrases of a section, in order. */
export function countedPhrases(section: ProseSection): CountedPhrase[] {
  const phrases: CountedPhrase[] = []
  for (const { text, from } of sentences(section.text)) {
    let last: { near: string; end: number } | null = null
    for (const match of text.matchAll(COUNTED)) {
      const number = numberOf(match)
      if (number === null) continue
      const before = text.slice(0, match.index)
      const span = before.slice(last?.end ?? 0)
      const isNextTo: boolean = last !== null && /^[\s、和]*$/u.test(span) && !span.includes('、')
      const near: string = isNextTo && last !== null ? last.near : lastClause(span)
      const end = match.index + match[0].length
      phrases.push({
        ...number,
        near,
        span: isNextTo ? near : span,
        before,
        after: firstClause(text.slice(end)),
        sentence: text.trim(),
        section: section.number,
        place: placeOf(section, from + match.index + leadingSpace(match[0])),
      })
      last = { near, end }
    }
  }
  return phrases
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length
}

/** The sentences of a text, with where each begins. */
export function* sentences(text: string): Generator<{ text: string; from: number }> {
  for (const match of text.matchAll(/[^。；！？\n]+[。；！？]?/gu)) {
    yield { text: match[0], from: match.index }
  }
}

type Numbered = Pick<CountedPhrase, 'value' | 'approximate' | 'unit' | 'written'>

/** The number itself, by the one parser of numbers; money in 元. */
function numberOf(match: RegExpMatchArray): Numbered | null {
  const { groups = {} } = match
  const written = match[0].trim()
  const han = groups['han']
  if (han !== undefined) {
    const value = hanNumber(han)
    return value === null
      ? null
      : { value, approximate: false, unit: groups['hanUnit'] ?? '', written }
  }
  const unit = groups['unit'] === '％' ? '%' : (groups['unit'] ?? '')
  if (unit === '') return null
  const kind = unit === '%' ? 'percent' : unit === '元' ? 'money' : 'count'
  const { cell } = parseCell(written.replace(/\s/gu, '').replace('％', '%'), { kind, unit })
  if (cell.kind !== 'value') return null
  return { value: cell.value, approximate: cell.approximate, unit, written }
}

/** 三十 → 30, 两 → 2; null for what is no number below a thousand. */
export function hanNumber(text: string): number | null {
  const match =
    /^(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/u.exec(
      text,
    )
  if (!match || text === '') return null
  const [, hundreds, tens, ten, ones] = match
  const digit = (sign: string | undefined) =>
    sign === undefined ? 0 : sign === '两' ? 2 : '一二三四五六七八九'.indexOf(sign) + 1
  return digit(hundreds) * 100 + (ten === undefined ? 0 : (digit(tens) || 1) * 10) + digit(ones)
}

/** Stops within 《》 belong to a title. */
function lastClause(text: string): string {
  const plain = text.replace(/《[^》]*》/gu, (title) => title.replace(/[，、：:,]/gu, ' '))
  return text.slice(plain.search(/[^，、：:,]*$/u))
}

function firstClause(text: string): string {
  return /^[^，、。；：！？:,;（(]*/u.exec(text)?.[0] ?? ''
}

/** Where a character of a section's text stands in the source. */
export function placeOf({ pieces }: ProseSection, at: number): ClaimPlace {
  const piece = pieces.findLast(({ from }) => from <= at)
  const prose: Prose | undefined = piece?.prose
  return {
    line: prose?.line ?? 1,
    column: at - (piece?.from ?? 0) + 1,
    ...(prose?.page === undefined ? {} : { page: prose.page }),
  }
}
