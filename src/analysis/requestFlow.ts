import { applicants, outcomeGroups, requestIndicator } from '@/domain/tableThree'
import type { Applicant, OutcomeGroup } from '@/domain/tableThree'
import type { MatrixAnswer } from './answer'
import { answerCell, jointDoubt, type Doubt } from './answerCell'
import { DecimalSum } from './decimal'

/** The applicants that table 三 tells apart, without their 总计. */
export const flowApplicants: readonly Applicant[] = applicants.filter(({ id }) => id !== 'total')

/** How many requests of each kind of applicant ended in each way, over the units that tell all of it. */
export interface RequestFlow {
  /** Index = applicant × outcome groups + group, by `flowApplicants` and `outcomeGroups`. */
  readonly cases: readonly number[]
  /** What there is to say of the numbers in them; same index. */
  readonly doubts: readonly Doubt[]
  readonly n: number
  /** Units that have a report, or should have one. */
  readonly of: number
  /** Positions of the units that leave one of the cells open, with the first such indicator. */
  readonly missing: readonly { readonly unit: number; readonly indicator: string | null }[]
}

/** Every indicator that a flow is computed from. */
export const flowItems: readonly string[] = flowApplicants.flatMap((applicant) =>
  outcomeGroups.flatMap(({ rows, single }) =>
    [...rows, ...(single ? [single] : [])].map((row) => requestIndicator(row, applicant)),
  ),
)

/**
 * Sums the applicants' outcomes of table 三 in a year (by position) over the units that have every cell.
 * “/” is a statement that a row does not apply and adds nothing; any other missing cell leaves its unit
 * out. 其他处理 is the single row where it is printed, else its parts, never both.
 */
export function requestFlow(
  answer: MatrixAnswer,
  units: readonly number[],
  year: number,
): RequestFlow {
  const sums = flowApplicants.flatMap(() => outcomeGroups.map(() => new DecimalSum()))
  const cells = sums.map((): Doubt[] => [])
  const missing: { readonly unit: number; readonly indicator: string | null }[] = []
  for (const unit of units) {
    const parts = flowApplicants.flatMap((applicant) =>
      outcomeGroups.map((group) => casesOf(answer, applicant, group, unit, year)),
    )
    const open = parts.find((part) => part.kind === 'open')
    if (open) missing.push({ unit, indicator: open.indicator })
    else
      parts.forEach((part, place) => {
        if (part.kind !== 'cases') return
        sums[place]?.add(part.cases)
        cells[place]?.push(part.doubt)
      })
  }
  const n = units.length - missing.length
  const cases = sums.map((sum) => (n > 0 ? sum.total : NaN))
  return { cases, doubts: cells.map(jointDoubt), n, of: units.length, missing }
}

type Part =
  | { readonly kind: 'cases'; readonly cases: number; readonly doubt: Doubt }
  | { readonly kind: 'open'; readonly indicator: string | null }

function casesOf(
  answer: MatrixAnswer,
  applicant: Applicant,
  { rows, single }: OutcomeGroup,
  unit: number,
  year: number,
): Part {
  const undivided = single
    ? answerCell(answer, requestIndicator(single, applicant), unit, year)
    : null
  if (undivided?.state === 'value')
    return { kind: 'cases', cases: undivided.value, doubt: undivided }
  const sum = new DecimalSum()
  const cells: Doubt[] = []
  for (const row of rows) {
    const indicator = requestIndicator(row, applicant)
    const cell = answerCell(answer, indicator, unit, year)
    const { state, value } = cell
    if (state === 'notApplicable') continue
    if (state !== 'value')
      return { kind: 'open', indicator: state === 'noReport' ? null : indicator }
    sum.add(value)
    cells.push(cell)
  }
  return { kind: 'cases', cases: sum.total, doubt: jointDoubt(cells) }
}
