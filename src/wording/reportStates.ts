import type { HealthColumns } from '@/analysis/healthColumns'
import type { CellTone } from './tableText'

/** The state of a report in one word, the gravest first. */
export const reportStates = [
  'failed',
  'doubtful',
  'partial',
  'undecidable',
  'passed',
  'unchecked',
  'missing',
  'notExisting',
] as const
export type ReportState = (typeof reportStates)[number]

/** A word with its sign, so that no state is told by colour alone. */
export const stateWords: Readonly<Record<ReportState, { sign: string; word: string }>> = {
  failed: { sign: '≠', word: '不平' },
  doubtful: { sign: '△', word: '不符' },
  partial: { sign: '◐', word: '缺项' },
  undecidable: { sign: '?', word: '不可判' },
  passed: { sign: '✓', word: '通过' },
  unchecked: { sign: '·', word: '无勾稽' },
  missing: { sign: '—', word: '未报' },
  notExisting: { sign: '', word: '无此单位' },
}

/** Years beside each other up to which each state is written out. */
const MOST_WORDS = 10

export const stateTones: Readonly<Record<ReportState, CellTone | null>> = {
  failed: 'failed',
  doubtful: 'doubtful',
  partial: 'doubtful',
  undecidable: 'open',
  passed: 'passed',
  unchecked: null,
  missing: null,
  notExisting: null,
}

/** The state of the report at an index of the columns. */
export function reportStateAt(columns: HealthColumns, at: number): ReportState {
  if (columns.reported[at] !== 1) return columns.existed[at] === 1 ? 'missing' : 'notExisting'
  if ((columns.errors[at] ?? 0) > 0) return 'failed'
  if ((columns.warnings[at] ?? 0) > 0) return 'doubtful'
  if (columns.partial[at] === 1) return 'partial'
  if ((columns.undecidable[at] ?? 0) > 0) return 'undecidable'
  return (columns.passed[at] ?? 0) > 0 ? 'passed' : 'unchecked'
}

/** What stands in the matrix for a report, e.g. `≠ 不平 2`. */
export function reportStateText(columns: HealthColumns, at: number): string {
  const state = reportStateAt(columns, at)
  const { sign, word } = stateWords[state]
  return [sign, word, countText(columns, at, state)].filter((part) => part !== '').join(' ')
}

/** The same on a screen: without the word where so many years stand beside each other, e.g. `≠2`. */
export function shownStateText(columns: HealthColumns, at: number): string {
  if (columns.years.length <= MOST_WORDS) return reportStateText(columns, at)
  const state = reportStateAt(columns, at)
  const { sign, word } = stateWords[state]
  return (sign === '' ? word : sign) + countText(columns, at, state)
}

/** What the signs of a matrix without words stand for; empty where the words are there. */
export function stateLegend({ years }: Pick<HealthColumns, 'years'>): string {
  if (years.length <= MOST_WORDS) return ''
  const signs = Object.values(stateWords).filter(({ sign }) => sign !== '')
  return signs.map(({ sign, word }) => `${sign} ${word}`).join('　')
}

/** All that was found of a report, for who looks closer. */
export function reportStateNote(columns: HealthColumns, at: number): string {
  const state = reportStateAt(columns, at)
  if (state === 'missing') return '这一年没有年报入库'
  if (state === 'notExisting') return '这一年还没有设立，或已经撤并'
  const parts: [string, number | undefined][] = [
    ['不平', columns.errors[at]],
    ['不符（或有正当原因）', columns.warnings[at]],
    ['不可判', columns.undecidable[at]],
    ['提示', columns.notes[at]],
    ['通过', columns.passed[at]],
  ]
  const counts = parts.flatMap(([word, count]) =>
    count === undefined || count === 0 ? [] : [`${word} ${count} 条`],
  )
  if (columns.partial[at] === 1) counts.unshift('表格缺项')
  return counts.length === 0 ? '没有可以勾稽的数' : counts.join('，')
}

function countText(columns: HealthColumns, at: number, state: ReportState): string {
  return String(countOf(columns, at, state) ?? '')
}

function countOf(columns: HealthColumns, at: number, state: ReportState): number | null {
  if (state === 'failed') return columns.errors[at] ?? null
  if (state === 'doubtful') return columns.warnings[at] ?? null
  return state === 'undecidable' ? (columns.undecidable[at] ?? null) : null
}
