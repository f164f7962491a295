import { chainStates, type ChainState } from '@/analysis/chain'
import type { ChainColumns } from '@/analysis/chainColumns'
import { ruleById } from '@/domain/checks/rules'
import type { YearLink } from '@/domain/checks/yearLink'
import { exactText, signedText } from './numbers'
import type { CellTone } from './tableText'

/** A word with its sign, so that no state is told by colour alone. */
export const chainWords: Readonly<Record<ChainState, { sign: string; word: string }>> = {
  joined: { sign: '✓', word: '接上' },
  broken: { sign: '≠', word: '断开' },
  undecidable: { sign: '?', word: '不可判' },
  first: { sign: '○', word: '起点' },
  gap: { sign: '—', word: '缺年' },
  notExisting: { sign: '', word: '未设立' },
  otherForm: { sign: '‖', word: '表样不接' },
}

export const chainTones: Readonly<Record<ChainState, CellTone | null>> = {
  joined: 'passed',
  broken: 'failed',
  undecidable: 'open',
  first: null,
  gap: null,
  notExisting: null,
  otherForm: null,
}

/** What a link says, in words: `结转衔接（总计）`. */
export function chainName({ rule, label }: Pick<YearLink, 'rule' | 'label'>): string {
  return rule === 'Y-CARRY' ? ruleById(rule).name : `${label}存量衔接`
}

/** What stands in the matrix: the sign, and for a broken link by how much. */
export function chainText(columns: ChainColumns, at: number): string {
  const state = chainStates[columns.states[at] ?? -1] ?? 'gap'
  const { sign, word } = chainWords[state]
  if (state === 'broken') return `${sign} ${signedText(differenceAt(columns, at))}`
  return state === 'joined' ? sign : `${sign} ${word}`.trim()
}

/** All that is known of a link, for who looks closer. */
export function chainNote(columns: ChainColumns, at: number): string {
  const state = chainStates[columns.states[at] ?? -1] ?? 'gap'
  const [figure, expected] = [columns.figures[at] ?? NaN, columns.expected[at] ?? NaN]
  const parts = [
    chainWords[state].word,
    state === 'broken'
      ? `本年 ${exactText(figure)}，按上年应为 ${exactText(expected)}，差 ${signedText(figure - expected)}`
      : '',
    state === 'joined' ? `本年 ${exactText(figure)}，与上年推得的相同` : '',
    columns.formChanged[at] === 1 ? '与上年的表样不同' : '',
    columns.unitChanged[at] === 1 ? '单位在这一年更名或新设' : '',
  ]
  return parts.filter((part) => part !== '').join('；')
}

function differenceAt({ figures, expected }: ChainColumns, at: number): number {
  return (figures[at] ?? NaN) - (expected[at] ?? NaN)
}
