import type { ClaimPlace, TextClaim } from '@/domain/checks/textClaim'
import type { Prose } from '../../../document'
import { placeOf, sentences } from './countedPhrases'
import { proseHeadings, proseSections, type ProseSection } from './proseSections'

const PERIOD =
  /(?<year>20\d\d)\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日\s*(?:起|开始)?\s*(?:至|到|[-—–~～]+)\s*(?:(?<endYear>20\d\d)\s*年|同年|当年)?\s*(?<endMonth>\d{1,2})\s*月\s*(?<endDay>\d{1,2})\s*日/u
const OF_REPORT = /统计|期限|时限|数据|本(?:年度)?报告|年报/u
/** A sentence that begins with the year and whose it is tells what was done in the year of the report. */
const SUBJECT =
  /^\s*(?:[（(][^）)]{1,3}[）)])?(?<year>20\d\d)\s*年(?:度|来)?\s*[，,]?\s*(?:我|本|全)(?:县|区|市|旗|州|局|委|办|镇|乡|街道|单位|机关)/u
const PLANS = /将|下一步|计划|拟|以来|起|末|底/u

/** Sections that tell the year: before the first heading, and 一、总体情况. */
const TELLING = [0, 1]

/** P-YEAR: the year told, and 1 January to 31 December of it where a period is told. */
export function yearClaims(lines: readonly Prose[], year: number | null): TextClaim[] {
  return proseSections(lines)
    .filter(({ number }) => TELLING.includes(number))
    .flatMap((section) =>
      [...sentences(section.text)].flatMap(({ text, from }) =>
        sentenceClaims(text.trim(), year, placeIn(section, text, from)),
      ),
    )
}

function placeIn(section: ProseSection, text: string, from: number): ClaimPlace {
  return placeOf(section, from + text.length - text.trimStart().length)
}

function sentenceClaims(sentence: string, year: number | null, place: ClaimPlace): TextClaim[] {
  const made = (said: string, label: string, holds: boolean): TextClaim => ({
    rule: 'P-YEAR',
    label,
    said,
    basis: {
      kind: 'text',
      holds: year === null ? null : holds,
      compared: [{ label: '年报年份', value: year }],
    },
    sentence,
    place,
  })
  const period = PERIOD.exec(sentence)
  if (period !== null && OF_REPORT.test(sentence)) {
    return [made(period[0], '统计期限', isWholeYear(period.groups ?? {}, year))]
  }
  const subject = SUBJECT.exec(sentence)?.groups?.['year']
  if (subject === undefined || PLANS.test(sentence)) return []
  return [made(`${subject} 年`, '正文年份', Number(subject) === year)]
}

function isWholeYear(groups: Readonly<Record<string, string>>, year: number | null): boolean {
  const { endYear = groups['year'] } = groups
  const numbers = ['year', 'month', 'day', 'endMonth', 'endDay'].map((name) => Number(groups[name]))
  const wanted = [year, 1, 1, 12, 31]
  return Number(endYear) === year && numbers.every((each, at) => each === wanted[at])
}

const HAN = '一二三四五六'
/** Fewer headings than this are an excerpt, no report. */
const LEAST_HEADINGS = 2
const EMPTY = /^\s*(?:无|没有|暂无|略|无此类情况)?[。.]?\s*$/u

/** P-SEC: six parts, numbered 一 to 六, and something said of the problems in the fifth. */
export function sectionClaims(lines: readonly Prose[]): TextClaim[] {
  const headings = proseHeadings(lines)
  const [first] = headings
  if (first === undefined || headings.length < LEAST_HEADINGS) return []
  const found = new Set(headings.map(({ meant }) => meant))
  const missing = [1, 2, 3, 4, 5, 6].filter((number) => !found.has(number))
  const wrong = headings.find(({ written, meant }) => written !== meant)
  const made = (label: string, said: string, at: Prose, holds: boolean): TextClaim => ({
    rule: 'P-SEC',
    label,
    said,
    basis: { kind: 'text', holds, compared: [] },
    sentence: at.text,
    place: { line: at.line, column: 1, ...(at.page === undefined ? {} : { page: at.page }) },
  })
  const lacking = missing.map((number) => HAN[number - 1]).join('、')
  const problems = headings.find(({ meant }) => meant === 5)
  return [
    made('缺少的部分', lacking, first.prose, missing.length === 0),
    ...(wrong === undefined
      ? []
      : [
          made(
            '序号',
            `${HAN[wrong.written - 1] ?? ''}，应为${HAN[wrong.meant - 1] ?? ''}`,
            wrong.prose,
            false,
          ),
        ]),
    ...(problems === undefined
      ? []
      : [made('存在的主要问题及改进情况', '无内容', problems.prose, !isEmptyPart(lines, 5))]),
  ]
}

function isEmptyPart(lines: readonly Prose[], part: number): boolean {
  const text = proseSections(lines).filter(({ number }) => number === part)
  return text.every((section) => EMPTY.test(section.text))
}
