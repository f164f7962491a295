import { expect, test } from 'vitest'
import { divisionUnits } from '@/domain/divisions'
import { formerNameIn, renamingsOf } from '@/domain/renamings'

test('a renaming has the year of its decision, else the years between the lists', () => {
  expect(renamingsOf('cn:540481')).toEqual([{ from: '米林县', to: '米林市', years: [2023, 2023] }])
  expect(renamingsOf('cn:610981')).toEqual([{ from: '旬阳县', to: '旬阳市', years: [2021, 2021] }])
  expect(renamingsOf('cn:610118')).toEqual([{ from: '户县', to: '鄠邑区', years: [2016, 2016] }])
  expect(renamingsOf('cn:451402')).toEqual([{ from: '江洲区', to: '江州区', years: [2012, 2013] }])
  expect(renamingsOf('cn:610922')).toEqual([])
  expect(renamingsOf('own')).toEqual([])
})

test('every renaming joins a former name of a unit to its name of today or a later former one', () => {
  for (const { id, name, formerNames } of divisionUnits()) {
    for (const { from, to, years } of renamingsOf(id)) {
      expect(formerNames).toContain(from)
      expect([name, ...formerNames]).toContain(to)
      expect(years[0]).toBeLessThanOrEqual(years[1])
    }
  }
})

test('a former name is told of the years in which it certainly was the name', () => {
  const then = (unit: string, ...years: number[]) => years.map((year) => formerNameIn(unit, year))

  expect(then('cn:540481', 2022, 2023)).toEqual(['米林县', null])
  // In 2012 or 2013.
  expect(then('cn:451402', 2011, 2012, 2013)).toEqual(['江洲区', null, null])
  expect(then('cn:610922', 2015)).toEqual([null])
})
