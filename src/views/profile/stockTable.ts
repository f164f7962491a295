import { stockFlow, type StockItems } from '@/analysis/stockFlow'
import type { MatrixAnswer } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'
import { cellWords } from '@/charts/tables'
import { exactText, signedText } from '@/wording/numbers'
import type { CellText, TableText } from '@/wording/tableText'

/** The stock of 行政规范性文件. */
export const normItems: StockItems = {
  stock: 'normativeDocuments.inForce',
  added: 'normativeDocuments.issued',
  removed: 'normativeDocuments.repealed',
}

const cases = { kind: 'number', measureUnit: '件' } as const

/** The stock year by year: what was there, came and went, and whether it adds up. */
export function stockTable(answer: MatrixAnswer, unit: number): TableText {
  const years = stockFlow(answer, normItems, unit)
  return {
    caption: '现行有效规范性文件：上年 ＋ 制发 − 废止，与本年所报',
    corner: '年份',
    groups: [],
    columns: ['上年现行有效', '本年制发', '本年废止', '应为', '所报', '差'].map((label) => ({
      label,
      title: label,
    })),
    rows: years.length,
    row: (index) => {
      const shown = years[index]
      if (!shown) return { key: '', header: '', aside: '', isTotal: false, cells: [] }
      const { year, before, added, removed, stock, expected, gap } = shown
      const cells: readonly CellText[] = [
        words(before),
        words(added),
        words(removed),
        computed(Number.isNaN(expected) ? '不可计算' : exactText(expected), expected),
        words(stock),
        {
          ...computed(Number.isNaN(gap) ? '不可判' : signedText(gap), gap),
          ...(gap === 0 || Number.isNaN(gap) ? {} : { tone: 'doubtful' as const }),
        },
      ]
      return { key: String(year), header: `${year} 年`, aside: '', isTotal: false, cells }
    },
  }
}

function words(cell: AnswerCell): CellText {
  return { ...cellWords(cell, null, cases), opens: false }
}

function computed(text: string, value: number): CellText {
  return { text, note: '', missing: Number.isNaN(value), sign: '', opens: false }
}
