import { MARK_APPROXIMATE, MARK_CORRECTED, checkMarks, type MatrixAnswer } from '@/analysis/answer'

/** A sign that stands beside numbers, and what it says. */
export interface MarkMeaning {
  readonly sign: string
  readonly meaning: string
}

const FAILED = checkMarks.indexOf('failed')
const UNDECIDABLE = checkMarks.indexOf('undecidable')

/** The signs that the numbers of an answer bear, each with its meaning; none that does not occur. */
export function marksShown({ states, marks, checks }: MatrixAnswer): MarkMeaning[] {
  let [failed, undecidable, bits] = [false, false, 0]
  for (let at = 0; at < states.length; at++) {
    if (states[at] !== 0) continue
    failed ||= checks[at] === FAILED
    undecidable ||= checks[at] === UNDECIDABLE
    bits |= marks[at] as number
  }
  return [
    { shown: failed, sign: '≠', meaning: '勾稽不平' },
    { shown: undecidable, sign: '?', meaning: '勾稽不可判（算式中有空格或读不出的数）' },
    { shown: (bits & MARK_CORRECTED) !== 0, sign: '更', meaning: '经人工更正' },
    { shown: (bits & MARK_APPROXIMATE) !== 0, sign: '约', meaning: '原文为约数' },
  ].flatMap(({ shown, sign, meaning }) => (shown ? [{ sign, meaning }] : []))
}
