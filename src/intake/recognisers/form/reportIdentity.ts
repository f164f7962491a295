import type { Finding } from '@/domain/finding'
import type { Scope } from '@/domain/report'
import type { UnitMatch } from '@/domain/unit'
import { scopeHint } from '@/domain/unitNames'
import type { Prose } from '../../document'
import type { TableAnswer } from '../../fileAnswers'
import { ANSWERED } from '../cross/surroundings'
import { FIRST_YEAR, LAST_YEAR } from '../keyTexts'
import { placeIn, type RecogniseContext } from '../recognition'
import { reportTitle, type ReportTitle } from './reportTitle'

/** Whose report a document is and of which year, as far as it says. */
export interface ReportIdentity {
  readonly title: ReportTitle | null
  /** Empty: nothing in the document or its name says it. */
  readonly unitName: string
  readonly year: number | null
  readonly scope: Scope
  readonly findings: readonly Finding[]
}

type Source = '标题' | '正文' | '文件名' | typeof ANSWERED

interface Said<T> {
  readonly value: T
  readonly by: Source
}

/**
 * Reads unit, year and scope from the title, then from the text (编制, 联系, 统计期限), then from the
 * file's name. What the title does not say is noted as inferred, and where two of them disagree that
 * is noted and the document's own title stands.
 */
export function reportIdentity(
  lines: readonly Prose[],
  fileName: string,
  context: Pick<RecogniseContext, 'registry' | 'within' | 'file' | 'answers'>,
  sheet = '',
): ReportIdentity {
  const title = reportTitle(lines)
  const place = placeIn(context.file, sheet, title?.line.line)
  const answer = context.answers?.table(context.file, sheet)
  const unitsInFile = unitsSaid(title, lines, fileName)
  const units = answeredUnit(answer) ?? unitsInFile
  const years =
    answer?.year === undefined
      ? yearsSaid(title, lines, fileName)
      : [{ value: answer.year, by: ANSWERED } as const]
  const unit = chooseUnit(units, context)
  const [year] = years
  const scope = scopeHint(chooseUnit(unitsInFile, context)?.value ?? '')
  return {
    title,
    unitName: unit?.value ?? '',
    year: year?.value ?? null,
    scope: scope ?? 'whole',
    findings: [
      ...inferred('form-unit-inferred', unit, place),
      ...inferred('form-year-inferred', year, place),
      ...disagreeingYears(years, place),
      ...disagreeingUnits(unit, units, context, place),
      ...unclearScope(unit, place),
    ],
  }
}

function answeredUnit(answer: TableAnswer | undefined): Said<string>[] | null {
  if (answer?.unit === undefined) return null
  return [{ value: answer.unit.name, by: ANSWERED }]
}

function unitsSaid(
  title: ReportTitle | null,
  lines: readonly Prose[],
  fileName: string,
): Said<string>[] {
  const said: Said<string>[] = []
  if (title && title.unit !== '') said.push({ value: title.unit, by: '标题' })
  const text = lines
    .slice(0, 60)
    .map((line) => line.text.replace(/\s/g, ''))
    .join('\n')
  for (const pattern of [MADE_BY, CONTACT]) {
    const name = pattern.exec(text)?.[1]
    if (name !== undefined) said.push({ value: name, by: '正文' })
  }
  const inName = unitInFileName(fileName)
  if (inName !== '') said.push({ value: inName, by: '文件名' })
  return said
}

const MADE_BY =
  /本(?:年度)?(?:工作)?(?:年度)?报告(?:由|系)([^,，。;；、]{2,30}?)(?:根据|按照|依据|负责|编制|编写|制作)/u
