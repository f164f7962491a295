import { describe, expect, test } from 'vitest'
import { editionNote } from '@/charts/editionNote'
import { chartBreaks } from '@/charts/breaks'
import type { WrittenReport } from './answers'
import { answerTo } from './answers'

const stock = 'normativeDocuments.inForce'

function breaks(item: string, years: readonly [number, number], reports: readonly WrittenReport[]) {
  const units = ['990101', '990102', '990103']
  return chartBreaks(answerTo({ items: [item], units, years }, reports), [item], [0, 1, 2])
}

const report = (unit: string, year: number, edition: '2019' | '2021'): WrittenReport => ({
  unit,
  year,
  edition,
  figures: { 'licensing.decisions': 1 },
})

test('the change of the form is drawn for figures that it cuts', () => {
  expect(breaks(stock, [2019, 2023], [])).toEqual([{ after: 2020, name: '2021 新表样' }])
})

test('figures that both forms have alike are not cut', () => {
  expect(breaks('licensing.decisions', [2019, 2023], [])).toEqual([])
})

test('rows that only one form has are cut by it', () => {
  expect(breaks('requests.other.rest.total', [2019, 2023], [])).toEqual([
    { after: 2020, name: '2021 新表样' },
  ])
})

test('years on one side of a break have none', () => {
  expect(breaks(stock, [2021, 2023], [])).toEqual([])
})

test('a unit that went over later has a break of its own, by name', () => {
  const reports = [
    report('990101', 2021, '2019'),
    report('990101', 2022, '2021'),
    report('990102', 2020, '2019'),
    report('990102', 2021, '2021'),
  ]

  expect(breaks(stock, [2020, 2023], reports)).toEqual([
    { after: 2020, name: '2021 新表样' },
    { after: 2021, name: '甲县 2022 起换表样' },
  ])
})

test('units that went over with the statute, reports missing in between, add no break', () => {
  const reports = [report('990101', 2019, '2019'), report('990101', 2023, '2021')]

  expect(breaks(stock, [2019, 2023], reports)).toEqual([{ after: 2020, name: '2021 新表样' }])
})

describe('a year whose reports come in several forms', () => {
  const figures = { 'normativeDocuments.issued': 5, 'requests.new.total': 5 }
  const answer = answerTo(
    { items: Object.keys(figures), units: ['990101', '990102'], years: [2021, 2021] },
    [
      { unit: '990101', year: 2021, edition: '2019', figures },
      { unit: '990102', year: 2021, edition: '2021', figures },
    ],
  )

  test('says so for a figure that they do not count alike', () => {
    expect(editionNote(answer, 0, ['normativeDocuments.issued'])).toBe(
      '表样不一（2019 表样 1 个、2021 表样 1 个），此项各表样不完全可比',
    )
  })

  test('says nothing for a figure that they do', () => {
    expect(editionNote(answer, 0, ['requests.new.total'])).toBe('')
  })
})
