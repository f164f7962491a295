import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatFormula } from '@/domain/formula/formatFormula'
import { itemNamed } from '@/domain/formula/itemNames'
import { parseFormula } from '@/domain/formula/parseFormula'
import { describeItem } from '@/domain/item'
import { anyFormula } from './formulas'

const recorded = ['custom.常住人口（万人）', 'custom.编制']
const items = [
  'penalties.decisions',
  'rate.reviewCorrectedOfAll',
  'requests.new.total',
  ...recorded,
]

function parse(text: string) {
  return parseFormula(text, (name) => itemNamed(name, recorded))
}

/** A formula in a form that shows its brackets; or what is wrong with it. */
function told(text: string): string {
  const parsed = parse(text)
  if (parsed.kind === 'problem') return `${parsed.problem.code} ${parsed.problem.at}`
  return formatFormula(parsed.formula, (id) => id)
}

test('what is written reads back as the same formula, by ids and by names', () => {
  fc.assert(
    fc.property(anyFormula(items), (formula) => {
      fc.pre(formatFormula(formula).includes('['))
      expect(parse(formatFormula(formula))).toEqual({ kind: 'formula', formula })
      const named = formatFormula(formula, (id) => `[${describeItem(id).label}]`)
      expect(parse(named)).toEqual({ kind: 'formula', formula })
    }),
  )
})

test('names, known wordings and signs of any keyboard are understood', () => {
  const quotient = 'penalties.decisions ÷ licensing.decisions'
  expect(told('行政处罚 / 行政许可')).toBe(quotient)
  expect(told('[行政处罚]÷【行政许可】')).toBe(quotient)
  expect(told('行政处罚／“行政许可”')).toBe(quotient)
  expect(told('公开率 - 不予公开率')).toBe('rate.disclosed − rate.denied')
  expect(told('本年新收 * 10000 / [常住人口（万人）]')).toBe(
    'requests.new.total × 10000 ÷ custom.常住人口（万人）',
  )
  expect(told('-（编制 + 1.5）×2')).toBe('−（custom.编制 + 1.5） × 2')
  expect(told('编制 - (编制 - 编制)')).toBe('custom.编制 − （custom.编制 − custom.编制）')
})

test('what cannot be read is told with its place', () => {
  expect(told('')).toBe('empty 0')
  expect(told('1 + 2')).toBe('no-item 0')
  expect(told('行政处罚 ÷')).toBe('operand-missing 6')
  expect(told('行政处罚 行政许可')).toBe('operator-missing 5')
  expect(told('(行政处罚 + 1')).toBe('not-closed 9')
  expect(told('行政处罚 ÷ 行政许克可')).toBe('name-unknown 7')
  expect(told('constructor ÷ __proto__')).toBe('name-unknown 0')
  expect(told('alert(1)')).toBe('name-unknown 0')
  expect(told('行政处罚 ; 1')).toContain('5')
  expect(told('行'.repeat(501))).toBe('too-long 500')
})

test('an unknown name brings those like it, an open one those that it may mean', () => {
  const unknown = parse('行政处罚 ÷ 行政许克可')
  expect(unknown).toMatchObject({ problem: { text: '行政许克可' } })
  expect(unknown).toHaveProperty(
    'problem.suggestions',
    expect.arrayContaining(['licensing.decisions']),
  )
  const open = parse('自然人')
  expect(open).toHaveProperty('problem.code', 'name-ambiguous')
  expect(open).toHaveProperty('problem.suggestions.length', 5)
})
