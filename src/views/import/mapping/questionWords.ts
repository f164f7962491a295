import { fullLabel } from '@/domain/catalogue'
import type { DoubtfulCell, ScaleQuestion, TableQuestion } from '@/engine/mappingProtocol'
import { RATIO_UNIT } from '@/intake/fileAnswers'
import { exactText } from '@/wording/numbers'

/** What is asked of a column some of whose numbers look as if in another unit. */
export function scaleText(question: ScaleQuestion): string {
  const { path, header, indicator, unit, numbers, doubtful } = question
  const why =
    unit === '%'
      ? `${doubtful.length} 个在 0 与 1 之间、又没有百分号，可能写的是小数（0.85 即 85%）`
      : `${doubtful.length} 个大得不像${unit}，可能写的是元`
  return `${path} 的列“${header}”读作${fullLabel(indicator)}，按${unit}计。${exactText(numbers)} 个数里有 ${why}。`
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

const dimensions = { year: '年份', unit: '单位' } as const

/** What is asked, or was inferred, of a table. */
export function tableText({ path, sheet, dimension, state, candidates }: TableQuestion): string {
  const where = sheet === '' ? path : `${path} 的“${sheet}”`
  const what = dimensions[dimension]
  const [first = '', second = ''] = candidates.map(({ text, by }) => `${by}是“${text}”`)
  const taken = candidates[0]?.text ?? ''
  switch (state) {
    case 'missing':
      return `${where}没有写${what}，现在没有读入。`
    case 'conflict':
      return `${where}的${what}有两种说法：${first}，${second}。`
    case 'inferred':
      return `${where}没有写${what}：${first}，照此读取。`
    case 'answered':
      return `${where}的${what}：你选了“${taken}”。`
  }
}
