import type { FormFigure, FormSummary } from '@/charts/formSummary'
import { fullLabel } from '@/domain/catalogue'
import { checkReason, markSigns, reportMarks } from '@/wording/answers'
import type { CellText, RowText, TableText } from '@/wording/tableText'
import { figureText } from './figureText'

/** The figures of a summary as a list, a row a figure: with n/N where they are sums. */
export function summaryList({ figures }: FormSummary, caption: string, isSum: boolean): TableText {
  const rows = [...figures]
  return {
    caption,
    corner: '指标',
    groups: [],
    columns: [
      { label: isSum ? '合计' : '数', title: isSum ? '合计' : '数' },
      ...(isSum ? [{ label: '有数/应有', title: '有数的单位／应有的单位' }] : []),
    ],
    rows: rows.length,
    row: (index) => rowOf(rows[index], isSum),
  }
}

function rowOf(row: readonly [string, FormFigure] | undefined, isSum: boolean): RowText {
  if (row === undefined) return { key: '', header: '', aside: '', isTotal: false, cells: [] }
  const [indicator, figure] = row
  const { state, value, check, n, of } = figure
  const hasNumber = state === 'value'
  const number: CellText = {
    text: figureText(figure, isSum),
    note: hasNumber ? checkReason(check) : '',
    missing: !hasNumber,
    sign: markSigns(figure),
    opens: false,
    ...(hasNumber
      ? { figure: { value, isPercent: false, marks: reportMarks(figure), check } }
      : {}),
  }
  const counted: CellText = {
    text: `${n}/${of}`,
    note: '',
    missing: false,
    sign: '',
    opens: false,
  }
  return {
    key: indicator,
    header: fullLabel(indicator),
    aside: '',
    isTotal: false,
    cells: isSum ? [number, counted] : [number],
  }
}
