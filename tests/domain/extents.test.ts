import { expect, test } from 'vitest'
import { divisionUnits } from '@/domain/divisions'
import { extentChangesBetween, isSameUnit } from '@/domain/extents'

const byCode = new Map(divisionUnits().map((unit) => [unit.code, unit]))

function unitOf(code: string) {
  const unit = byCode.get(code)
  if (unit === undefined) throw new Error(`no unit ${code}`)
  return unit
}

const changed = [...byCode.values()].filter(({ extents }) => extents !== undefined)

test('every change is of a unit of today, of a year on record and with its decision', () => {
  expect(changed.length).toBeGreaterThan(80)
  for (const { until, extents = [] } of changed) {
    expect(until).toBeUndefined()
    expect(extents.map(({ year }) => year)).toEqual(extents.map(({ year }) => year).toSorted())
    for (const { year, other, document } of extents) {
      expect(year >= 2009 && year <= 2024).toBe(true)
      expect(other).not.toBe('')
      expect(document).toMatch(/〔\d{4}〕\d+号$|公告（\d{4}年\d{1,2}月\d{1,2}日）$/u)
    }
  }
})

test('who was merged ended with the year before, and who was founded began with the year', () => {
  const units = divisionUnits()
  for (const { code, extents = [] } of changed) {
    const near = units.filter((unit) => unit.code?.slice(0, 2) === code?.slice(0, 2))
    for (const { year, kind, other } of extents) {
      if (kind === 'whole' || kind === 'part')
        expect(near).toContainEqual(expect.objectContaining({ name: other, until: year - 1 }))
      if (kind === 'founded')
        expect(near).toContainEqual(expect.objectContaining({ name: other, since: year }))
    }
  }
})

test.each([
  // 浙政发〔2021〕7号: 下城区 into 拱墅区, 江干区 but for two streets into 上城区, 临平区 out of 余杭区.
  ['330105', 2020, 2021, ['whole 下城区']],
  ['330102', 2020, 2021, ['part 江干区']],
  ['330110', 2019, 2022, ['founded 临平区']],
  ['330109', 2020, 2021, ['founded 钱塘区']],
  ['330105', 2021, 2024, []],
  ['330106', 2008, 2024, []],
  // 国函〔2020〕78号: 邢台县 into both.
  ['130502', 2019, 2020, ['part 邢台县']],
  ['130503', 2020, 2019, ['part 邢台县']],
  // 国函〔2013〕112号: towns of 绍兴县 went to 越城区, the rest went on as 柯桥区.
  ['330602', 2012, 2013, ['in 绍兴县']],
  ['330603', 2012, 2013, ['out 越城区']],
])('%s changed between %i and %i: %j', (code, one, other, words) => {
  const found = extentChangesBetween(unitOf(code), one, other)

  expect(found.map((each) => `${each.kind} ${each.other}`)).toEqual(words)
})

test('what another county went into, or was founded on part of, is not the same unit; towns do not matter', () => {
  expect(isSameUnit(unitOf('330105'), 2020, 2021)).toBe(false)
  expect(isSameUnit(unitOf('330105'), 2021, 2020)).toBe(false)
  expect(isSameUnit(unitOf('330110'), 2019, 2024)).toBe(false)
  expect(isSameUnit(unitOf('330105'), 2021, 2024)).toBe(true)
  expect(isSameUnit(unitOf('330105'), 2020, 2020)).toBe(true)
  expect(isSameUnit(unitOf('330602'), 2012, 2013)).toBe(true)
  expect(isSameUnit({}, 2008, 2024)).toBe(true)
})
