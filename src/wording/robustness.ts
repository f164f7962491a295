import type { Direction, Holding, Robustness } from '@/analysis/leaveOneOut'
import { percentText } from './numbers'

/** Which way a total went, in a word. */
export const directionWords: Readonly<Record<Direction, string>> = {
  up: '上升',
  down: '下降',
  same: '不变',
  none: '无法判断',
}

/** A sentence on how far a conclusion rests on one unit, and whether that is cause for care. */
export interface RobustnessLine {
  readonly isFragile: boolean
  readonly text: string
}

/** Flips named in a sentence at most. */
const MOST_FLIPS = 6

/**
 * Whether the direction of a change holds without each unit, and who is most of it. `names` by position;
 * `whole` is what a dominant unit is most of: 合计, 分母.
 */
export function directionLines(
  robustness: Robustness,
  names: readonly string[],
  whole: string,
): readonly RobustnessLine[] {
  const { conclusion, dominant } = robustness
  const share =
    dominant === null
      ? []
      : [
          {
            isFragile: true,
            text: `${names[dominant.unit] ?? ''}一家占${whole}的 ${percentText(dominant.share)}，过半：说的主要是它。`,
          },
        ]
  if (conclusion === 'none') return share
  const claim = `“${directionWords[conclusion]}”`
  return [holdingLine(robustness, claim, names, (way) => directionWords[way]), ...share]
}

/** Whether a conclusion holds without each unit. `claim` is the conclusion as it is quoted. */
export function holdingLine<Conclusion>(
  { tried, flips }: Holding<Conclusion>,
  claim: string,
  names: readonly string[],
  word: (conclusion: Conclusion) => string,
): RobustnessLine {
  if (tried === 0) return { isFragile: true, text: `只有一个单位可比：${claim}说的就是这一家。` }
  if (flips.length === 0) {
    return { isFragile: false, text: `${tried} 个单位逐个去掉重算，${claim}都不变。` }
  }
  const without = new Map<string, string[]>()
  for (const { unit, becomes } of flips.slice(0, MOST_FLIPS)) {
    const what = word(becomes)
    without.set(what, [...(without.get(what) ?? []), names[unit] ?? ''])
  }
  const named = [...without].map(([what, units]) => {
    const any = units.length > 1 ? `${units.join('、')}中的任何一个` : (units[0] ?? '')
    return `去掉${any}，就变为${what}`
  })
  const more = flips.length > MOST_FLIPS ? `；这样的单位共 ${flips.length} 个` : ''
  return { isFragile: true, text: `${claim}不稳：${named.join('；')}${more}。` }
}
