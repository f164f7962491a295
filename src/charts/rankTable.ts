import { isWithoutReport } from '@/analysis/answerCell'
import type { MatrixAnswer } from '@/analysis/answer'
import type { Standing } from '@/analysis/standings'
import { stateReason, stateWord } from '@/wording/answers'
import { intervalText, rangeText, rankText } from '@/wording/standings'
import type { CellText, RowText } from '@/wording/tableText'
import type { Facet } from './chartModel'
import type { AnswerTable } from './tables'
import { cellWords } from './tables'
import { shownNames } from './unitOrder'

/** What a table of ranks shows of an answer. */
export interface RankTableInput {
  readonly answer: MatrixAnswer
  readonly facets: readonly Facet[]
  /** Positions of the units, in the order of the chart. */
  readonly units: readonly number[]
  /** Positions of the years. */
  readonly years: readonly number[]
  /** Standings by facet, by position of the year, then of the unit. */
  readonly standings: readonly (readonly (readonly Standing[])[])[]
  readonly caption: string
}

interface Column {
  readonly facet: Facet
  readonly place: number
  readonly year: number
  readonly kind: 'rank' | 'value' | 'range' | 'interval'
}

const columnNames = { rank: '名次', range: '名次区间', interval: '95% 区间' } as const

/**
 * Ranks beside their figures: in one year with the rank range and the interval of rates, over several years
 * rank by rank. Who is not ranked has the reason in the place of the rank.
 */
export function rankTable(input: RankTableInput): AnswerTable {
  const { answer, facets, units, years, standings } = input
  const columns = facets.flatMap((facet, place) => columnsOf(facet, place, years))
  const names = shownNames(answer.units)
  const lead = years.length > 1 ? 1 : 0
  const standingAt = ({ place, year }: Column, unit: number) => standings[place]?.[year]?.[unit]
  return {
    text: {
      caption: input.caption,
      corner: '单位',
      groups: facets.map((facet) => ({
        label: facet.title,
        span: columns.filter((column) => column.facet === facet).length,
      })),
      columns: columns.map((column) => ({
        label: headingOf(answer, column, years.length > 1),
        title: `${column.facet.title} · ${answer.years[column.year] ?? ''} 年`,
      })),
      rows: units.length + lead,
      row: (index): RowText => {
        if (index < lead) return countRow(input, columns)
        const unit = units[index - lead] ?? -1
        const label = answer.units[unit]
        return {
          key: label?.id ?? '',
          header: names[unit] ?? '',
          aside: label?.code ?? '',
          isTotal: false,
          cells: columns.map((column) => {
            const standing = standingAt(column, unit)
            return standing ? cellOf(column, unit, standing, lead > 0) : plain('')
          }),
        }
      },
    },
    target: (row, column) => {
      const shown = columns[column]
      const unit = answer.units[units[row - lead] ?? -1]
      const year = shown && answer.years[shown.year]
      const item = shown?.facet.parts[0]?.item
      return unit && year !== undefined && item !== undefined ? { unit: unit.id, year, item } : null
    },
    total: () => null,
  }
}

/** Of how many the ranks of each year are: of others in one year than in another. */
function countRow({ answer, standings }: RankTableInput, columns: readonly Column[]): RowText {
  return {
    ...{ key: 'ranked', header: '参加排名', aside: '', isTotal: true },
    cells: columns.map(({ place, year }) => {
      const all = standings[place]?.[year] ?? []
      const ranked = all.filter(({ kind }) => kind === 'ranked').length
      return {
        ...plain(`${ranked}/${answer.units.length}`),
        note: `${answer.units.length} 个单位中 ${ranked} 个参加排名`,
      }
    }),
  }
}

function columnsOf(facet: Facet, place: number, years: readonly number[]): readonly Column[] {
  const ofYear = (year: number, kind: Column['kind']) => ({ facet, place, year, kind })
  if (years.length > 1) return years.map((year) => ofYear(year, 'rank'))
  const kinds: readonly Column['kind'][] =
    facet.minimumDenominator === null ? ['rank', 'value'] : ['rank', 'value', 'interval', 'range']
  return years.flatMap((year) => kinds.map((kind) => ofYear(year, kind)))
}

function headingOf(answer: MatrixAnswer, { facet, kind, year }: Column, isOverYears: boolean) {
  if (isOverYears) return String(answer.years[year] ?? '')
  if (kind !== 'value') return columnNames[kind]
  const unit = facet.measureUnit
  return unit === '' || unit === '%' ? '数值' : `数值（${unit}）`
}

function cellOf(
  { facet, year, kind }: Column,
  unit: number,
  standing: Standing,
  isOneOfMany: boolean,
): CellText {
  const cell = facet.parts[0]?.read(unit, year)
  if (!cell) return plain('')
  switch (kind) {
    case 'value':
      return cellWords(cell, null, facet)
    case 'rank': {
      const opens = !isWithoutReport(cell)
      const missing = standing.kind !== 'ranked'
      const word = rankWord(standing, cell.state, facet)
      const reason =
        standing.kind === 'missing' ? stateReason(standing.state, facet) : rangeText(standing)
      const note = reason === '' && missing ? word : reason
      // Many years have no room for whole sentences.
      const text = isOneOfMany && missing ? shortWord(standing, facet) : word
      return { ...plain(text), missing, note, opens }
    }
    case 'range':
      return plain(rangeText(standing))
    case 'interval':
      return plain(intervalText(standing))
  }
}

/** A unit without a number says why not; only what is too small is “not ranked”. */
function rankWord(standing: Standing, state: string, facet: Facet): string {
  if (standing.kind !== 'small') return rankText(standing)
  return state === 'value'
    ? `分母小于 ${facet.minimumDenominator ?? ''}，不排名`
    : rankText(standing)
}

function shortWord(standing: Standing, facet: Facet): string {
  switch (standing.kind) {
    case 'small':
      return `分母<${facet.minimumDenominator ?? ''}`
    case 'missing':
      return stateWord(standing.state, facet)
    case 'alone':
      return '仅此一家'
    case 'apart':
      return '含下属县'
    case 'ranked':
      return String(standing.rank)
  }
}

function plain(text: string): CellText {
  return { text, note: '', missing: text === '', sign: '', opens: false }
}
