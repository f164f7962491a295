import { checkList } from '@/domain/checks/checkList'
import { ruleById, type RuleId } from '@/domain/checks/rules'
import { checkMarks } from './answer'

const PASSED = checkMarks.indexOf('passed')

/** Rules on a year, which says nothing of figures. */
const ON_YEARS: readonly RuleId[] = ['P-YEAR', 'D-YEAR']

/** Checks whose passing says that figures agree; hints and likenesses say nothing by passing. */
const counted: readonly boolean[] = checkList.map(
  ({ rule, severity, making }) =>
    severity !== 'info' &&
    making.kind !== 'cell' &&
    ruleById(rule).kind !== 'copying' &&
    !ON_YEARS.includes(rule),
)

/** Whether passing this check counts as a sum that holds. */
export function countsAsPassed(check: number): boolean {
  return counted[check] === true
}

/** Findings of many reports, gathered check by check and read report by report. */
export class RowFindings {
  /** Checks that hold, by row. */
  readonly passed: Uint16Array
  readonly #rows: number[] = []
  readonly #checks: number[] = []
  readonly #outcomes: number[] = []
  #starts: Uint32Array
  #order = new Uint32Array(0)

  constructor(rows: number) {
    this.passed = new Uint16Array(rows)
    this.#starts = new Uint32Array(rows + 1)
  }

  /** Adds the outcomes of a check, a row each (index in `checkMarks`). */
  addAll(check: number, outcomes: Uint8Array): void {
    const counts = countsAsPassed(check)
    for (let row = 0; row < outcomes.length; row++) {
      const outcome = outcomes[row] as number
      if (outcome > PASSED) this.add(check, row, outcome)
      else if (outcome === PASSED && counts) this.passed[row] = (this.passed[row] as number) + 1
    }
  }

  /** Adds one that is 不平 or 不可判. */
  add(check: number, row: number, outcome: number): void {
    this.#rows.push(row)
    this.#checks.push(check)
    this.#outcomes.push(outcome)
  }

  /** Puts the findings in the order of the rows; call once, after the last is added. */
  close(): void {
    const starts = new Uint32Array(this.passed.length + 1)
    for (const row of this.#rows) starts[row + 1] = (starts[row + 1] as number) + 1
    for (let row = 1; row < starts.length; row++)
      starts[row] = (starts[row] as number) + (starts[row - 1] as number)
    const next = starts.slice()
    const order = new Uint32Array(this.#rows.length)
    for (const [finding, row] of this.#rows.entries()) {
      const place = next[row] as number
      order[place] = finding
      next[row] = place + 1
    }
    this.#starts = starts
    this.#order = order
  }

  /** Calls back for each finding of a row. */
  each(row: number, take: (check: number, outcome: number) => void): void {
    const end = this.#starts[row + 1] as number
    for (let place = this.#starts[row] as number; place < end; place++) {
      const finding = this.#order[place] as number
      take(this.#checks[finding] as number, this.#outcomes[finding] as number)
    }
  }
}
