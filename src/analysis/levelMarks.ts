import type { Cube } from '@/data/cube'
import { checkList } from '@/domain/checks/checkList'
import { emptyFigures } from '@/domain/checks/figures'
import type { RuleUnits } from '@/domain/checks/reportRule'
import type { YearRule } from '@/domain/checks/yearRule'
import { levelOf, type UnitTree } from '@/domain/unit'
import type { AskedReports } from './askedReports'
import { levelChecks, markOf } from './blockChecks'
import { slotsPerUnit } from './places'
import { judgeRule } from './ruleOutcomes'
import { copyFigures, figuresAt, slotsBeside } from './slotFigures'

const PASSED = markOf('passed')
const FAILED = markOf('failed')

/** Rules for units of one level that are more than a note: within a report, and on two years. */
const ruleChecks = levelChecks.filter(({ number }) => checkList[number]?.severity !== 'info')
const yearChecks: readonly YearRule[] = checkList.flatMap(({ making, severity }) =>
  making.kind === 'year' && making.rule.units !== 'all' && severity !== 'info' ? [making.rule] : [],
)

/**
 * Marks what a rule for units of one level is against, or cannot judge: T2-RULES, T2-FEE-UNIT. That it
 * holds says nothing of a figure.
 *
 * @param outcomes index in `checkMarks`, by place in the slots asked for
 */
export function raiseByLevels(
  asked: AskedReports,
  units: UnitTree,
  indicators: readonly string[],
  outcomes: Uint8Array,
): void {
  const concerns = (rule: { readonly indicators: readonly string[] }) =>
    rule.indicators.some((each) => indicators.includes(each))
  for (const { rule } of ruleChecks) {
    if (!concerns(rule)) continue
    for (const { block, rows, targets } of asked.selections) {
      const found = judgeRule(block, rule)
      for (let at = 0; at < rows.length; at++) {
        const [row, target] = [rows[at] as number, targets[at] as number]
        const outcome = found[row] as number
        if (outcome <= PASSED || outcome <= (outcomes[target] as number)) continue
        if (isOfLevel(asked.cube, units, block.unit[row] as number, rule.units))
          outcomes[target] = outcome
      }
    }
  }
  for (const rule of yearChecks) if (concerns(rule)) raiseByYears(asked, units, rule, outcomes)
}

/**
 * Both years are in doubt where only the two together are implausible; where one is so by itself, the
 * other bears no doubt.
 */
function raiseByYears(
  { cube, slots }: AskedReports,
  units: UnitTree,
  rule: YearRule,
  outcomes: Uint8Array,
): void {
  const { indicators } = rule
  const now = figuresAt(cube, indicators, slots)
  const before = figuresAt(cube, indicators, slotsBeside(cube, slots, -1))
  const after = figuresAt(cube, indicators, slotsBeside(cube, slots, 1))
  const [one, other] = [emptyFigures(indicators.length), emptyFigures(indicators.length)]
  const perUnit = slotsPerUnit(cube)
  for (let at = 0; at < slots.length; at++) {
    copyFigures(now, at, one)
    let mark = markOf(rule.judge(one, copyFigures(before, at, other)))
    copyFigures(after, at, other)
    const breaksNext = rule.judge(other, one) === 'failed' && rule.judge(other, null) !== 'failed'
    if (breaksNext) mark = FAILED
    if (mark <= PASSED || mark <= (outcomes[at] as number)) continue
    if (isOfLevel(cube, units, Math.floor((slots[at] as number) / perUnit), rule.units))
      outcomes[at] = mark
  }
}

function isOfLevel(cube: Cube, units: UnitTree, unit: number, level: RuleUnits): boolean {
  const known = units.byId(cube.units[unit] ?? '')
  return known !== undefined && levelOf(known, units) === level
}
