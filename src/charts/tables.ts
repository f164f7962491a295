import type { MatrixAnswer, UnitLabel } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'
import { isWithoutReport } from '@/analysis/answerCell'
import type { NumberStyle } from '@/wording/answers'
import {
  basisText,
  cellWithBasis,
  checkReason,
  checkSign,
  reportMarks,
  stateReason,
  totalSigns,
  totalText,
} from '@/wording/answers'
import { percentText } from '@/wording/numbers'
import type { SumNote } from '@/wording/sumNotes'
import { unitAddress } from '@/wording/unitAddress'
import type { CellFigure, CellText, RowText, TableText } from '@/wording/tableText'
import type { Facet, FacetPart, TraceTarget } from './chartModel'
import type { Total } from './totals'
import { leftOutNote, totalOf } from './totals'
import { shownNames } from './unitOrder'

/** A table with what its cells lead to. */
export interface AnswerTable {
  readonly text: TableText
  /** The figure behind a cell; null for sums. */
  target(row: number, column: number): TraceTarget | null
  /** Who is not in a sum; null for cells that are no sums. */
  total(row: number, column: number): { readonly heading: string; readonly total: Total } | null
  /** Who is not in the sums, for those who cannot click on them. */
  sumNotes?(): readonly SumNote[]
}

interface Column {
  readonly facet: Facet
  readonly part: FacetPart
  /** Position in the answer. */
  readonly year: number
  readonly label: string
}

/** What a table shows of an answer. */
export interface TableInput {
  readonly answer: MatrixAnswer
  readonly facets: readonly Facet[]
  /** Positions of the units, in the order of the chart. */
  readonly units: readonly number[]
  /** Positions of the years; one year gives a column a figure, several a column a year. */
  readonly years: readonly number[]
  readonly caption: string
  /** Sums of parts of the units, such as those of each city; absent: only that of all. */
  readonly rollUps?: readonly RollUp[]
}

/** The units below one other, and an answer to the same question of them alone. */
export interface RollUp {
  /** The city or province; null for units whose parent is not known. */
  readonly above: UnitLabel | null
  readonly answer: MatrixAnswer
}

/** The answer of a chart as a table: the sums, then a row a unit in the order of the chart. */
export function unitTable(input: TableInput): AnswerTable {
  const { answer, units } = input
  const columns = columnsOf(input)
  const names = shownNames(answer.units)
  const headings = columns.map(({ facet, part, year }) =>
    [headingOf(facet, part), `${answer.years[year] ?? ''} 年`].join(' · '),
  )
  const sums = sumsOf(input, columns)
  const totals = sums[0].totals
  const leftOut = leftOutNote(answer)
  return {
    text: {
      caption: input.caption,
      corner: '单位',
      groups: groupsOf(input),
      columns: columns.map(({ label }, index) => ({ label, title: headings[index] ?? '' })),
      rows: sums.length + units.length,
      row: (index) => {
        const sum = sums[index]
        return sum
          ? totalRow(columns, sum, leftOut)
          : unitRow(answer, columns, names, units[index - sums.length])
      },
    },
    target: (row, column) => {
      const unit = answer.units[units[row - sums.length] ?? -1]
      const shown = columns[column]
      const year = shown && answer.years[shown.year]
      return unit && shown && year !== undefined
        ? { unit: unit.id, year, item: shown.part.item }
        : null
    },
    total: (row, column) => {
      const sum = sums[row]
      const total = sum?.totals[column]
      const heading = [sum?.name ?? '', headings[column] ?? ''].filter((text) => text !== '')
      return total ? { heading: heading.join(' · '), total } : null
    },
    sumNotes: () =>
      totals.map((total, column) => sumNote(answer.units, headings[column] ?? '', total)),
  }
}

/** A row of sums: of all units (without a name), or of those below a city. */
interface Sums {
  readonly name: string
  readonly code: string
  readonly totals: readonly Total[]
}

function sumsOf(
  { answer, rollUps = [] }: TableInput,
  columns: readonly Column[],
): readonly [Sums, ...Sums[]] {
  const position = new Map(answer.units.map(({ id }, place) => [id, place]))
  const totalsIn = (part: MatrixAnswer) =>
    columns.map((column): Total => {
      const own = part === answer ? column.part.total : undefined
      const total = own ? own(column.year) : totalOf(part, column.part.item, column.year)
      const placed = (units: readonly number[]) =>
        units.flatMap((unit) => position.get(part.units[unit]?.id ?? '') ?? [])
      return { ...total, missing: placed(total.missing), untrusted: placed(total.untrusted) }
    })
  const parts = rollUps.map(({ above, answer: part }) => ({
    name: above?.name ?? '上级不明',
    code: above?.code ?? '',
    totals: totalsIn(part),
  }))
  return [{ name: '', code: '', totals: totalsIn(answer) }, ...parts]
}

