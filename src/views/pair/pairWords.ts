import type { AnswerCell } from '@/analysis/answerCell'
import { itemLook } from '@/charts/facets'
import { cellWords } from '@/charts/tables'
import { fullLabel } from '@/domain/catalogue'
import type { ReportEdition } from '@/domain/indicator'
import type { Scope } from '@/domain/report'
import { signedText } from '@/wording/numbers'
import type { CellText, TableText } from '@/wording/tableText'
import { scopeWords } from '@/wording/scopes'
import type { PairFigure, PairForm } from './pairForm'

const DECIMALS = 2

/** A number of one of the two reports, or the word in its place. */
export function sideText(cell: AnswerCell, item: string): CellText {
  return cellWords(cell, null, itemLook(item))
}

/** The difference in words: `+12（+25.00%）`, `相同`, `+3`; why there is none; empty for two gaps alike. */
export function differenceText(figure: PairFigure): string {
  const { a, b, difference, percent, comparable, isRegrouped } = figure
  if (comparable === 'different') return '表样不同，不可比'
  if (isLeftOut(a) || isLeftOut(b)) return '略去，不比'
  if (a.state !== 'value' || b.state !== 'value') return a.state === b.state ? '' : '只有一方有数'
  if (isRegrouped) return '区划调整，不比'
  if (difference === 0) return '相同'
  const share = Number.isNaN(percent) ? '' : `（${signedText(percent, DECIMALS)}%）`
  return signedText(difference) + share
}

/** 只看可信 leaves the number out: whether it differs is not said. */
function isLeftOut({ state }: AnswerCell): boolean {
  return state === 'failed' || state === 'undecidable'
}

/** Why a difference has no percentage, for who looks closer; empty where it has one. */
export function differenceNote({ a, difference, percent, comparable }: PairFigure): string {
  const flag = comparable === 'flagged' ? '两种表样的措辞不同，大体可比；' : ''
  if (Number.isNaN(difference) || difference === 0 || !Number.isNaN(percent)) return flag
  return flag + (a.value === 0 ? '基数为 0，不计百分比' : '基数不足 20，不计百分比')
}

/** The figures of two reports as a list: what the tables say, a row a figure. */
export function pairList(
  form: PairForm,
  names: readonly [a: string, b: string],
  onlyDifferent: boolean,
): { readonly text: TableText; readonly figures: readonly PairFigure[] } {
  const figures = [...form.figures.values()].filter(({ differs }) => differs || !onlyDifferent)
  const text: TableText = {
    caption: `${names[0]} 与 ${names[1]}：${onlyDifferent ? '不同的' : '全部'} ${figures.length} 个数`,
    corner: '指标',
    groups: [],
    columns: [
      { label: names[0], title: names[0] },
      { label: names[1], title: names[1] },
      { label: '差', title: `差（${names[1]} 减 ${names[0]}）` },
    ],
    rows: figures.length,
    row: (index) => {
      const figure = figures[index]
      if (!figure) return { key: '', header: '', aside: '', isTotal: false, cells: [] }
      const { item, a, b } = figure
      const difference = differenceText(figure)
      const change: CellText = {
        text: difference,
        note: differenceNote(figure),
        missing: Number.isNaN(figure.difference),
        sign: '',
        opens: false,
        ...(Number.isNaN(figure.difference)
          ? {}
          : {
              figure: {
                value: figure.difference,
                isPercent: false,
                marks: '',
                check: 'none' as const,
              },
            }),
      }
      return {
        key: item,
        header: fullLabel(item),
        aside: '',
        isTotal: false,
        cells: [sideText(a, item), sideText(b, item), change],
      }
    },
  }
  return { text, figures }
}

const editionNames: Readonly<Record<ReportEdition, string>> = {
  '2019': '2019 表样',
  '2021': '2021 表样',
  unknown: '表样不明',
}

/** What is not alike in the two reports themselves, each in a sentence. */
export function unlikeNotes(
  { editions: [a, b], extentChange, otherOutcomes }: PairForm,
  scopes: readonly [Scope, Scope],
): readonly string[] {
  const notes: string[] = []
  if (scopes[0] !== scopes[1]) {
    notes.push(
      `口径不同：左边是${scopeWords[scopes[0]]}，右边是${scopeWords[scopes[1]]}，差不能当作多少之别。`,
    )
  }
  if (extentChange !== '') {
    notes.push(`区划不同：其间${extentChange}，两年不是同一范围，升降不都是该单位自己的。`)
  }
  if (a !== b) {
    notes.push(
      `表样不同：左边是 ${editionNames[a]}，右边是 ${editionNames[b]}；只有一种表样才有的数写“未列”，不可比的不作差。`,
    )
  }
  if (otherOutcomes !== null) {
    const { a: left, b: right, item } = otherOutcomes
    const difference = differenceText(otherOutcomes)
    notes.push(
      `（六）其他处理，一方未分项：合起来左边 ${sideText(left, item).text}，右边 ${sideText(right, item).text}${difference === '' ? '' : `，${difference}`}。`,
    )
  }
  return notes
}
