import { afterEach, expect, test } from 'vitest'
import { describeItem } from '@/domain/item'
import { measureById, yearOnYearById } from '@/domain/measures'
import { circleThrough, setOwnMeasures, usersOf, type OwnMeasure } from '@/domain/ownMeasure'
import { perPeopleOf } from '@/domain/perPeople'
import { formulaNumbers } from '@/wording/formulaNumbers'

afterEach(() => {
  setOwnMeasures([])
})

const id = perPeopleOf('requests.new.total', 'auxiliary.常住人口')

test('a count per 10,000 people is a quotient whose total is one of sums', () => {
  expect(describeItem(id)).toMatchObject({
    label: '每万人本年新收·总计（按常住人口）',
    unit: '件/万人',
    isRatio: true,
    minimumDenominator: null,
    definition: '本年新收·总计 ÷ 常住人口 × 10000',
  })
  expect(measureById(id)).toMatchObject({ scale: 10_000, hasTotal: true })
  expect(yearOnYearById(`yoy:${id}`)).toMatchObject({ mode: 'difference' })
  expect(measureById(perPeopleOf('outcome.denied', 'auxiliary.户籍人口'))).toBeDefined()
})

test.each(['rate.disclosed', 'auxiliary.编制', 'custom.公开日期', 'nothing'])(
  'what is no count is not counted by people: %s',
  (item) => {
    expect(measureById(perPeopleOf(item, 'auxiliary.常住人口'))).toBeUndefined()
  },
)

test('its formula is told with the numbers put in, and what is blank stays blank', () => {
  const cells = new Map([['requests.new.total', 30]])
  const text = formulaNumbers(id, (indicator) => {
    const value = cells.get(indicator)
    return value === undefined ? { kind: 'blank' } : { kind: 'value', value, approximate: false }
  })
  expect(text).toMatch(/^30 ÷ .*空.* × 10000$/u)
})

function own(name: string, formula: string): OwnMeasure {
  return { id: `own:${name}`, name, unit: '', formula, minimumDenominator: null }
}

test('own measures refer to each other, in whatever order they were made', () => {
  setOwnMeasures([
    own('a', '[own:b] ÷ 2'),
    own('b', '[requests.new.total] + [requests.carriedIn.total]'),
  ])
  expect(measureById('own:a')).toMatchObject({ formula: 'b ÷ 2' })
  const text = formulaNumbers('own:a', (indicator) => ({
    kind: 'value',
    value: indicator === 'requests.new.total' ? 30 : 4,
    approximate: false,
  }))
  expect(text).toBe('（30 + 4）÷ 2')
})

test('measures that refer to each other in a circle are left out and told', () => {
  const list = [
    own('a', '[own:b] + 1'),
    own('b', '[own:a] + 1'),
    own('c', '[own:a] + [requests.new.total]'),
    own('d', '[requests.new.total]'),
  ]
  setOwnMeasures(list)
  expect(['a', 'b', 'c', 'd'].map((name) => measureById(`own:${name}`) !== undefined)).toEqual([
    ...[false, false, false],
    true,
  ])
  expect(circleThrough('own:a', '[own:b] + 1', list)).toBe('own:b')
  expect(circleThrough('own:d', '[own:d] + 1', list)).toBe('own:d')
  expect(circleThrough('own:d', '[own:c] + 1', list)).toBeNull()
  expect(usersOf('own:a', list).map(({ name }) => name)).toEqual(['b', 'c'])
})
