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
  const told = sections.some(({ number }) => TELLING.includes(number))
    ? sections.filter(({ number }) => TELLING.includes(number))
    : []
  const figures = new Map<string, ProseFigure>()
  const offers: CountedOffer[] = []
  const conflicts: ProseConflict[] = []
  for (const section of told) {
    let last: CountedPhrase | null = null
    let lastIndicator: string | null = null
    for (const phrase of countedPhrases(section)) {
      const isChange: boolean = last?.sentence === phrase.sentence && lastIndicator === RECEIVED
      const figure: ProseFigure | null =
        changeOf(phrase, isChange) ?? figureFrom(phrase, figureOf(phrase, year))
      if (figure === null) offers.push(...offerOf(phrase))
      else addFigure(figures, conflicts, figure)
      last = phrase
      lastIndicator = figure?.indicator ?? null
    }
  }
  for (const section of told) impliedZeros(figures, section)
  return { figures: [...figures.values()], offers, conflicts }
}

const RECEIVED = 'prose.requests.received'
const CHANGE = 'prose.requests.yearOnYear'
const FEE = 'prose.informationFee.amount'

function figureFrom(phrase: CountedPhrase, indicator: string | null): ProseFigure | null {
  if (indicator === null) return null
  const { value, approximate, sentence, place } = phrase
  return { indicator, cell: { kind: 'value', value, approximate }, sentence, place }
}

const RISE = /增加|增长|上升|提高|增幅/u
const FALL = /下降|减少|回落|降低|降幅/u

/** 同比增加58% right behind the number of requests. */
function changeOf(phrase: CountedPhrase, followsRequests: boolean): ProseFigure | null {
  const { unit, near, value, approximate, sentence, place } = phrase
  if (unit !== '%' || !followsRequests || !/同比|上年|去年|同期/u.test(near)) return null
  const sign = FALL.test(near) ? -1 : RISE.test(near) ? 1 : 0
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

/** Shares and money apart from fees are no counts. */
function offerOf(phrase: CountedPhrase): CountedOffer[] {
  const { unit, value, approximate, written, sentence, place } = phrase
  if (unit === '%' || unit === '元') return []
  const behind = nameBehind(phrase.after)
  const name = behind === '' ? nameBefore(phrase.near) : behind
  if (name === '') return []
  return [{ name, value, approximate, unit, phrase: written + behind, sentence, place }]
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
