import type { UnitId } from '@/domain/unit'
import type { HealthAnswer } from '@/engine/checkProtocol'
import { namesText } from '@/wording/answers'
import { dueText } from '@/wording/dueDates'
import { reportStateAt, reportStateNote, shownStateText, stateTones } from '@/wording/reportStates'
import type { CellText, TableText } from '@/wording/tableText'
import { unitAddress } from '@/wording/unitAddress'

export interface CoverageTable {
  readonly text: TableText
  /** The report behind a cell; null where none is. */
  readonly target: (
    row: number,
    column: number,
  ) => { readonly unit: UnitId; readonly year: number } | null
}

/** Who has reported: a row a unit, a column a year, and how many of how many above them. `now` in ms. */
export function coverageTable(answer: HealthAnswer, now: number): CoverageTable {
  const { units, years, labels } = answer
  const text: TableText = {
    caption: `报送与勾稽：${units.length} 个单位 × ${years.length} 年`,
    corner: '单位',
    groups: [],
    columns: years.map((year) => ({ label: String(year), title: `${year} 年年报` })),
    rows: units.length + 1,
    row: (index) => {
      if (index === 0) return sumRow(answer)
      const label = labels[index - 1]
      const unit = units[index - 1] ?? ''
      return {
        key: unit,
        header: label?.name ?? unit,
        aside: label?.code ?? '',
        isTotal: false,
        href: unitAddress(unit),
        cells: years.map((year, column) =>
          reportCell(answer, (index - 1) * years.length + column, dueText(year, now)),
        ),
      }
    },
  }
  return {
    text,
    target: (row, column) => {
      const unit = units[row - 1]
      const year = years[column]
      const isThere = answer.reported[(row - 1) * years.length + column] === 1
      return unit === undefined || year === undefined || !isThere ? null : { unit, year }
    },
  }
}

function sumRow(answer: HealthAnswer) {
  return {
    key: 'reported',
    header: '已报',
    aside: '',
    isTotal: true,
    cells: answer.years.map((_, column): CellText => {
      const { reported, expected, missing } = reportedIn(answer, column)
      return {
        text: `${reported}/${expected}`,
        note: missing.length === 0 ? '全部已报' : `未报：${namesText(missing)}`,
        missing: reported === 0,
        sign: '',
        opens: false,
      }
    }),
  }
}

/** How many of the units that existed have reported for a year (by position), and who has not. */
export function reportedIn(
  { units, years, labels, reported, existed }: HealthAnswer,
  column: number,
) {
  const expected = units.flatMap((_, row) => {
    const at = row * years.length + column
    return existed[at] === 1 || reported[at] === 1 ? [{ row, isThere: reported[at] === 1 }] : []
  })
  const missing = expected.filter(({ isThere }) => !isThere)
  return {
    reported: expected.length - missing.length,
    expected: expected.length,
    missing: missing.map(({ row }) => labels[row]?.name ?? ''),
  }
}

function reportCell(answer: HealthAnswer, at: number, due: string): CellText {
  const state = reportStateAt(answer, at)
  const tone = stateTones[state]
  const isMissing = state === 'missing'
  const note = reportStateNote(answer, at)
  return {
    text: isMissing && due !== '' ? due : shownStateText(answer, at),
    note: isMissing ? `${note}（应于次年 3 月 31 日前公布）` : note,
    missing: answer.reported[at] !== 1,
    sign: '',
    opens: answer.reported[at] === 1,
    ...(tone === null ? {} : { tone }),
  }
}
