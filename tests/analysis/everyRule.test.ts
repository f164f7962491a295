import { describe, expect, test } from 'vitest'
import { rules, type RuleId } from '@/domain/checks/rules'
import { proseRuleCases } from './proseRuleCases'
import type { Cases } from './ruleFigures'
import { outcomeOf } from './ruleReports'
import { tableRuleCases } from './tableRuleCases'

const cases: Readonly<Record<RuleId, Cases>> = { ...tableRuleCases, ...proseRuleCases }

describe.each(rules.map(({ id, name }) => [id, name, cases[id]] as const))(
  '%s %s',
  (rule, _, { passed, failed, undecidable }) => {
    test('passes, fails and is 不可判 where it should', () => {
      expect(outcomeOf(rule, passed)).toBe('passed')
      expect(outcomeOf(rule, failed)).toBe('failed')
      if (typeof undecidable !== 'string') expect(outcomeOf(rule, undecidable)).toBe('undecidable')
    })
  },
)

test('a blank never makes a rule pass that counts as passed', () => {
  const without = rules.filter(({ id }) => typeof cases[id].undecidable === 'string')
  expect(without.map(({ id }) => id)).toEqual([
    ...['T3-INT', 'T4-INT', 'T2-INT', 'Y-JUMP', 'Y-FORMAT', 'Y-GAP', 'Y-REPEAT'],
    ...['C-COUNTY', 'C-DIGIT', 'C-FACTOR', 'S-GE', 'S-SUM', 'S-SCOPE'],
    ...['P-PARTS', 'P-YEAR', 'P-SEC'],
  ])
})
