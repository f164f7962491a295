import type { Prose } from '../../document'
import { HAN_ZERO, parseYear } from '../keyTexts'

/** What a document calls itself. */
export interface ReportTitle {
  /** As it stands, its lines joined. */
  readonly text: string
  /** Whose report it is, as written; empty where the title does not say. */
  readonly unit: string
  readonly year: number | null
  readonly line: Prose
}

/** Longer lines are sentences. */
const LONGEST = 60
const SENTENCE = /[。；;！？]|^(?:https?:|当前位置|您(?:现在|当前)的?位置|首页)/u
const YEAR = `(?:(?<year>20\\d{2})|(?<han>二[${HAN_ZERO}][${HAN_ZERO}一二三四五六七八九]{2}))年?度?`
const REPORT = '政?府?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)'

const yearFirst = new RegExp(`^(?<unit>.*?)(?:关于)?${YEAR}(?<after>.*?)${REPORT}`, 'u')
/** The year between the parts of the words: 示例县政府信息公开工作2023年度报告. */
const yearWithin = new RegExp(
  `^(?<unit>.*?)政?府?信息公开(?:工作)?${YEAR}(?:工作)?(?:报告|年报)`,
  'u',
)
const yearLast = new RegExp(`^(?<unit>.*?)${REPORT}[（(\\[]?${YEAR}`, 'u')
const noYear = new RegExp(`^(?<unit>.*?)${REPORT}`, 'u')

/**
 * The title of a report on open government information: of the lines that name one, the fullest, and of
 * these the last before the text begins (links to other years' reports stand around it). A title may
 * begin in the short line above. What the head of a page is called counts where that says more. Null where
 * nothing names one.
 */
export function reportTitle(lines: readonly Prose[], pageTitle = ''): ReportTitle | null {
  const own = titleIn(lines)
  const inHead = titleOf(pageTitle)
  if (inHead === null || saysOf(inHead) <= (own === null ? -1 : saysOf(own))) return own
  return { ...inHead, line: own?.line ?? { text: pageTitle, line: 1 } }
}

function titleIn(lines: readonly Prose[]): ReportTitle | null {
  const begins = lines.findIndex(({ text }) => BEGINNING.test(plain(text)))
  const found = lines.flatMap((line, at) => {
    const title = titleAt(lines, at)
    return title === null ? [] : [{ title: { ...title, line }, at }]
  })
  const ahead = found.filter(({ at }) => at < begins).map(({ title }) => title)
  const fullest = (titles: readonly ReportTitle[]) => {
    const most = Math.max(...titles.map(saysOf))
    return titles.filter((title) => saysOf(title) === most)
  }
  return fullest(ahead).at(-1) ?? fullest(found.map(({ title }) => title))[0] ?? null
}

/** A title that says whose report it is and of which year. */
export interface FullTitle {
  readonly text: string
  readonly unit: string
  readonly year: number
  /** Which line it begins in, from 0. */
  readonly at: number
}

/** The full titles among lines, links to other reports with them. */
export function fullTitles(lines: readonly Prose[]): FullTitle[] {
  return lines.flatMap(({ text: own }, at): FullTitle[] => {
    const title = titleAt(lines, at)
    if (title === null || title.unit === '' || title.year === null) return []
    const { text, unit, year } = title
    return [{ text, unit, year, at: titleOf(own)?.unit === '' ? at - 1 : at }]
  })
}

/** The first of the six sections. */
const BEGINNING = /^[一1][、..](?:.{0,8}总体情况|概述|.{0,6}基本情况)/u

function saysOf({ unit, year }: Omit<ReportTitle, 'line'>): number {
  return (unit === '' ? 0 : 1) + (year === null ? 0 : 1)
}

/** What a line says that is the title of a report; null for any other line. */
export function titleOf(line: string): Omit<ReportTitle, 'line'> | null {
  const text = plain(line)
  return isTitleLine(text) ? parse(text) : null
}

function titleAt(lines: readonly Prose[], at: number): Omit<ReportTitle, 'line'> | null {
  const own = plain(lines[at]?.text ?? '')
  const title = titleOf(own)
  if (title === null || title.unit !== '') return title
  const above = plain(lines[at - 1]?.text ?? '')
  if (!isTitleLine(above) || parse(above) !== null || !isName(above)) return title
  return { ...title, text: above + own, unit: unitOf(above) }
}

function isTitleLine(text: string): boolean {
  return text !== '' && text.length <= LONGEST && !SENTENCE.test(text)
}

function parse(text: string): Omit<ReportTitle, 'line'> | null {
  const groups = [yearFirst, yearWithin, yearLast, noYear]
    .map((pattern) => pattern.exec(text))
    .find((match) => match !== null)?.groups
  if (groups === undefined) return null
  // 2023年汉阴县人民政府信息公开…: the unit may also stand behind the year.
  const unit = unitOf(groups['unit'] ?? '') || unitOf(groups['after'] ?? '')
  return { text, unit, year: yearOf(groups['year'], groups['han']) }
}

function yearOf(digits: string | undefined, han: string | undefined): number | null {
  if (digits !== undefined) return Number(digits)
  return han === undefined ? null : parseYear(han)
}

/** White space gone: titles are set with it to fill the line. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}《》"“”]/gu, '')
}

function unitOf(text: string): string {
  return (
    text
      .replace(/^(?:附件\d*[::]?|关于|印发|【.*?】|\[.*?\])+/u, '')
      // 年 is what is left of a lost year.
      .replace(/(?:关于|发布|公布|编制|年度?|本级)$/u, '')
      .replace(/^[-—·:：]+|[-—·:：]+$/gu, '')
      // 人民政府信息公开: the words of the report begin within those of the body.
      .replace(/人民$/u, '人民政府')
  )
}

/** Whether a line can be the name of a body. */
function isName(text: string): boolean {
  return (
    text.length <= 30 &&
    /(?:政府|办公室|府办|局|委|委员会|镇|乡|街道|区|县|市|旗|中心|院)(?:[（(].*[）)])?$/u.test(text)
  )
}
