import { expect, test } from 'vitest'
import type { Merge } from '@/intake/document'
import { intake } from '../intake'
import { places, recogniseGrids, value } from './recognise'

const rows = [
  ['县区', '年份', 'licensing.decisions'],
  ['汉阴县', '2021', '1'],
  ['', '2022', '2'],
  ['', '2023', '3'],
  ['石泉县', '2021', '4'],
  ['', '2022', '5'],
  ['', '', ''],
  ['合计', '', '15'],
]

function down(row: number, rows: number, column = 0, columns = 1): Merge {
  return { row, column, rows, columns }
}

test('a unit that is merged over its years names each of them', () => {
  const merges = [down(1, 3), down(4, 3), down(7, 1, 0, 2)]
  const { reports, findings } = recogniseGrids([{ name: '表', rows, merges }])

  expect(
    reports.map(({ unit, year, cells }) => [unit.name, year, cells.get('licensing.decisions')]),
  ).toEqual([
    ['汉阴县', 2021, value(1)],
    ['汉阴县', 2022, value(2)],
    ['汉阴县', 2023, value(3)],
    ['石泉县', 2021, value(4)],
    ['石泉县', 2022, value(5)],
  ])
  expect(findings.map(({ code }) => code)).toEqual(['row-skipped'])
})

test('a unit that is merged over its figures names them in a long table too', () => {
  const long = [
    ['单位', '年份', '指标', '数值'],
    ['汉阴县', '2023', 'licensing.decisions', '1'],
    ['', '', 'penalties.decisions', '2'],
  ]
  const merges = [down(1, 2), down(1, 2, 1)]
  const { reports } = recogniseGrids([{ name: '表', rows: long, merges }])

  expect([...(reports[0]?.cells ?? [])]).toEqual([
    ['licensing.decisions', value(1)],
    ['penalties.decisions', value(2)],
  ])
})

test('an empty cell that nothing covers takes no name from above', () => {
  const { reports, findings } = recogniseGrids([{ name: '表', rows, merges: [down(1, 2)] }])

  expect(reports.map(({ unit, year }) => [unit.name, year])).toEqual([
    ['汉阴县', 2021],
    ['汉阴县', 2022],
    ['石泉县', 2021],
  ])
  expect(places(findings).filter(([code]) => code === 'unit-missing')).toEqual([
    ['unit-missing', 4, 1],
    ['unit-missing', 6, 1],
  ])
})

test('a ditto mark in a key is what stands above it, which is told; in a figure it is unreadable', async () => {
  const { reports, findings } = await intake(
    'a.csv',
    '单位,年度,行政许可\n洪泽区,2022,1\n〃,2021,2\n金湖县,同上,3\n同上,2020,〃',
  )
  expect(reports.map(({ unit, year }) => [unit.name, year])).toEqual([
    ['洪泽区', 2022],
    ['洪泽区', 2021],
    ['金湖县', 2021],
    ['金湖县', 2020],
  ])
  expect(reports[3]?.cells.get('licensing.decisions')?.kind).toBe('unreadable')
  expect(
    findings
      .filter(({ code }) => code === 'key-ditto')
      .map(({ place, detail }) => [place.row, place.column, detail?.['taken']]),
  ).toEqual([
    [3, 1, '洪泽区'],
    [4, 2, '2021'],
    [5, 1, '金湖县'],
  ])
})
