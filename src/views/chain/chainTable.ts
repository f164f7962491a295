import { chainForms, chainStates, type ChainState } from '@/analysis/chain'
import type { ChainAnswer } from '@/engine/checkProtocol'
import type { TraceTarget } from '@/charts/chartModel'
import { chainNote, chainText, chainTones, chainWords, shownChainText } from '@/wording/chain'
import type { CellText, TableText } from '@/wording/tableText'
import { unitAddress } from '@/wording/unitAddress'

export interface ChainTable {
  readonly text: TableText
  /** With the words that a screen of many years has no room for. */
  readonly exported: TableText
  /** This year's figure of the link behind a cell; null where there is no report. */
  readonly target: (row: number, column: number) => TraceTarget | null
}

/** Before this report year the form was another; the line of the break stands before it. */
const FORM_YEARS: readonly number[] = [2019, 2021]

/** Units × years as a table: how each year's report hangs on the one before it. */
export function chainTable(
  answer: ChainAnswer,
  figure: string,
  name: string,
  sort: 'broken' | 'code',
): ChainTable {
  const { units, years, labels } = answer
  const order = rowOrder(answer, sort)
  const at = (row: number, column: number) => (order[row] ?? -1) * years.length + column
  const textOf = (written: typeof chainText): TableText => ({
    caption: `${name} · ${units.length} 个单位 × ${years.length} 年：每格是本年年报与上年的衔接，点开看两边的数`,
    corner: '单位',
    groups: [],
    columns: years.map((year) => ({
      label: `${FORM_YEARS.includes(year) ? '‖ ' : ''}${year}`,
      title: FORM_YEARS.includes(year) ? `${year} 年起用新表样` : `${year} 年年报`,
    })),
    rows: units.length,
    row: (index) => {
      const row = order[index] ?? 0
      const label = labels[row]
      return {
        key: units[row] ?? '',
        header: label?.name ?? '',
        aside: label?.code ?? '',
        isTotal: false,
        href: unitAddress(units[row] ?? ''),
        cells: years.map((_, column) => linkCell(answer, at(index, column), written)),
      }
    },
  })
  return {
    text: textOf(shownChainText),
    exported: textOf(chainText),
    target: (index, column) => {
      const unit = units[order[index] ?? -1]
      const year = years[column]
      const state = stateAt(answer, at(index, column))
      if (unit === undefined || year === undefined || !isReported(state)) return null
      return { unit, year, item: figure }
    },
  }
}

/** The links in a line: `接上 20，断开 1，缺年 1`. */
export function chainSummary(answer: ChainAnswer): string {
  return chainStates
    .filter((state) => state !== 'notExisting')
    .map((state) => ({ state, count: countOf(answer, state) }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${chainWords[state].word} ${count}`)
    .join('，')
}

function stateAt({ states }: ChainAnswer, at: number): ChainState {
  return chainStates[states[at] ?? -1] ?? 'gap'
}

function isReported(state: ChainState): boolean {
  return state !== 'gap' && state !== 'notExisting'
}

function countOf({ states }: ChainAnswer, state: ChainState): number {
  const wanted = chainStates.indexOf(state)
  return states.reduce((count, each) => (each === wanted ? count + 1 : count), 0)
}

/** Rows by their broken links, the most first; equal ones by code, as the units come. */
function rowOrder(answer: ChainAnswer, sort: 'broken' | 'code'): number[] {
  const rows = answer.units.map((_, row) => row)
  if (sort === 'code') return rows
  const { length } = answer.years
  const broken = chainStates.indexOf('broken')
  const counts = rows.map((row) =>
    answer.states
      .subarray(row * length, (row + 1) * length)
      .reduce((count, state) => (state === broken ? count + 1 : count), 0),
  )
  return rows.toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
}

function isFormChanged({ forms }: ChainAnswer, at: number): boolean {
  return chainForms[forms[at] ?? 0] === 'changed'
}

function linkCell(answer: ChainAnswer, at: number, written: typeof chainText): CellText {
  const state = stateAt(answer, at)
  const tone = chainTones[state]
  const signs = [
    isFormChanged(answer, at) && state !== 'otherForm' ? '换表样' : '',
    answer.unitChanged[at] === 1 ? '新设或区划调整' : '',
  ]
  return {
    text: written(answer, at),
    note: chainNote(answer, at),
    missing: !isReported(state),
    sign: signs.filter((sign) => sign !== '').join('、'),
    opens: isReported(state),
    ...(tone === null ? {} : { tone }),
  }
}
