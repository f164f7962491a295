import type { MatrixAnswer } from '@/analysis/answer'
import type { UntrustedNumber } from '@/analysis/untrusted'
import { itemLook } from '@/charts/facets'
import { checkReason } from '@/wording/answers'
import type { CellText, TableText } from '@/wording/tableText'

/** The numbers that 只看可信 leaves out, a row each; a row leads to its number. */
export function untrustedTable(
  { units, years }: MatrixAnswer,
  numbers: readonly UntrustedNumber[],
): TableText {
  return {
    caption: `略去的 ${numbers.length} 个数`,
    corner: '单位',
    groups: [],
    columns: ['年份', '指标', '为什么'].map((label) => ({ label, title: label })),
    rows: numbers.length,
    row: (index) => {
      const number = numbers[index]
      const unit = units[number?.unit ?? -1]
      if (number === undefined || unit === undefined)
        return { key: String(index), header: '', aside: '', isTotal: false, cells: [] }
      return {
        key: String(index),
        header: unit.name,
        aside: unit.code ?? '',
        isTotal: false,
        cells: [
          text(String(years[number.year] ?? '')),
          { ...text(itemLook(number.item).label), opens: true, note: '看这个数的来历和勾稽' },
          text(checkReason(number.check)),
        ],
      }
    },
  }
}

function text(words: string): CellText {
  return { text: words, note: '', missing: false, sign: '', opens: false }
}
