import type { ClaimPlace } from '@/domain/checks/textClaim'
import type { Cell } from '@/domain/report'
import type { Prose } from '../../../document'
import { countedPhrases, placeOf, type CountedPhrase } from './countedPhrases'
import { figureOf } from './figureRules'
import { proseSections, type ProseSection } from './proseSections'

/** A figure told in running text. */
export interface ProseFigure {
  readonly indicator: string
  readonly cell: Cell
  /** The sentence that tells it. */
  readonly sentence: string
  readonly place: ClaimPlace
}

/** A counted phrase that no indicator is meant for: it may become a column of the user's own. */
export interface CountedOffer {
  readonly name: string
  readonly value: number
  readonly approximate: boolean
  readonly unit: string
  /** `30 个领域基层政务公开事项标准目录`. */
  readonly phrase: string
  readonly sentence: string
  readonly place: ClaimPlace
}

/** A figure that the text tells twice, and not alike. */
export interface ProseConflict {
  readonly taken: ProseFigure
  readonly other: number
  readonly place: ClaimPlace
  readonly sentence: string
}

/** What the running text of a report tells in numbers. */
export interface ProseReading {
  readonly figures: readonly ProseFigure[]
  readonly offers: readonly CountedOffer[]
  readonly conflicts: readonly ProseConflict[]
}

/** Sections that tell figures: 一、总体情况 and 六、其他需要报告的事项. */
const TELLING = [1, 6]

/**
 * The `prose.*` figures of sections 一 and 六, each with its sentence and place. Of a figure told twice
 * the first is taken, and told as a conflict where the two differ.
 */
export function readProse(lines: readonly Prose[], year: number | null): ProseReading {
  const sections = proseSections(lines)
  const told = sections.some(isTelling) ? sections.filter(isTelling) : []
  const reading = { figures: new Map<string, ProseFigure>(), offers: [], conflicts: [] }
  for (const section of told) readSection(section, year, reading)
  for (const section of told) impliedZeros(reading.figures, section)
  return { ...reading, figures: [...reading.figures.values()] }
}

interface Gathered {
  readonly figures: Map<string, ProseFigure>
  readonly offers: CountedOffer[]
  readonly conflicts: ProseConflict[]
}

function isTelling({ number }: ProseSection): boolean {
  return TELLING.includes(number)
}

function readSection(section: ProseSection, year: number | null, reading: Gathered): void {
  const { figures, offers, conflicts } = reading
  let last: CountedPhrase | null = null
  let lastIndicator: string | null = null
  /** What was counted last in the sentence and is no figure. */
  let counted = ''
  for (const phrase of countedPhrases(section)) {
    const isSameSentence: boolean = last?.sentence === phrase.sentence
    if (!isSameSentence) counted = ''
    const isChange: boolean = isSameSentence && lastIndicator === RECEIVED
    const figure: ProseFigure | null =
      changeOf(phrase, isChange) ?? figureFrom(phrase, figureOf(phrase, year))
    const offer: CountedOffer | null = figure === null ? offerOf(phrase, counted) : null
    if (figure !== null) addFigure(figures, conflicts, figure)
    else if (offer !== null) offers.push(offer)
    if (!isShare(phrase)) counted = offer?.name ?? ''
    last = phrase
    lastIndicator = figure?.indicator ?? null
  }
}

const RECEIVED = 'prose.requests.received'
const CHANGE = 'prose.requests.yearOnYear'
const FEE = 'prose.informationFee.amount'

function figureFrom(phrase: CountedPhrase, indicator: string | null): ProseFigure | null {
  if (indicator === null) return null
  const { value, approximate, sentence, place } = phrase
  return { indicator, cell: { kind: 'value', value, approximate }, sentence, place }
}

/** What a change is, by the words before it; 0 where they tell none. */
function directionOf({ near }: CountedPhrase): -1 | 0 | 1 {
  return FALL.test(near) ? -1 : RISE.test(near) ? 1 : 0
}

const RISE = /增加|增长|上升|提高|增幅/u
const FALL = /下降|减少|回落|降低|降幅/u

/** 同比增加58% right behind the number of requests. */
function changeOf(phrase: CountedPhrase, followsRequests: boolean): ProseFigure | null {
  const { near, value, approximate, sentence, place } = phrase
  if (!isShare(phrase) || !followsRequests || !COMPARED.test(near)) return null
  const sign = directionOf(phrase)
  if (sign === 0) return null
  const cell: Cell = { kind: 'value', value: sign * value, approximate }
  return { indicator: CHANGE, cell, sentence, place }
}

