import type { CubeBlock } from '@/data/cube'
import { checkList } from '@/domain/checks/checkList'
import { emptyFigures } from '@/domain/checks/figures'
import type { ReportRule } from '@/domain/checks/reportRule'
import { ruleById } from '@/domain/checks/rules'
import { checkMarks } from './answer'
import { columnsOf, readFigures } from './blockReader'

const PASSED = checkMarks.indexOf('passed')
const FAILED = checkMarks.indexOf('failed')

/** A rule that marks a figure, and from which outcome on. */
interface Marking {
  readonly rule: ReportRule
  readonly from: number
}

/**
 * What a rule that is more than a note says of its figures. What a text leaves open says nothing
 * against a table, whose own sums bear it out.
 */
const markings: ReadonlyMap<string, readonly Marking[]> = markingsByFigure()

function markingsByFigure(): Map<string, Marking[]> {
  const byFigure = new Map<string, Marking[]>()
  for (const { making, severity } of checkList) {
    if (making.kind !== 'report' || making.rule.units !== 'all' || severity === 'info') continue
    const { rule } = making
    const isProse = ruleById(rule.rule).kind === 'prose'
    for (const indicator of rule.inDoubt ?? rule.indicators) {
      const from = isProse && !indicator.startsWith('prose.') ? FAILED : PASSED + 1
      byFigure.set(indicator, [...(byFigure.get(indicator) ?? []), { rule, from }])
    }
  }
  return byFigure
}

const judged = new WeakMap<CubeBlock['columns'], Map<ReportRule, Uint8Array>>()

/** Outcome of a rule within a report for every row of a block, index in `checkMarks`; made once. */
export function judgeRule(block: CubeBlock, rule: ReportRule): Uint8Array {
  let outcomes = judged.get(block.columns)
  if (outcomes === undefined)
    judged.set(block.columns, (outcomes = new Map<ReportRule, Uint8Array>()))
  let known = outcomes.get(rule)
  if (known === undefined) outcomes.set(rule, (known = judgeRows(block, rule)))
  return known
}

function judgeRows(block: CubeBlock, rule: ReportRule): Uint8Array {
  const columns = columnsOf(block, rule.indicators)
  const outcomes = new Uint8Array(block.rows)
  if (columns.every(({ column }) => column === null)) return outcomes
  const figures = emptyFigures(columns.length)
  for (let row = 0; row < block.rows; row++) {
    const year = block.year[row] as number
    if (rule.from !== null && year < rule.from) continue
    readFigures(columns, row, figures)
    const outcome = rule.judge(figures, year)
    outcomes[row] = outcome === null ? 0 : checkMarks.indexOf(outcome)
  }
  return outcomes
}

/** Raises the marks of the rows in which a rule is against one of the indicators; index in `checkMarks`. */
export function raiseByRules(
  block: CubeBlock,
  indicators: readonly string[],
  outcomes: Uint8Array,
): void {
  for (const indicator of indicators) {
    for (const { rule, from } of markings.get(indicator) ?? []) {
      const found = judgeRule(block, rule)
      for (let row = 0; row < block.rows; row++) {
        const outcome = found[row] as number
        if (outcome >= from && outcome > (outcomes[row] as number)) outcomes[row] = outcome
      }
    }
  }
}
