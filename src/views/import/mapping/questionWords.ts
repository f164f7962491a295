import { fullLabel } from '@/domain/catalogue'
import type {
  DoubtfulCell,
  ScaleQuestion,
  TableCandidate,
  TableQuestion,
} from '@/engine/mappingProtocol'
import { RATIO_UNIT } from '@/intake/fileAnswers'
import { exactText } from '@/wording/numbers'

const reasons: Readonly<Partial<Record<string, string>>> = {
  '%': '个在 0 与 1 之间、又没有百分号，可能写的是小数（0.85 即 85%）',
  人: '个不像人数（不是整数、不足 2000，或与上年相差千倍以上），可能写的是万人',
}

/** What is asked of a column some of whose numbers look as if in another unit. */
export function scaleText(question: ScaleQuestion): string {
  const { path, header, indicator, unit, numbers, doubtful } = question
  const why = reasons[unit] ?? `个大得不像${unit}，可能写的是元`
  return `${path} 的列“${header}”读作${fullLabel(indicator)}，按${unit}计。${exactText(numbers)} 个数里有 ${doubtful.length} ${why}。`
}

/** A number in both readings. */
export function readingTexts(
  { raw, value, otherValue }: DoubtfulCell,
  { unit }: Pick<ScaleQuestion, 'unit'>,
): { readonly raw: string; readonly now: string; readonly other: string } {
  const gap = unit === '%' ? '' : ' '
  return {
    raw,
    now: `${exactText(value)}${gap}${unit}`,
    other: `${exactText(otherValue)}${gap}${unit}`,
  }
}

/** What the other reading is called. */
export function otherReading({ other }: Pick<ScaleQuestion, 'other'>): string {
  return other === RATIO_UNIT ? '小数' : other
}

const dimensions = { year: '年份', unit: '单位', scope: '口径' } as const
const scopes: ReadonlyMap<string, string> = new Map([
  ['whole', '全县汇总'],
  ['office', '办公室本级'],
])

/** What could be taken, as it is called on screen. */
export function candidateText(
  { dimension }: Pick<TableQuestion, 'dimension'>,
  { text }: Pick<TableCandidate, 'text'>,
): string {
  return dimension === 'scope' ? (scopes.get(text) ?? text) : text
}

/** What is asked, or was inferred, of a table. */
export function tableText(question: TableQuestion): string {
  const { path, sheet, dimension, state, candidates } = question
  const where = sheet === '' ? path : `${path} 的“${sheet}”`
  const what = dimensions[dimension]
  const [first] = candidates
  const taken = first === undefined ? '' : candidateText(question, first)
  switch (state) {
    case 'missing':
      return `${where}没有写${what}，现在没有读入。`
    case 'conflict':
      return dimension === 'scope'
        ? `${where}看不出是全县汇总还是办公室本级，现在按“${taken}”读。`
        : `${where}的${what}有 ${candidates.length} 种说法，现在按“${taken}”读。`
    case 'inferred':
      return `${where}没有写${what}：${first?.by ?? ''}是“${taken}”，照此读取。`
    case 'answered':
      return `${where}的${what}：你选了“${taken}”。`
  }
}

/** Who speaks for what could be taken, and in which words; a line for each that anything speaks for. */
export function evidenceLines(question: TableQuestion): string[] {
  if (question.state !== 'conflict') return []
  return question.candidates
    .filter(({ by }) => by !== '')
    .map((candidate) => {
      const words = candidate.words === '' ? '' : `：“${candidate.words}”`
      return `${candidateText(question, candidate)}——${candidate.by}${words}`
    })
}
