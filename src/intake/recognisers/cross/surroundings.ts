import { isCustom } from '@/domain/catalogue'
import { statedUnit } from '../../cell/measureUnit'
import type { Grid } from '../../document'
import type { TableAnswer } from '../../fileAnswers'
import { FIRST_YEAR, LAST_YEAR, withYearsInDigits } from '../keyTexts'
import { dimensionOf, type Dimension, type Names } from './names'
import { chooseIndicator } from '../chooseIndicator'

/** Where something was said that the table itself does not say. */
export type SaidBy = '标题' | '工作表名' | '文件名' | typeof ANSWERED

export interface Said {
  readonly text: string
  readonly by: SaidBy
}

/** The same thing said in two ways. */
export interface Disagreement {
  readonly dimension: Dimension
  readonly taken: Said
  readonly other: Said
}

export interface Surroundings {
  readonly said: ReadonlyMap<Dimension, Said>
  readonly disagreements: readonly Disagreement[]
}

/**
 * What a table's title lines, its sheet's name and its file's name say of unit, year and indicator. The
 * nearest to the table stands; where another says something else, that is a disagreement.
 */
export function surroundingsOf(
  grid: Grid,
  headerRow: number,
  file: string,
  names: Names,
): Surroundings {
  const title = grid.rows.slice(0, headerRow).map((cells) => cells.join(' ').trim())
  const texts: readonly Said[] = [
    ...title.filter((text) => text !== '').map((text) => ({ text, by: '标题' as const })),
    { text: grid.name, by: '工作表名' },
    { text: baseName(file), by: '文件名' },
  ]
  const said = new Map<Dimension, Said>()
  const disagreements: Disagreement[] = []
  const answer = names.answers?.table(file, grid.name)
  for (const dimension of ['unit', 'year', 'indicator'] as const) {
    const answered = answeredText(dimension, answer)
    if (answered !== null) {
      said.set(dimension, { text: answered, by: ANSWERED })
      continue
    }
    const found = texts.flatMap(({ text, by }): Said[] => {
      const word = wordOf(withYearsInDigits(text), dimension, names)
      return word === null ? [] : [{ text: word, by }]
    })
    const [taken] = found
    if (taken === undefined) continue
    said.set(dimension, taken)
    const other = found.find(({ text }) => text !== taken.text)
    // A title of one county within a city's file is no contradiction, another year is.
    if (other !== undefined && dimension === 'year') disagreements.push({ dimension, taken, other })
  }
  return { said, disagreements }
}

/** What the user said of a table goes before all else. */
export const ANSWERED = '你的回答'

function answeredText(dimension: Dimension, answer: TableAnswer | undefined): string | null {
  if (dimension === 'year' && answer?.year !== undefined) return String(answer.year)
  if (dimension !== 'unit' || answer?.unit === undefined) return null
  const { code, name } = answer.unit
  return code === '' ? name : code
}

function wordOf(text: string, dimension: Dimension, names: Names): string | null {
  switch (dimension) {
    case 'year':
      return yearIn(text)
    case 'unit':
      return unitIn(text, names)
    case 'indicator':
      return indicatorIn(text)
  }
}

/** `320831_2023` has a code and a year: digits that touch others are no year. */
function yearIn(text: string): string | null {
  const years = [...text.matchAll(/(?<!\d)(\d{4})(?!\d)/g)]
    .map(([, digits]) => Number(digits))
    .filter((year) => year >= FIRST_YEAR && year <= LAST_YEAR)
  const distinct = [...new Set(years)]
  return distinct.length === 1 ? String(distinct[0]) : null
}

function unitIn(text: string, names: Names): string | null {
  const code = /(?<!\d)(\d{6})(?!\d)/.exec(text)?.[1]
  if (code !== undefined && dimensionOf(code, names) === 'unit') return code
  const words = text
    .replace(/(?:20\d{2})\s*年?度?/gu, ' ')
    .split(/[^\p{Script=Han}]+/u)
    .concat(spacedName(text))
    .flatMap((word) => [
      word,
      word.replace(/(?:人民政府)?(?:政府)?信息公开.*$|历年.*$|各项?.*$/u, ''),
    ])
  return words.find((word) => word.length >= 2 && dimensionOf(word, names) === 'unit') ?? null
}

/** `石 泉 县`: short names are set with spaces to fill their line. */
function spacedName(text: string): string[] {
  return /^\p{Script=Han}(?:\s+\p{Script=Han}){1,3}$/u.test(text.trim())
    ? [text.replaceAll(/\s/g, '')]
    : []
}

/** The indicator that a text names, with the unit of measure that stands in brackets behind it. */
function indicatorIn(text: string): string | null {
  const whole = text.trim()
  if (isCustom(whole)) return withoutTitle(whole)
  if (isIndicator(whole)) return whole
  const undated = text.replace(/(?:20\d{2})\s*年?度?/gu, ' ')
  const found = undated
    .split(/[\s（()）_\-—、，,：:]+/u)
    .flatMap(wordings)
    .find(isIndicator)
  if (found === undefined) return null
  const unit = [...undated.matchAll(/[（(][^（()）]*[)）]/gu)]
    .map(([bracketed]) => statedUnit(bracketed))
    .find((stated) => stated !== null)
  return unit === undefined ? found : `${found}（${unit}）`
}

/** A word as it stands, and without what titles put before and behind an indicator. */
function wordings(word: string): string[] {
  const bare = withoutTitle(word)
  return [word, bare, ...[word, bare].map((each) => each.replace(/^.*?[县市区旗]/u, ''))]
}

function withoutTitle(word: string): string {
  return word.replace(/(?:政府信息公开.*|(?:工作)?情况.*|(?:统计|一览|汇总)?表)$/u, '')
}

function isIndicator(word: string): boolean {
  return word.length >= 2 && chooseIndicator([word]).kind === 'one'
}

function baseName(path: string): string {
  return (path.split(/[/\\]/).at(-1) ?? path).replace(/\.[A-Za-z0-9]{1,8}$/u, '')
}
