import { jointDoubt, type Doubt } from '@/analysis/answerCell'
import type { RequestFlow } from '@/analysis/requestFlow'
import { flowApplicants } from '@/analysis/requestFlow'
import { outcomeGroups } from '@/domain/tableThree'
import { doubtSigns } from '@/wording/answers'
import { exactText, percentText } from '@/wording/numbers'
import type { CellText } from '@/wording/tableText'
import type { AnswerTable } from './tables'

/** The flow as a table: a row an outcome, a column an applicant, the sums last; with shares of the column. */
export function flowTable(flow: RequestFlow, caption: string): AnswerTable {
  const { n, of, missing } = flow
  const columns = [...flowApplicants.map(({ short }) => short), '合计']
  const rows = [...outcomeGroups.map(({ label }) => label), '合计']
  const at = (row: number, column: number) => sumOver(flow, row, column)
  return {
    text: {
      caption,
      corner: '办理结果',
      groups: [],
      columns: columns.map((label) => ({ label, title: label })),
      rows: rows.length,
      row: (row) => ({
        key: rows[row] ?? '',
        header: rows[row] ?? '',
        aside: row === rows.length - 1 ? `${n}/${of}` : '',
        isTotal: row === rows.length - 1,
        cells: columns.map((_, column): CellText => {
          const cases = at(row, column)
          const note = `${of} 个单位中 ${n} 个的各格齐全`
          if (Number.isNaN(cases)) return { text: '无', note, missing: true, sign: '', opens: true }
          const sign = doubtSigns(doubtIn(flow, row, column)).trim()
          const whole = at(rows.length - 1, column)
          const share =
            whole > 0 && row < rows.length - 1 ? `（${percentText((100 * cases) / whole, 1)}）` : ''
          return { text: exactText(cases) + share, note, missing: false, sign, opens: true }
        }),
      }),
    },
    target: () => null,
    total: (row, column) => ({
      heading: `${columns[column] ?? ''} · ${rows[row] ?? ''}`,
      total: {
        value: at(row, column),
        n,
        of,
        missing: missing.map(({ unit }) => unit),
        untrusted: [],
        ...doubtIn(flow, row, column),
      },
    }),
  }
}

/** The cases of a row and a column; beyond the last group or applicant, of all of them. */
function sumOver({ cases }: RequestFlow, row: number, column: number): number {
  return cases.reduce((sum, count, place) => (isIn(place, row, column) ? sum + count : sum), 0)
}

/** What there is to say of the numbers that they are the sum of. */
function doubtIn({ doubts }: RequestFlow, row: number, column: number): Doubt {
  return jointDoubt(doubts.filter((_, place) => isIn(place, row, column)))
}

function isIn(place: number, row: number, column: number): boolean {
  const isRow = row >= outcomeGroups.length || place % outcomeGroups.length === row
  const applicant = Math.floor(place / outcomeGroups.length)
  return isRow && (column >= flowApplicants.length || applicant === column)
}
