import { afterEach, expect, test } from 'vitest'
import { setOwnMeasures } from '@/domain/ownMeasure'
import {
  checkFormula,
  measureNameProblem,
  typedFormula,
  workedFormula,
} from '@/views/measures/measureCheck'
import { measureOffers } from '@/views/measures/measureOffers'
import { itemGroups } from '@/views/explore/itemChoices'
import { formulaProblemText, formulaRemarkText } from '@/wording/formulaText'

const recorded = ['custom.人口']

afterEach(() => {
  setOwnMeasures([])
})

function told(text: string, unit = ''): readonly string[] {
  const checked = checkFormula({ name: '甲', unit, text, minimum: '' }, recorded)
  if (checked.kind === 'problem') return [formulaProblemText(checked.problem)]
  return [checked.measure.formula, ...checked.remarks.map(formulaRemarkText)]
}

test('a formula is told in names, and what is odd about it is said but not forbidden', () => {
  const ofRatio = '多个单位的合计 = 分子之和 ÷ 分母之和，不是比率的平均。'
  expect(told('行政处罚/行政许可')).toEqual(['行政处罚·处理决定 ÷ 行政许可·处理决定', ofRatio])
  expect(told('行政处罚 ÷ 行政许可', '%')).toContain('单位是 %，结果已乘 100。')
  expect(told('行政处罚 ÷ 行政许可 × 100', '%')).toContain(
    '单位是 %，公式里已有数字或百分比，按原样计算，不再乘 100。',
  )
  expect(told('行政许可 + [fees.amount]')).toContain('注意：把单位“件”和“万元”的数相加减。')
  expect(told('行政许可 ÷ 0')).toContain('注意：除以 0，永远没有结果（显示“分母为 0”）。')
  expect(told('行政许可 ÷ 人口 + 行政处罚 ÷ 行政许可')).toContain(
    '各单位的值不能合成一个总数，合计处写“无”。',
  )
  expect(told('行政许可 + 行政处罚')).toContain('多个单位的合计 = 各单位之和。')
  expect(told('行政许可 ÷ 人囗')).toEqual(['不认识“人囗”。'])
  expect(told('')).toEqual(['还没有公式。'])
})

test('a formula is worked out with the numbers of a unit, a missing one named', () => {
  const checked = checkFormula(
    { name: '甲', unit: '', text: '公开率 × 人口', minimum: '' },
    recorded,
  )
  const formula = checked.kind === 'ready' ? checked.formula : null
  const numbers = new Map([['custom.人口', 200]])
  expect(
    formula &&
      workedFormula(
        formula,
        (id) => numbers.get(id) ?? null,
        (value) => (value.kind === 'value' ? String(value.value) : value.kind),
      ),
  ).toBe('公开率 notComputable × 人口 200')
})

test('a stored formula is shown in names that read back', () => {
  const stored = '（[penalties.decisions] + [custom.人口]） ÷ [rate.reviewCorrectedOfAll]'
  const typed = typedFormula(stored, recorded)
  expect(typed).toBe('（[行政处罚·处理决定] + [人口]） ÷ [复议纠错率（占总计）]')
  const checked = checkFormula({ name: '', unit: '', text: typed, minimum: '' }, recorded)
  expect(checked.kind).toBe('ready')
})

test('a name is taken once, and not that of an indicator', () => {
  const own = { id: 'own:1', name: '罚许比', unit: '', formula: '', minimumDenominator: null }
  expect(measureNameProblem(' ', [own], null)).not.toBe('')
  expect(measureNameProblem('罚许比', [own], null)).not.toBe('')
  expect(measureNameProblem('罚许比', [own], 'own:1')).toBe('')
  expect(measureNameProblem('公开率', [], null)).toContain('已是一个指标')
})

test('own measures are offered first, by their names', () => {
  setOwnMeasures([
    {
      id: 'own:1',
      name: '罚许比',
      unit: '',
      formula: '[penalties.decisions] ÷ [licensing.decisions]',
      minimumDenominator: null,
    },
  ])
  const [group] = itemGroups(recorded)
  expect(group?.label).toBe('自定义指标')
  expect(group?.choices.map(({ item }) => item.label)).toEqual(['罚许比'])
})

test('where a population is on record, measures per 10,000 people are offered until they are kept', () => {
  const offers = measureOffers(['custom.人口密度', 'custom.常住人口', 'review.total'], [])
  expect(offers.map(({ name, formula }) => [name, formula])).toEqual([
    ['每万人新收申请', '[requests.new.total] ÷ [custom.常住人口] × 10000'],
    ['每万人行政许可', '[licensing.decisions] ÷ [custom.常住人口] × 10000'],
    ['每万人行政处罚', '[penalties.decisions] ÷ [custom.常住人口] × 10000'],
  ])
  const kept = offers.slice(0, 1).map((offer) => ({ ...offer, id: 'own:1' }))
  expect(measureOffers(['custom.常住人口'], kept)).toHaveLength(2)
  expect(measureOffers(['custom.户籍人口（万人）'], [])[0]?.formula).toBe(
    '[requests.new.total] ÷ [custom.户籍人口（万人）]',
  )
  expect(measureOffers([], [])).toEqual([])
})
