import type { AnswerState, MatrixAnswer } from '@/analysis/answer'
import { answerCell, isWithoutReport } from '@/analysis/answerCell'
import { DecimalSum } from '@/analysis/decimal'
import { editions } from '@/data/segment'
import { comparableAcross } from '@/domain/breaks'
import type { Edition, ReportEdition } from '@/domain/indicator'
import { statutoryForm, type FormTable } from '@/domain/statutoryForm'
import { totalOf, type Total } from './totals'

/** A figure of the form: a report's own, or the sum of many. */
export interface FormFigure extends Total {
  /** `value`, or why there is no number; a sum of nothing is `noReport`. */
  readonly state: AnswerState
}

/** The tables of the form for a group of units, or for one. */
export interface FormSummary {
  readonly tables: readonly FormTable[]
  readonly edition: Edition
  /** Positions of the units by the edition of their reports; units without a report are in none. */
  readonly units: ReadonlyMap<ReportEdition, readonly number[]>
  /** By indicator, of the tables. */
  readonly figures: ReadonlyMap<string, FormFigure>
  /** Indicators that do not mean quite the same in the editions summed. */
  readonly flagged: readonly string[]
}

/** All figures of tables 二, 三 and 四 in both editions: what has to be asked for a summary. */
export const formIndicators: readonly string[] = [
  ...new Set(
    (['2019', '2021'] as const).flatMap((edition) =>
      [true, false].flatMap((single) => indicatorsIn(statutoryForm(edition, single))),
    ),
  ),
]

/**
 * The form of an answer of one year to `formIndicators`: the edition of most reports, and of the
 * others only what may be compared with it. `unit`: the position of the one whose own report it is;
 * null: the sums of all.
 */
export function formSummary(answer: MatrixAnswer, unit: number | null): FormSummary {
  const units = unitsByEdition(answer, unit)
  const edition = editionOfMost(units)
  const tables = statutoryForm(edition, isSingle(answer, edition, unit))
  const indicators = indicatorsIn(tables)
  const foreign = [...units].filter(([other]) => other !== edition)
  return {
    tables,
    edition,
    units,
    figures: new Map(
      indicators.map((indicator): [string, FormFigure] => [
        indicator,
        unit === null ? sumOf(answer, indicator, edition, foreign) : ownOf(answer, indicator, unit),
      ]),
    ),
    flagged: indicators.filter((indicator) =>
      foreign.some(([other]) => comparableAcross(indicator, other, edition) === 'flagged'),
    ),
  }
}

function indicatorsIn(tables: readonly FormTable[]): readonly string[] {
  return tables.flatMap(({ rows }) =>
    rows.flat().flatMap((cell) => (cell.kind === 'figure' ? [cell.indicator] : [])),
  )
}

function unitsByEdition(answer: MatrixAnswer, unit: number | null) {
  const units = new Map<ReportEdition, number[]>()
  for (const position of unit === null ? answer.units.keys() : [unit]) {
    const code = answer.editions[position * answer.years.length] ?? 0
    const edition = code === 0 ? undefined : editions[code - 1]
    if (edition !== undefined) units.set(edition, [...(units.get(edition) ?? []), position])
  }
  return units
}

/** The later of two that are equally many; without any report the one that is in force. */
function editionOfMost(units: ReadonlyMap<ReportEdition, readonly number[]>): Edition {
  const count = (edition: Edition) => units.get(edition)?.length ?? 0
  return count('2019') > count('2021') ? '2019' : '2021'
}

/** Whether （六）其他处理 is one row: in the 2019 edition, and where nobody tells its parts. */
function isSingle(answer: MatrixAnswer, edition: Edition, unit: number | null): boolean {
  if (edition === '2019') return true
  const positions = unit === null ? [...answer.units.keys()] : [unit]
  const has = (row: string) =>
    positions.some((position) => {
      const cell = answerCell(answer, `requests.other.${row}.total`, position, 0)
      return cell.state !== 'absent' && !isWithoutReport(cell)
    })
  return has('all') && !['notCorrected', 'feeUnpaid', 'rest'].some(has)
}

function ownOf(answer: MatrixAnswer, indicator: string, unit: number): FormFigure {
  const { state, value, check, approximate, corrected } = answerCell(answer, indicator, unit, 0)
  const n = state === 'value' ? 1 : 0
  const counts = { n, of: 1, missing: n === 1 ? [] : [unit], untrusted: [] }
  return { value, ...counts, check, state, approximate, corrected }
}

/** The sum of an indicator, without the reports of other editions in which it is another quantity. */
function sumOf(
  answer: MatrixAnswer,
  indicator: string,
  edition: Edition,
  foreign: readonly (readonly [ReportEdition, readonly number[]])[],
): FormFigure {
  const total = totalOf(answer, indicator, 0)
  const unlike = foreign
    .filter(([other]) => comparableAcross(indicator, other, edition) === 'different')
    .flatMap(([, units]) => units)
    .filter((unit) => !total.missing.includes(unit) && !answer.leftOut.includes(unit))
    .filter((unit) => answerCell(answer, indicator, unit, 0).state === 'value')
  const sum = unlike.length === 0 ? total : without(answer, indicator, total, new Set(unlike))
  return { ...sum, state: sum.n === 0 ? 'noReport' : 'value' }
}

function without(
  answer: MatrixAnswer,
  indicator: string,
  total: Total,
  unlike: ReadonlySet<number>,
): Total {
  const sum = new DecimalSum()
  const outside = new Set([...total.missing, ...total.untrusted, ...answer.leftOut])
  for (const unit of answer.units.keys()) {
    const cell = answerCell(answer, indicator, unit, 0)
    if (cell.state === 'value' && !unlike.has(unit) && !outside.has(unit)) sum.add(cell.value)
  }
  return {
    ...total,
    value: sum.count === 0 ? NaN : sum.total,
    n: sum.count,
    missing: [...total.missing, ...unlike].toSorted((a, b) => a - b),
  }
}
