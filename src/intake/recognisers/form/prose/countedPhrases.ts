import type { ClaimPlace } from '@/domain/checks/textClaim'
import type { Prose } from '../../../document'
import { parseCell } from '../../../parseCell'
import { UNIT_WORDS } from '../../../cell/measureUnit'
import { NUMERAL_SIGNS } from '../../../cell/numeral'
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
const COUNTED = new RegExp(
  `(?<about>${ABOUT})?\\s*(?<![第\\d])(?<number>\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?(?:[亿万千]\\d+)*)\\s*(?<more>[余多])?\\s*(?<scale>[十百千万亿]+)?\\s*(?<more2>[余多])?\\s*(?<unit>${UNIT_WORDS}|％)(?!工作日|自然日|月|百分点|小时)` +
    `|(?<hanAbout>${ABOUT})?(?<![${NUMERAL_SIGNS}\\d第每数几上“《])(?<han>[${NUMERAL_SIGNS}]+(?:点[${NUMERAL_SIGNS}]+)?)(?<hanMore>[余多]?[万亿]?)(?<hanUnit>${UNIT_WORDS})(?![${NUMERAL_SIGNS}”》]|工作日|自然日|月|小时)`,
  'gu',
)
/** Units of which also a few are a count; 一个, 一次, 两项 are ways of speaking. */
const CASE_UNITS = ['件', '起', '份', '宗', '元']
/** Fewer than this in words is often no count: 一件事, 三项. */
const FEW = 10
/** What stands before a number that is a rule and no count. */
const RULE_BEFORE =
  /(?:每|至少|不少于|不超过|不低于)[^，、。；]*$|第[^，。；]{1,8}[条款项][、和及至]$/u
/** 零件 is a spare part, but where requests are counted. */
const ZERO_OF = /(?:申请|收到|受理|办理|新收|案件|复议|诉讼|[为是])$/u

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
  if (groups['han'] !== undefined) return hanNumberOf(match, written)
  const unit = groups['unit'] === '％' ? '%' : (groups['unit'] ?? '')
  if (unit === '') return null
  const kind = unit === '%' ? 'percent' : unit === '元' ? 'money' : 'count'
  const { cell } = parseCell(written.replace(/\s/gu, '').replace('％', '%'), { kind, unit })
  if (cell.kind !== 'value') return null
  return { value: cell.value, approximate: cell.approximate, unit, written }
}

/** A Chinese numeral that counts something: of ten at least, about so many, or of cases and money. */
function hanNumberOf(
  { groups = {}, index = 0, input = '', 0: all }: RegExpMatchArray,
  written: string,
): Numbered | null {
  const unit = groups['hanUnit'] ?? ''
  const before = input.slice(0, index)
  const { cell } = parseCell(written, { kind: unit === '元' ? 'money' : 'count', unit })
  if (cell.kind !== 'value' || RULE_BEFORE.test(before)) return null
  const { value, approximate } = cell
  const isFew = value < FEW && !approximate
  if (isFew && !isCase(unit, input.slice(index + all.length))) return null
  if (value === 0 && unit !== '元' && !ZERO_OF.test(before)) return null
  return { value, approximate, unit, written }
}

/** Whether a few of a unit are a count, by what stands behind: 三件, but not 一件事. */
function isCase(unit: string, behind: string): boolean {
  return CASE_UNITS.includes(unit) && !/^[\p{Script=Han}“]/u.test(behind)
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
