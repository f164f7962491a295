import type { Scope } from '@/domain/report'
import { scopeHint } from '@/domain/unitNames'
import type { Prose } from '../../document'
import { ANSWERED } from '../cross/surroundings'
import { FIRST_YEAR, HAN_ZERO, LAST_YEAR, withYearsInDigits } from '../keyTexts'
import type { ReportTitle } from './reportTitle'

/** Where a document says whose report it is, of which year and scope. */
type Source = '标题' | '正文' | '文件名' | typeof ANSWERED

/** Something that a document says of itself. */
export interface Said<T> {
  readonly value: T
  readonly by: Source
  /** As it stands there. */
  readonly words: string
}

/** Whose report it is: by the title, then by the text (编制, 联系), then by the file's name. */
export function unitsSaid(
  title: ReportTitle | null,
  lines: readonly Prose[],
  fileName: string,
): Said<string>[] {
  const said: Said<string>[] = []
  if (title && title.unit !== '') said.push({ value: title.unit, by: '标题', words: title.text })
  const text = lines
    .slice(0, 60)
    .map((line) => line.text.replace(/\s/g, ''))
    .join('\n')
  for (const pattern of [MADE_BY, CONTACT]) {
    const [words = '', name] = pattern.exec(text) ?? []
    if (name !== undefined) said.push({ value: name, by: '正文', words })
  }
  const inName = unitInFileName(fileName)
  if (inName !== '') said.push({ value: inName, by: '文件名', words: lastName(fileName) })
  return said
}

const MADE_BY =
  /本(?:年度)?(?:工作)?(?:年度)?报告(?:由|系)([^,，。;；、]{2,30}?)(?:根据|按照|依据|负责|编制|编写|制作)/u
const CONTACT = /请(?:直接)?(?:与|联系|向)([^,，。;；、(（]{2,30}?)(?:联系|[(（]|反映|咨询)/u

const YEAR_IN_NAME = new RegExp(
  `(?:20\\d{2}|二[${HAN_ZERO}][${HAN_ZERO}一二三四五六七八九]{2})\\s*年?`,
  'gu',
)

/** `宿迁市2023年政府信息公开工作年度报告.pdf`, `2023-洪泽区.docx`: what is left without the other words. */
function unitInFileName(fileName: string): string {
  const parts = baseName(fileName)
    .replace(/人民政府信息公开/gu, '人民政府政府信息公开')
    .replace(
      /政?府?信息公开.*?(?:报告|年报)|年报|年度|报告|终稿|定稿|最终版|发布稿|附件\d*|副本|关于印发|的?通知$/gu,
      ' ',
    )
    .replace(YEAR_IN_NAME, '')
    .split(/[^\p{Script=Han}]+/u)
    .map((part) => part.replace(/年$/u, ''))
  // A name may stand before and behind the words of the report.
  return [...new Set(parts)].join('')
}

function lastName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}

function baseName(path: string): string {
  return lastName(path).replace(/\.[A-Za-z0-9]{1,8}$/u, '')
}

/** Of which year: by the title, then by the reporting period in the text, then by the file's name. */
export function yearsSaid(
  title: ReportTitle | null,
  lines: readonly Prose[],
  fileName: string,
): Said<number>[] {
  const said: Said<number>[] = []
  if (title?.year != null) said.push({ value: title.year, by: '标题', words: title.text })
  const text = lines.map((line) => line.text.replace(/\s/g, '')).join('\n')
  const [words = '', period] = PERIOD.exec(text) ?? []
  if (period !== undefined) said.push({ value: Number(period), by: '正文', words })
  const inName = yearInFileName(fileName)
  if (inName !== null) said.push({ value: inName, by: '文件名', words: lastName(fileName) })
  return said.filter(({ value }) => value >= FIRST_YEAR && value <= LAST_YEAR)
}

/** The one year of a name; of several (`2024-01-15 汉阴县2023年年报`) the one that is called so. */
function yearInFileName(fileName: string): number | null {
  const found = [
    ...withYearsInDigits(baseName(fileName)).matchAll(/(?<!\d)(20\d{2})(?!\d)\s*(年?)/gu),
  ]
  const called = found.filter(([, , word]) => word !== '')
  for (const years of [called, found]) {
    const [year, ...others] = new Set(years.map(([, digits]) => Number(digits)))
    if (year !== undefined && others.length === 0) return year
  }
  return null
}

/** The reporting period, which is the calendar year. */
const PERIOD = /(20\d{2})年1月1日(?:起)?(?:至|到|[-—~])+(?:20\d{2}年)?12月31日/u

/**
 * Whether the title and the file's name speak of the whole government or of its office. The text says
 * nothing of it: an office compiles the report of its government.
 */
export function scopesSaid(title: ReportTitle | null, fileName: string): Said<Scope>[] {
  const names = [
    { name: title?.unit ?? '', by: '标题', words: title?.text ?? '' },
    { name: unitInFileName(fileName), by: '文件名', words: lastName(fileName) },
  ] as const
  return names.flatMap(({ name, by, words }): Said<Scope>[] => {
    const value = scopeHint(name) ?? (/政府$/u.test(name) ? 'whole' : null)
    return value === null ? [] : [{ value, by, words }]
  })
}
