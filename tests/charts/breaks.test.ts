import { describe, expect, test } from 'vitest'
import { breakLanes, NO_LANE } from '@/charts/breakLanes'
import { captionWithMarks, timeMarksText } from '@/wording/timeMarks'
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

test.each([stock, 'otherServices.decisions', 'requests.new.total', 'requests.other.rest.total'])(
  'what cuts %s cuts it per 10,000 people too, and nothing else does',
  (item) => {
    const alone = breaks(item, [2015, 2025], [])

    expect(alone.length).toBeGreaterThan(0)
    for (const population of ['常住人口', '户籍人口'])
      expect(breaks(`per10k:${population}:${item}`, [2015, 2025], [])).toEqual(alone)
  },
)

test('a unit’s own change of form cuts its figures per 10,000 people too', () => {
  const reports = [report('990101', 2021, '2019'), report('990101', 2022, '2021')]
  const own = { after: 2021, name: '甲县 2022 起换表样' }

  expect(breaks(`per10k:常住人口:${stock}`, [2021, 2023], reports)).toEqual([own])
  expect(breaks('per10k:常住人口:licensing.decisions', [2021, 2023], reports)).toEqual([])
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

describe('events on a time axis', () => {
  const item = 'review.total'
  const units = ['990101', '990102']
  const answer = answerTo({ items: [item, 'fees.amount'], units, years: [2022, 2025] }, [])
  const note = (year: number, unit: string | null, text: string) => ({ id: '1', year, unit, text })

  test('the rule of 2024 on reconsideration stands only over reviews and suits', () => {
    expect(chartBreaks(answer, [item], [0])).toEqual([{ after: 2023, name: '2024 复议前置' }])
    expect(chartBreaks(answer, ['rate.litigationCorrected'], [0])).toHaveLength(1)
    expect(chartBreaks(answer, ['fees.amount'], [0])).toEqual([])
  })

  test('a unit that began or ended is marked only where it is drawn', () => {
    const labels = answer.units.map((unit, row) => (row === 0 ? { ...unit, since: 2024 } : unit))
    const changed = { ...answer, units: labels }
    expect(chartBreaks(changed, ['fees.amount'], [0, 1])).toEqual([
      { after: 2023, name: '甲县 2024 年设立', words: '甲县 2024 年设立' },
    ])
    expect(chartBreaks(changed, ['fees.amount'], [1])).toEqual([])
  })

  test('a unit that took another name is marked, with the years that are known of it', () => {
    const xunyang = { units: ['610981', '610922'], years: [2019, 2024] as const }
    const renamed = answerTo({ items: ['fees.amount'], ...xunyang }, [])
    expect(chartBreaks(renamed, ['licensing.decisions'], [0, 1])).toEqual([
      {
        after: 2020.5,
        name: '旬阳县更名旬阳市',
        words: '2021 年 旬阳县更名为旬阳市',
      },
    ])
    const asked = { items: ['fees.amount'], units: ['451402'], years: [2011, 2014] as const }
    expect(chartBreaks(answerTo(asked, []), ['licensing.decisions'], [0])).toEqual([
      {
        after: 2012,
        name: '江洲区更名江州区',
        words: '2012–2013 年间 江洲区更名为江州区',
      },
    ])
    expect(chartBreaks(renamed, ['licensing.decisions'], [1])).toEqual([])
    const later = answerTo({ items: ['fees.amount'], ...xunyang, years: [2023, 2024] }, [])
    expect(chartBreaks(later, ['licensing.decisions'], [0])).toEqual([])
  })

  test('units that took other names at once share a mark, which names them all', () => {
    const answer = answerTo(
      { items: ['fees.amount'], units: ['540481', '540581'], years: [2022, 2024] },
      [],
    )
    expect(chartBreaks(answer, ['licensing.decisions'], [0, 1])).toEqual([
      {
        after: 2022.5,
        name: '2 个单位更名',
        words: '2023 年 米林县更名为米林市、2023 年 错那县更名为错那市',
      },
    ])
  })

  test('the user’s notes stand at their year, for all or for one unit that is drawn', () => {
    const notes = [
      note(2024, null, '机构改革'),
      note(2023, 'cn:990102', '系统迁移'),
      note(2010, null, '早'),
    ]
    expect(chartBreaks(answer, ['fees.amount'], [0], notes)).toEqual([
      { after: 2023.5, name: '机构改革', words: '2024 年 机构改革（备注）' },
    ])
    const both = chartBreaks(answer, ['fees.amount'], [0, 1], notes)
    expect(timeMarksText(both)).toBe('2023 年 乙县：系统迁移（备注）；2024 年 机构改革（备注）')
    expect(captionWithMarks('收费', both)).toContain('收费 · 时间标记：2023 年 乙县')
    expect(captionWithMarks('收费', [])).toBe('收费')
  })

  test('labels never meet: the next lane, or none where there is no room', () => {
    const breaks = [2020, 2020, 2021, 2021, 2025].map((after) => ({
      after,
      name: '很长的一个名字',
    }))
    expect(breakLanes(breaks, 40, 12, 3)).toEqual([0, 1, 2, NO_LANE, 0])
    expect(breakLanes(breaks, 400, 12, 3)).toEqual([0, 1, 0, 1, 0])
  })
})
