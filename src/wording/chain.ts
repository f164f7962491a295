import { chainForms, chainLinks, chainStates, type ChainState } from '@/analysis/chain'
import type { ChainColumns } from '@/analysis/chainColumns'
import { shortLabel } from '@/domain/catalogue'
import { figureStates } from '@/domain/checks/figures'
import { ruleById } from '@/domain/checks/rules'
import { linkOperands, type YearLink } from '@/domain/checks/yearLink'
import { exactText, signedText, stateText } from './numbers'
import type { CellTone } from './tableText'

/** A word with its sign, so that no state is told by colour alone. */
export const chainWords: Readonly<Record<ChainState, { sign: string; word: string }>> = {
  joined: { sign: '✓', word: '接上' },
  broken: { sign: '≠', word: '断开' },
  undecidable: { sign: '?', word: '不可判' },
  first: { sign: '○', word: '起点' },
  gap: { sign: '—', word: '缺年' },
  notExisting: { sign: '', word: '无此单位' },
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

/** Years beside each other up to which each state is written out. */
const MOST_WORDS = 10

/** What stands in the matrix: the sign, and for a broken link by how much; its word where there is room. */
export function shownChainText(columns: ChainColumns, at: number): string {
  const state = chainStates[columns.states[at] ?? -1] ?? 'gap'
  const { sign } = chainWords[state]
  const isShort = columns.years.length > MOST_WORDS && state !== 'broken' && sign !== ''
  return isShort ? sign : chainText(columns, at)
}

/** The same in full. */
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
    state === 'undecidable' ? lackingText(columns, at) : '',
    formText(columns, at, state),
    columns.unitChanged[at] === 1 ? '单位在这一年新设或区划调整' : '',
  ]
  return parts.filter((part) => part !== '').join('；')
}

/** The operands without a number, each with its year and the reason: `缺 2023 年结转下年·总计（未列）`. */
function lackingText(columns: ChainColumns, at: number): string {
  const link = chainLinks.find(({ id }) => id === columns.link)
  if (link === undefined) return ''
  const year = columns.years[at % columns.years.length] ?? NaN
  const operands = linkOperands(link)
  const lacking = operands.flatMap(({ indicator, of }, place) => {
    const state = figureStates[columns.operands[at * operands.length + place] ?? 0] ?? 'value'
    if (state === 'value' || state === 'notApplicable') return []
    return [
      `${of === 'thisYear' ? year : year - 1} 年${shortLabel(indicator)}（${stateText(state)}）`,
    ]
  })
  return lacking.length === 0 ? '' : `缺 ${lacking.join('、')}`
}

function formText(columns: ChainColumns, at: number, state: ChainState): string {
  const form = chainForms[columns.forms[at] ?? 0]
  if (state === 'otherForm') return '本年或上年的表样没有这一项，不作衔接'
  if (form === 'changed') return '与上年的表样不同'
  return form === 'unknown' ? '本年或上年的表样不明' : ''
}

function differenceAt({ figures, expected }: ChainColumns, at: number): number {
  return (figures[at] ?? NaN) - (expected[at] ?? NaN)
}
