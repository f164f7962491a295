import type { Finding } from '@/domain/finding'
import type { Scope } from '@/domain/report'
import type { UnitMatch } from '@/domain/unit'
import type { Prose } from '../../document'
import type { TableAnswer } from '../../fileAnswers'
import { ANSWERED } from '../cross/surroundings'
import { placeIn, type RecogniseContext } from '../recognition'
import { disagreeing, inferred, unclearScope } from './identityFindings'
import { scopesSaid, unitsSaid, yearsSaid, type Said } from './identitySaid'
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

/**
 * Reads unit, year and scope from the title, then from the text (编制, 联系, 统计期限), then from the
 * file's name. `pageTitle` is that of the head of a page. What the title does not say is noted as inferred, and where two of them disagree that
 * is noted and the document's own title stands.
 */
export function reportIdentity(
  lines: readonly Prose[],
  fileName: string,
  context: Pick<RecogniseContext, 'registry' | 'within' | 'file' | 'answers'>,
  sheet = '',
  pageTitle = '',
): ReportIdentity {
  const title = reportTitle(lines, pageTitle)
  const place = placeIn(context.file, sheet, title?.line.line)
  const answer = answerTo(context, sheet)
  const units = answered(answer.unit?.name) ?? unitsSaid(title, lines, fileName)
  const years = answered(answer.year) ?? yearsSaid(title, lines, fileName)
  const scopes = answered(answer.scope) ?? scopesSaid(title, fileName)
  const unit = chooseUnit(units, context)
  const [year] = years
  const scope = scopes[0]?.value ?? 'whole'
  return {
    title,
    unitName: unit?.value ?? '',
    year: year === undefined ? null : year.value,
    scope,
    findings: [
      ...inferred('form-unit-inferred', unit, place),
      ...inferred('form-year-inferred', year, place),
      ...disagreeing('form-year-conflict', year, years, Object.is, place),
      ...disagreeing('form-unit-conflict', unit, units, sameUnit(context), place),
      ...unclearScope(scopes, unit, place),
    ],
  }
}

function answerTo(
  { answers, file }: Pick<RecogniseContext, 'answers' | 'file'>,
  sheet: string,
): Partial<TableAnswer> {
  return answers?.table(file, sheet) ?? {}
}

function answered<T>(value: T | undefined): Said<T>[] | null {
  return value === undefined ? null : [{ value, by: ANSWERED, words: '' }]
}

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

/** Whether two names mean one unit; null where one of them means none, or several. */
function sameUnit(context: Registry): (one: string, other: string) => boolean | null {
  return (one, other) => {
    const [first, second] = [resolve(one, context), resolve(other, context)]
    if (first.kind !== 'one' || second.kind !== 'one') return null
    return first.unit.id === second.unit.id
  }
}