function addFigure(
  figures: Map<string, ProseFigure>,
  conflicts: ProseConflict[],
  figure: ProseFigure,
): void {
  const taken = figures.get(figure.indicator)
  if (taken === undefined) {
    figures.set(figure.indicator, figure)
    return
  }
  if (taken.cell.kind !== 'value' || figure.cell.kind !== 'value') return
  if (taken.cell.value === figure.cell.value) return
  const { sentence, place } = figure
  conflicts.push({ taken, other: figure.cell.value, place, sentence })
}

/** What a text says by having none of it: 未收取信息处理费, 未收到政府信息公开申请. */
const implied: readonly (readonly [indicator: string, words: RegExp])[] = [
  [
    FEE,
    /(?:未|没有|无)(?:产生|发生|收取|收到|有)?[^。；]{0,16}(?:信息处理费|信息公开[^。；]{0,6}费)|(?:信息处理费)[^。；]{0,8}(?:为零|为无)/u,
  ],
  [RECEIVED, /(?:未|没有)(?:收到|接到|受理|接收)[^。；，]{0,16}申请/u],
]

/** Zeros that the text implies, where it tells no number. */
function impliedZeros(figures: Map<string, ProseFigure>, section: ProseSection): void {
  for (const [indicator, words] of implied) {
    const match = words.exec(section.text)
    if (match === null || figures.has(indicator)) continue
    const before = /[^。；\n]*$/u.exec(section.text.slice(0, match.index))?.[0] ?? ''
    const after = /^[^。；\n]*/u.exec(section.text.slice(match.index))?.[0] ?? ''
    figures.set(indicator, {
      indicator,
      cell: { kind: 'value', value: 0, approximate: false },
      sentence: before + after,
      place: placeOf(section, match.index),
    })
  }
}

/** Words that join a number to what comes next rather than name it. */
const NAMELESS = /^(?:[的等并及和与以，、。]|$)/u
const LONGEST_NAME = 20

const COMPARED = /同比|环比|上年|去年|同期/u

function isShare({ unit }: CountedPhrase): boolean {
  return unit === '%'
}

/**
 * The phrase as a figure of the user's own. A fall is negative, and a change that does not say of what
 * is of what was counted right before it; a phrase that nothing names is none.
 */
function offerOf(phrase: CountedPhrase, counted: string): CountedOffer | null {
  const { unit, value, approximate, written, sentence, place } = phrase
  const isChange = isShare(phrase) && COMPARED.test(phrase.near)
  if (isChange) {
    const name = changeName(phrase.near, counted)
    const sign = directionOf(phrase)
    if (name === '' || sign === 0) return null
    const told = phrase.near.trim() + written
    return { name, value: sign * value, approximate, unit, phrase: told, sentence, place }
  }
  const isOfThings = unit !== '%' && unit !== '元'
  const behind = isOfThings ? nameBehind(phrase.after) : ''
  const name = behind === '' ? nameBefore(phrase.near) : behind
  if (name === '') return null
  const told = isOfThings ? written + behind : `${name}${written}`
  return { name, value, approximate, unit, phrase: told, sentence, place }
}

/** 访问量同比增长 → 访问量同比. */
function changeName(near: string, counted: string): string {
  const subject = nameBefore(near.replace(/(?:比|较)?(?:同比|环比|上年|去年|同期).*$/u, ''))
  const whose = subject === '' ? counted : subject
  return whose === '' ? '' : `${whose.slice(-(LONGEST_NAME - 2))}同比`
}

function nameBehind(after: string): string {
  const text = after.trim()
  if (NAMELESS.test(text)) return ''
  return (/^.*?(?=并|的|等|，|$)/u.exec(text)?.[0] ?? '').slice(0, LONGEST_NAME)
}

function nameBefore(near: string): string {
  return near
    .replace(/^[\s\d]*(?:一是|二是|三是|四是|五是|其中|全年|共计?|累计|今年|本年度?|分别)+/u, '')
    .replace(/(?:共计?|累计|达到?|为|约)$/u, '')
    .trim()
    .slice(-LONGEST_NAME)
}
