import type { MatrixAnswer } from '@/analysis/answer'
import { answerCell } from '@/analysis/answerCell'
import { bearingOf, type Bearing, type Circle } from '@/analysis/profile'
import type { TraceTarget } from '@/charts/chartModel'
import { itemLook, type ItemLook } from '@/charts/facets'
import { cellWords } from '@/charts/tables'
import { numberText, stateWord } from '@/wording/answers'
import { percentText } from '@/wording/numbers'
import type { CellText, RowText, TableText } from '@/wording/tableText'

export interface BearingTable {
  readonly text: TableText
  /** The figure behind a cell; null where none is. */
  readonly target: (row: number, column: number) => TraceTarget | null
}

/** A line of the table: the unit's own figure, or how it lies to a circle. */
type Line =
  | { readonly kind: 'own'; readonly item: string }
  | { readonly kind: 'median' | 'rank'; readonly item: string; readonly circle: Circle }

/** A unit's figures over the years, each with the medians of its circles and its rank in them. */
export function bearingTable(
  answer: MatrixAnswer,
  items: readonly string[],
  unit: number,
  circles: readonly Circle[],
): BearingTable {
  const lines = items.flatMap((item): Line[] => [
    { kind: 'own', item },
    ...circles.flatMap((circle): Line[] => [
      { kind: 'median', item, circle },
      { kind: 'rank', item, circle },
    ]),
  ])
  const text: TableText = {
    caption: `${answer.units[unit]?.name ?? ''}的主要指标，与${circles.map(({ name }) => name).join('、')}相比`,
    corner: '指标',
    groups: [],
    columns: answer.years.map((year) => ({ label: String(year), title: `${year} 年` })),
    rows: lines.length,
    row: (index) => lineRow(answer, unit, lines[index]),
  }
  return {
    text,
    target: (row, column) => {
      const line = lines[row]
      const [label, year] = [answer.units[unit], answer.years[column]]
      if (line?.kind !== 'own' || !label || year === undefined) return null
      return { unit: label.id, year, item: line.item }
    },
  }
}

function lineRow(answer: MatrixAnswer, unit: number, line: Line | undefined): RowText {
  if (line === undefined) return { key: '', header: '', aside: '', isTotal: false, cells: [] }
  const look = itemLook(line.item)
  const name = look.kind === 'percent' ? look.label : `${look.label}（${look.measureUnit}）`
  if (line.kind === 'own') {
    return {
      key: line.item,
      header: name,
      aside: '',
      isTotal: true,
      cells: answer.years.map((_, year) =>
        cellWords(answerCell(answer, line.item, unit, year), null, look),
      ),
    }
  }
  const { kind, circle } = line
  const bearingName = `${circle.name}${kind === 'median' ? '中位数' : '名次'}`
  return {
    key: `${line.item} ${circle.id} ${kind}`,
    header: `　${bearingName}`,
    fileHeader: `${kind === 'median' ? name : look.label} · ${bearingName}`,
    aside: '',
    isTotal: false,
    cells: answer.years.map((_, year) => {
      const bearing = bearingOf(answer, line.item, unit, year, circle)
      return kind === 'median' ? medianCell(bearing, look) : rankCell(bearing, look)
    }),
  }
}

function medianCell({ median, n, of }: Bearing, look: ItemLook): CellText {
  const isNone = Number.isNaN(median)
  return {
    text: isNone ? '无' : `${numberText(median, look)}（${n}/${of}）`,
    note: `${of} 个单位中 ${n} 个有数，含本单位`,
    missing: isNone,
    sign: '',
    opens: false,
  }
}

/** e.g. `3/11`, and for rates the ranks that chance alone leaves open: `3/11（1–6）`. */
function rankCell({ standing, ranked }: Bearing, look: ItemLook): CellText {
  const cell = { sign: '', opens: false }
  switch (standing.kind) {
    case 'ranked': {
      const { rank, range, interval } = standing
      const open = range !== null && range[0] !== range[1] ? `（${range[0]}–${range[1]}）` : ''
      const note =
        interval === null
          ? '由大到小，同数同名次'
          : `由大到小；95% 区间 ${percentText(interval.low)}–${percentText(interval.high)}，括号里是区间分不出先后的名次`
      return { ...cell, text: `${rank}/${ranked}${open}`, note, missing: false }
    }
    case 'small':
      return { ...cell, text: '件数少，不排', note: '分母不足 30，不排名次', missing: true }
    case 'alone':
      return { ...cell, text: '仅此一家，不排', note: '只有本单位可排，没有名次', missing: true }
    case 'apart':
      return { ...cell, text: '含下属县，不排', note: '本单位含下属县的数', missing: true }
    case 'missing': {
      const word = stateWord(standing.state, look)
      return { ...cell, text: '—', note: `本单位${word}，没有名次`, missing: true }
    }
  }
}