const CONTACT = /请(?:直接)?(?:与|联系|向)([^,，。;；、(（]{2,30}?)(?:联系|[(（]|反映|咨询)/u

/** `宿迁市2023年政府信息公开工作年度报告.pdf`, `2023-洪泽区.docx`: what is left without the other words. */
function unitInFileName(fileName: string): string {
  return baseName(fileName)
    .replace(
      /政?府?信息公开.*?(?:报告|年报)|年报|年度|报告|终稿|定稿|最终版|发布稿|附件\d*|副本/gu,
      '',
    )
    .replace(/(?:20\d{2})\s*年?/gu, '')
    .replace(/[^\p{Script=Han}]/gu, '')
}

function baseName(fileName: string): string {
  return (fileName.split(/[/\\]/).at(-1) ?? fileName).replace(/\.[A-Za-z0-9]{1,8}$/u, '')
}

function yearsSaid(
  title: ReportTitle | null,
  lines: readonly Prose[],
  fileName: string,
): Said<number>[] {
  const said: Said<number>[] = []
  if (title?.year != null) said.push({ value: title.year, by: '标题' })
  const text = lines.map((line) => line.text.replace(/\s/g, '')).join('\n')
  const period = PERIOD.exec(text)?.[1]
  if (period !== undefined) said.push({ value: Number(period), by: '正文' })
  const inName = /(?<!\d)(20\d{2})(?!\d)/u.exec(baseName(fileName))?.[1]
  if (inName !== undefined) said.push({ value: Number(inName), by: '文件名' })
  return said.filter(({ value }) => value >= FIRST_YEAR && value <= LAST_YEAR)
}

/** The reporting period, which is the calendar year. */
const PERIOD = /(20\d{2})年1月1日(?:起)?(?:至|到|[-—~])+(?:20\d{2}年)?12月31日/u

type Registry = Pick<RecogniseContext, 'registry' | 'within'>

/** The title's name; where several units share it, a fuller name elsewhere that means one of them. */
function chooseUnit(said: readonly Said<string>[], context: Registry): Said<string> | undefined {
  const [first, ...others] = said
  if (!first) return undefined
  const match = resolve(first.value, context)
  if (match.kind === 'one') return first
  const fuller = others.find(({ value }) => {
    const other = resolve(value, context)
    if (other.kind !== 'one') return false
    return match.kind === 'many'
      ? match.candidates.some(({ id }) => id === other.unit.id)
      : first.by !== '标题'
  })
  return fuller ?? first
}

function resolve(name: string, { registry, within }: Registry): UnitMatch {
  const text = { code: '', name }
  return within === null ? registry.resolve(text) : registry.resolve(text, within)
}

function inferred(
  code: 'form-unit-inferred' | 'form-year-inferred',
  said: Said<string | number> | undefined,
  place: Finding['place'],
): Finding[] {
  if (!said || said.by === '标题') return []
  return [{ code, severity: 'info', place, detail: { taken: said.value, by: said.by } }]
}

function disagreeingYears(said: readonly Said<number>[], place: Finding['place']): Finding[] {
  const [first, ...others] = said
  const other = others.find(({ value }) => value !== first?.value)
  if (!first || !other) return []
  return [
    {
      code: 'form-year-conflict',
      severity: 'warning',
      place,
      year: first.value,
      detail: { taken: first.value, by: first.by, other: other.value, otherBy: other.by },
    },
  ]
}

function disagreeingUnits(
  chosen: Said<string> | undefined,
  said: readonly Said<string>[],
  context: Registry,
  place: Finding['place'],
): Finding[] {
  if (!chosen) return []
  const unit = resolve(chosen.value, context)
  if (unit.kind !== 'one') return []
  const other = said.find(({ value }) => {
    const match = resolve(value, context)
    return match.kind === 'one' && match.unit.id !== unit.unit.id
  })
  if (!other) return []
  return [
    {
      code: 'form-unit-conflict',
      severity: 'warning',
      place,
      unit: chosen.value,
      detail: { taken: chosen.value, by: chosen.by, other: other.value, otherBy: other.by },
    },
  ]
}

/** 绥阳县人民政府（县人民政府办公室）: a title that names both leaves open whose figures they are. */
function unclearScope(unit: Said<string> | undefined, place: Finding['place']): Finding[] {
  const name = unit?.value ?? ''
  if (!/政府[（(].*办公室[）)]$|政府.*[、和及].*办公室$/u.test(name)) return []
  return [{ code: 'form-scope-unclear', severity: 'warning', place, raw: name, unit: name }]
}
