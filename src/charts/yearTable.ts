import type { MatrixAnswer } from '@/analysis/answer'
import { checkReason, checkSign } from '@/wording/answers'
import { exactText, percentText } from '@/wording/numbers'
import type { CellFigure, CellText, RowText } from '@/wording/tableText'
import type { ComposedTotal, CompositionSpec } from './composition'
import { composedTotal } from './composition'
import { compositionFacets } from './facets'
import type { AnswerTable } from './tables'
import { cellWords, sumNote } from './tables'
import { leftOutNote } from './totals'

export interface YearTableInput {
  readonly answer: MatrixAnswer
  readonly spec: CompositionSpec
  /** Position of the unit; null: all units together. */
  readonly unit: number | null
  readonly caption: string
}

/** A composition over the years: a row a year, a column for the whole and for every part. */
export function compositionYearTable(input: YearTableInput): AnswerTable {
  const { answer, spec, unit } = input
  const columns = [spec.whole, ...spec.parts]
  const label = unit === null ? undefined : answer.units[unit]
  const all = answer.units.map((_, position) => position)
  const totals = answer.years.map((_, year) =>
    unit === null ? composedTotal(answer, spec, all, year) : null,
  )
  return {
    text: {
      caption: input.caption,
      corner: '年份',
      asideLabel: '有数/应有',
      groups: [],
      columns: columns.map((share) => ({ label: share.label, title: share.label })),
      rows: answer.years.length,
      row: (year) => {
        const total = totals[year] ?? null
        return total === null ? unitYear(input, year) : totalYear(answer, spec, total, year)
      },
    },
    target: (row, column) => {
      const year = answer.years[row]
      const item = columns[column]?.item
      return label && year !== undefined && item !== undefined
        ? { unit: label.id, year, item }
        : null
    },
    total: (row, column) => {
      const total = totals[row]
      if (!total) return null
      const heading = `${columns[column]?.label ?? ''} · ${answer.years[row] ?? ''} 年`
      return { heading, total: { value: NaN, approximate: false, corrected: false, ...total } }
    },
    sumNotes: () =>
      totals.flatMap((total, year) =>
        total === null ? [] : [sumNote(answer.units, `${answer.years[year] ?? ''} 年`, total)],
      ),
  }
}

function unitYear({ answer, spec, unit }: YearTableInput, year: number): RowText {
  const facets = compositionFacets(answer, spec)
  const cells = facets.flatMap((facet) =>
    facet.parts.map((part) =>
      cellWords(part.read(unit ?? -1, year), facet.whole?.read(unit ?? -1, year) ?? null, facet),
    ),
  )
  return { ...yearHead(answer, year), aside: '', cells }
}

function totalYear(
  answer: MatrixAnswer,
  spec: CompositionSpec,
  { composed, n, of, untrusted, check }: ComposedTotal,
  year: number,
): RowText {
  const omits = untrusted.length === 0 ? '' : `${untrusted.length} 个有不平或不可判的数，未计`
  const note = [`${of} 个单位中 ${n} 个的各项齐全`, omits, leftOutNote(answer), checkReason(check)]
    .filter((text) => text !== '')
    .join('；')
  const opened = (text: string, figure: Pick<CellFigure, 'value' | 'share'> | null): CellText => ({
    text,
    note,
    missing: figure === null,
    sign: figure === null ? '' : checkSign(check),
    opens: true,
    ...(figure === null ? {} : { figure: { ...figure, isPercent: false, marks: '', check } }),
  })
  const cells =
    composed.kind === 'gap'
      ? [spec.whole, ...spec.parts].map(() => opened(composed.reason, null))
      : [
          opened(exactText(composed.whole), { value: composed.whole }),
          ...composed.parts.map((part) => {
            if (part === null) return opened('—', null)
            const share = (100 * part) / composed.whole
            return opened(`${exactText(part)}（${percentText(share, 2)}）`, { value: part, share })
          }),
        ]
  return { ...yearHead(answer, year), aside: `${n}/${of}`, cells }
}

function yearHead(answer: MatrixAnswer, year: number) {
  const shown = answer.years[year]
  return { key: String(shown), header: `${shown ?? ''} 年`, isTotal: false }
}
