import { describe, expect, test } from 'vitest'
import { conclusionText } from '@/wording/conclusions/conclusion'
import { unitConclusion } from '@/wording/conclusions/unitConclusion'
import { answerTo, type WrittenReport } from '../../charts/answers'

const units = ['990101', '990102', '990103']
const circle = { id: 'siblings', name: '本市', medianName: '本市中位数', units: [0, 1, 2] }

const penalties = (unit: string, year: number, decisions: number): WrittenReport => ({
  unit,
  year,
  figures: { 'penalties.decisions': decisions },
})
const requests = (unit: string, granted: number, processed: number): WrittenReport => ({
  unit,
  year: 2023,
  figures: {
    'requests.granted.total': granted,
    'requests.partial.total': 0,
    'requests.processed.total': processed,
  },
})

function told(reports: readonly WrittenReport[], item = 'penalties.decisions'): string {
  const answer = answerTo({ items: [item], units, years: [2022, 2023] }, reports)
  return conclusionText(unitConclusion(answer, item, 0, 1, circle))
}

describe('a conclusion of a county', () => {
  test('says its figure, its change, the median beside it and its rank', () => {
    const text = told([
      penalties('990101', 2022, 200),
      penalties('990101', 2023, 150),
      penalties('990102', 2023, 300),
      penalties('990103', 2023, 100),
    ])
    expect(text).toBe(
      '2023 年行政处罚·处理决定 150 件；比 2022 年由 200 件减至 150 件（-25.00%）；本市中位数 150 件（3/3 个单位有数）；在本市 3 个可排名的单位中由大到小居第 2 位。',
    )
  })

  test('abstains without the year before or without the figure', () => {
    expect(told([penalties('990101', 2023, 150)])).toBe(
      '2023 年行政处罚·处理决定 150 件；缺 2022 年，不作同比；本市没有别的单位有数（1/3 个单位有数），不作比较。',
    )
    expect(told([penalties('990101', 2022, 150)])).toBe(
      '2023 年行政处罚·处理决定没有数（未报：没有该年度的年报），不作结论。',
    )
  })

  test('shares a rank with those who have the same number', () => {
    const text = told([
      penalties('990101', 2023, 150),
      penalties('990102', 2023, 150),
      penalties('990103', 2023, 100),
    ])
    expect(text).toContain('第 1 位（并列，2 个同数）')
  })

  test('gives no rank to a rate that chance could have put anywhere', () => {
    const alike = [
      requests('990101', 60, 100),
      requests('990102', 55, 100),
      requests('990103', 58, 100),
    ]
    expect(told(alike, 'rate.disclosed')).toContain(
      '与本市 3 个可排名的单位中的其他各家都分不出先后，不排名',
    )
    const apart = [
      requests('990101', 60, 100),
      requests('990102', 55, 100),
      requests('990103', 5, 100),
    ]
    expect(told(apart, 'rate.disclosed')).toContain('第 1–2 位，其间分不出先后')
    const few = [requests('990101', 6, 10), requests('990102', 55, 100), requests('990103', 5, 100)]
    expect(told(few, 'rate.disclosed')).toContain('分母不足 30，不排名')
  })

  test('names the form where the two years count different things', () => {
    const item = 'normativeDocuments.inForce'
    const inForce = (year: number, edition: '2019' | '2021', count: number): WrittenReport => ({
      unit: '990101',
      year,
      edition,
      figures: { [item]: count },
    })
    const text = told([inForce(2022, '2019', 200), inForce(2023, '2021', 150)], item)
    expect(text).not.toMatch(/增至|减至/u)
    expect(text).toContain('2022、2023 年的表样不同')
  })
})