/** Who is not in a sum, by name. */
export function sumNote(
  units: MatrixAnswer['units'],
  heading: string,
  { n, of, missing, untrusted }: Pick<Total, 'n' | 'of' | 'missing' | 'untrusted'>,
): SumNote {
  const names = shownNames(units)
  const named = (positions: readonly number[]) => positions.map((unit) => names[unit] ?? '')
  return { headings: [heading], n, of, missing: named(missing), untrusted: named(untrusted) }
}

function columnsOf({ answer, facets, years }: TableInput): readonly Column[] {
  const figures = facets.flatMap((facet) => facet.parts.map((part) => ({ facet, part })))
  return figures.flatMap(({ facet, part }) =>
    years.map((year) => ({
      facet,
      part,
      year,
      label: years.length > 1 ? String(answer.years[year] ?? '') : headingOf(facet, part),
    })),
  )
}

/** With several years, a heading over the years of each figure. */
function groupsOf({ facets, years }: TableInput) {
  if (years.length <= 1) return []
  return facets.flatMap((facet) =>
    facet.parts.map((part) => ({ label: headingOf(facet, part), span: years.length })),
  )
}

function headingOf(facet: Facet, part: FacetPart): string {
  const unit = facet.measureUnit
  const label = facet.parts.length > 1 ? part.label : facet.title
  return unit === '' || unit === '%' ? label : `${label}（${unit}）`
}

function totalRow(
  columns: readonly Column[],
  { name, code, totals }: Sums,
  leftOut: string,
): RowText {
  return {
    key: `total ${code} ${name}`,
    header: name === '' ? '合计' : `${name}合计`,
    aside: code,
    isTotal: true,
    cells: columns.map(({ facet }, index) => {
      const total = totals[index]
      if (!total) return nothing
      return {
        text: totalText(total, facet),
        note: [totalNote(total), leftOut, checkReason(total.check)]
          .filter((text) => text !== '')
          .join('；'),
        missing: total.n === 0,
        sign: totalSigns(total).trim(),
        opens: true,
        ...figureOf(totalFigure(total, facet)),
      }
    }),
  }
}

function totalFigure(total: Total, facet: Facet): CellFigure | null {
  const { value, n, of, check } = total
  if (Number.isNaN(value)) return null
  const marks = reportMarks(total)
  return { value, isPercent: isPercent(facet), counted: { n, of }, marks, check }
}

function totalNote({ n, of, untrusted }: Total): string {
  const omits = untrusted.length === 0 ? '' : `，${untrusted.length} 个的数不平或不可判，未计`
  return `${of} 个单位中 ${n} 个有数${omits}`
}

const nothing: CellText = { text: '', note: '', missing: true, sign: '', opens: false }

function unitRow(
  answer: MatrixAnswer,
  columns: readonly Column[],
  names: readonly string[],
  unit: number | undefined,
): RowText {
  const label = unit === undefined ? undefined : answer.units[unit]
  if (unit === undefined || !label) {
    return { key: '', header: '', aside: '', isTotal: false, cells: [] }
  }
  return {
    key: label.id,
    header: names[unit] ?? label.name,
    aside: label.code ?? '',
    isTotal: false,
    href: unitAddress(label.id),
    cells: columns.map(({ facet, part, year }) =>
      cellWords(part.read(unit, year), facet.whole?.read(unit, year) ?? null, facet),
    ),
  }
}

/** A cell in words: the number, with its share of the whole if it is part of one, or why there is none. */
export function cellWords(
  cell: AnswerCell,
  whole: AnswerCell | null,
  style: NumberStyle,
): CellText {
  const missing = cell.state !== 'value'
  const note = [basisText(cell, style), checkReason(cell.check)]
    .filter((text) => text !== '')
    .join('；')
  const isShare = !missing && whole !== null && whole.value > 0
  const share = isShare ? `（${percentText((100 * cell.value) / whole.value, 2)}）` : ''
  return {
    text: cellWithBasis(cell, style) + share,
    sign: missing ? '' : checkSign(cell.check),
    note: missing ? stateReason(cell.state, style) : note,
    missing,
    opens: !isWithoutReport(cell),
    ...figureOf(missing ? null : cellFigure(cell, whole, style)),
  }
}

function figureOf(figure: CellFigure | null): Pick<CellText, 'figure'> {
  return figure === null ? {} : { figure }
}

function cellFigure(cell: AnswerCell, whole: AnswerCell | null, style: NumberStyle): CellFigure {
  const { value, numerator, denominator, check } = cell
  const isShare = whole !== null && whole.value > 0
  const labels = style.kind === 'change' ? (['增减', '上年'] as const) : (['分子', '分母'] as const)
  const hasBasis = !Number.isNaN(numerator) && !Number.isNaN(denominator)
  return {
    value,
    isPercent: isPercent(style),
    ...(hasBasis
      ? {
          basis: [
            [labels[0], numerator],
            [labels[1], denominator],
          ],
        }
      : {}),
    ...(isShare ? { share: (100 * value) / whole.value } : {}),
    marks: reportMarks(cell),
    check,
  }
}

function isPercent({ kind, measureUnit }: NumberStyle): boolean {
  return kind === 'percent' || measureUnit === '%'
}
