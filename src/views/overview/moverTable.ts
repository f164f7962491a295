import type { MatrixAnswer } from '@/analysis/answer'
import { answerCell, jointDoubt, type AnswerCell } from '@/analysis/answerCell'
import type { Mover, Movers } from '@/analysis/movers'
import type { TraceTarget } from '@/charts/chartModel'
import { itemLook } from '@/charts/facets'
import { shownNames } from '@/charts/unitOrder'
import { checkReason, doubtSigns, markSigns, numberText } from '@/wording/answers'
import { changeWord } from '@/wording/changes'
import type { CellText, TableText } from '@/wording/tableText'
import { unitAddress } from '@/wording/unitAddress'

export interface MoverTable {
  readonly text: TableText
  /** The figure behind a cell; null where none is. */
  readonly target: (row: number, column: number) => TraceTarget | null
}

/** What moved most, as a table: counts from a fair base, rates, then counts from a small base. */
export function moverTable(
  answer: MatrixAnswer,
  { relative, points, smallBase }: Movers,
  year: number,
  base: number,
): MoverTable {
  const movers = [...relative, ...points, ...smallBase]
  const names = shownNames(answer.units)
  const cellOf = ({ item, unit }: Mover, of: number) =>
    answerCell(answer, item, unit, answer.years.indexOf(of))
  const text: TableText = {
    caption: `变化最大的 ${movers.length} 个数（${base} → ${year} 年，两年都有数且可比的）`,
    corner: '单位与指标',
    groups: [],
    columns: [
      { label: `${base} 年`, title: `${base} 年` },
      { label: `${year} 年`, title: `${year} 年` },
      {
        label: '变化',
        title: '先按倍数排，增减同等看待；再是比率，按百分点；最后是基数不足 20 的，不计百分比',
      },
    ],
    rows: movers.length,
    row: (index) => {
      const mover = movers[index]
      const unit = mover && answer.units[mover.unit]
      if (!mover || !unit) return { key: '', header: '', aside: '', isTotal: false, cells: [] }
      return {
        key: `${unit.id} ${mover.item}`,
        header: names[mover.unit] ?? unit.name,
        aside: itemLook(mover.item).label,
        isTotal: false,
        href: unitAddress(unit.id),
        cells: moverCells(mover, cellOf(mover, base), cellOf(mover, year)),
      }
    },
  }
  return {
    text,
    target: (row, column) => {
      const mover = movers[row]
      const unit = mover && answer.units[mover.unit]
      if (!mover || !unit || column > 1) return null
      return { unit: unit.id, year: column === 0 ? base : year, item: mover.item }
    },
  }
}

function moverCells(
  { item, before, now }: Mover,
  then: AnswerCell,
  today: AnswerCell,
): readonly CellText[] {
  const look = itemLook(item)
  const doubt = jointDoubt([then, today])
  return [
    {
      ...{ text: numberText(before, look), note: checkReason(then.check), missing: false },
      ...{ sign: markSigns(then), opens: true },
    },
    {
      ...{ text: numberText(now, look), note: checkReason(today.check), missing: false },
      ...{ sign: markSigns(today), opens: true },
    },
    {
      ...{ text: changeWord(before, now, look), note: checkReason(doubt.check), missing: false },
      ...{ sign: doubtSigns(doubt).trim(), opens: false },
    },
  ]
}
