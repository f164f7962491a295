import type { CheckMark, MatrixAnswer } from '@/analysis/answer'
import { leftOutText } from '@/wording/answers'
import { sumNoteTexts, type SumNote } from '@/wording/sumNotes'
import { timeText } from '@/wording/timeText'
import type { Fact, FileTable } from './viewFile'

/** What a file says of itself beside what was chosen on its page. */
export interface FileCircumstances {
  /** Of what is shown, where that is one answer: which numbers and units no total counts. */
  readonly answer: Pick<MatrixAnswer, 'filter' | 'leftOut' | 'units'> | null
  readonly sums: readonly SumNote[]
  readonly table: Pick<FileTable, 'worst' | 'failed'>
  readonly dataVersion: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** The data are a sample of the program. */
  readonly isSample: boolean
}

const worstWords: Readonly<Record<CheckMark, string>> = {
  none: '表中的数没有勾稽可查',
  passed: '表中的数没有不平的',
  undecidable: '表中的数没有不平的，有的因缺数而不可判',
  failed: '不平',
}

/**
 * The last lines of a file's head: n/N and who is missing, the worst outcome of the checks, the version
 * of the data and the date. `full` names all that are missing; a picture has room for the first.
 */
export function closingFacts(
  { answer, sums, table, dataVersion, at, isSample }: FileCircumstances,
  full: boolean,
): readonly Fact[] {
  const counted = sumNoteTexts(sums, full).map((text) => ({ label: '有数/应有', text }))
  return [
    ...omissions(answer),
    ...counted.slice(0, full ? undefined : 2),
    ...checkFact(table),
    ...(isSample ? [{ label: '数据', text: '示例数据' }] : []),
    { label: '数据版本', text: dataVersion },
    { label: '导出时间', text: `${timeText(at)}，县鉴` },
  ]
}

function omissions(answer: FileCircumstances['answer']): readonly Fact[] {
  if (answer === null) return []
  const { filter, leftOut, units } = answer
  const text = leftOutText(leftOut.map((unit) => units[unit]?.name ?? ''))
  return [
    ...(filter === 'trusted' ? [{ label: '筛选', text: '只看可信：不平、不可判的数不计' }] : []),
    ...(text === '' ? [] : [{ label: '合计说明', text }]),
  ]
}

/** Characters of a line of facts, unless one of them is longer. */
const LINE = 72

/** Facts as lines to print: short ones share a line. */
export function factLines(facts: readonly Fact[]): readonly string[] {
  const lines: string[] = []
  for (const { label, text } of facts) {
    const words = `${label}：${text}`
    const last = lines.at(-1)
    if (last !== undefined && last.length + words.length < LINE) {
      lines[lines.length - 1] = `${last}；${words}`
    } else lines.push(words)
  }
  return lines
}

function checkFact({ worst, failed }: FileCircumstances['table']): readonly Fact[] {
  if (failed > 0) {
    const text = `${failed} 个数不平（≠）：与同一年报的其他数加不起来，或与上年、市县之间对不上，或不合规定、常理`
    return [{ label: '勾稽', text }]
  }
  return worst === null ? [] : [{ label: '勾稽', text: worstWords[worst] }]
}
