import type { HeaderAnswer } from '@/data/rememberedMapping'
import { fullLabel } from '@/domain/catalogue'
import type { ColumnMapping, FileDraft } from '@/intake/draft'
import { headerKey } from '@/intake/fileAnswers'
import { columnLetters } from '@/wording/placeText'
import { evidenceText } from '../recognisedWords'

/** A header of a file, on all its sheets together, and what it leads to. */
export interface HeaderLine {
  readonly key: string
  readonly header: string
  readonly nth: number
  readonly place: string
  /** The indicator in words, or why there is none. */
  readonly text: string
  readonly indicator: string | null
  /** How it was found, and how sure that is. */
  readonly evidence: string
  /** Nobody knows it, or only its wording hints at it. */
  readonly isDoubtful: boolean
  readonly isAnswered: boolean
}

/** Below it a wording was completed, and a person should look. */
const SURE = 0.85

/** The headers of a file, those first that a person has to look at. */
export function headerLines(
  { columns, answers }: Pick<FileDraft, 'columns' | 'answers'>,
  staged: ReadonlyMap<string, HeaderAnswer | null>,
): readonly HeaderLine[] {
  const said = new Map(
    (answers?.headers ?? []).map((answer) => [headerKey(answer.header, answer.nth), answer]),
  )
  const grouped = new Map<string, ColumnMapping[]>()
  for (const column of columns) {
    const key = headerKey(column.header, column.nth)
    const group = grouped.get(key)
    if (group === undefined) grouped.set(key, [column])
    else group.push(column)
  }
  const lines = [...grouped].map(([key, group]) =>
    lineOf(key, group, said.get(key), staged.get(key)),
  )
  return lines.toSorted((a, b) => Number(b.isDoubtful) - Number(a.isDoubtful))
}

function lineOf(
  key: string,
  group: readonly ColumnMapping[],
  said: HeaderAnswer | undefined,
  staged: HeaderAnswer | null | undefined,
): HeaderLine {
  const [first] = group
  const { header = '', nth = 1, indicator = null, by = null, confidence = 0, unit } = first ?? {}
  const base = { key, header, nth, place: placeOf(group) }
  if (staged !== undefined) return { ...base, ...stagedTarget(staged) }
  const isAnswered = said !== undefined
  return {
    ...base,
    text: indicator === null && !isAnswered ? '没有对应，不读入' : targetText(indicator, unit),
    indicator,
    evidence: evidenceOf(by, confidence, indicator),
    isDoubtful: !isAnswered && (indicator === null || confidence < SURE),
    isAnswered,
  }
}

function stagedTarget(staged: HeaderAnswer | null) {
  return {
    text: staged === null ? '恢复自动识别' : targetText(staged.indicator, staged.unit),
    indicator: staged?.indicator ?? null,
    evidence: '待重新读取',
    isDoubtful: false,
    isAnswered: staged !== null,
  }
}

function targetText(indicator: string | null, unit: string | undefined): string {
  if (indicator === null) return '不读入'
  return unit === undefined ? fullLabel(indicator) : `${fullLabel(indicator)}（数按${unit}读）`
}

function evidenceOf(by: ColumnMapping['by'], confidence: number, indicator: string | null): string {
  if (by === null) return ''
  return indicator === null
    ? evidenceText(by)
    : `${evidenceText(by)}，${Math.round(confidence * 100)}%`
}

/** Where the header stands first, and on how many sheets. */
function placeOf(group: readonly ColumnMapping[]): string {
  const [first] = group
  if (first === undefined) return ''
  const sheet = first.sheet === undefined || first.sheet === '' ? '' : `${first.sheet} `
  const cell = `${columnLetters(first.column)}${first.row ?? ''}`
  return group.length > 1 ? `${sheet}${cell} 等 ${group.length} 处` : sheet + cell
}
