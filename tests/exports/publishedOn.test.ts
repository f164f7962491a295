import { describe, expect, test } from 'vitest'
import { PUBLISHED_ON } from '@/domain/publication'
import type { Cell, Report } from '@/domain/report'
import { toJson, toLongCsv, toWideCsv } from '@/exports/canonical'
import { intake } from '../intake/intake'

const day: Cell = { kind: 'value', value: 20240328, approximate: false }
const report: Report = {
  unit: { code: '610921', name: '汉阴县' },
  year: 2023,
  scope: 'whole',
  edition: '2021',
  cells: new Map<string, Cell>([
    ['requests.new.total', { kind: 'value', value: 66, approximate: false }],
    [PUBLISHED_ON, day],
  ]),
}

async function dayIn(name: string, text: string): Promise<Cell | undefined> {
  const { reports } = await intake(name, text)
  return reports[0]?.cells.get(PUBLISHED_ON)
}

describe('the date of publication', () => {
  test('is written as a day and reads back, in every canonical form', async () => {
    const wide = toWideCsv([report])
    const json = toJson([report])

    expect(wide).toContain('2024-03-28')
    expect(json).toContain('"publishedOn":"2024-03-28"')
    expect(await dayIn('a.csv', wide)).toEqual(day)
    expect(await dayIn('a.csv', toWideCsv([report], 'labels'))).toEqual(day)
    expect(await dayIn('a.csv', toLongCsv([report]))).toEqual(day)
    expect(await dayIn('a.json', json)).toEqual(day)
  })

  test.each(['公开日期', '发布日期', '公布时间', 'published_on'])(
    'is read from a column %s',
    async (header) => {
      const csv = `单位代码,单位名称,年份,本年新收·总计,${header}\n610921,汉阴县,2023,66,2024年3月28日\n`

      expect(await dayIn('a.csv', csv)).toEqual(day)
    },
  )

  test('that is no day is unreadable and kept', async () => {
    const csv = '单位代码,单位名称,年份,本年新收·总计,公开日期\n610921,汉阴县,2023,66,三月底\n'
    const { reports, findings } = await intake('a.csv', csv)

    expect(reports[0]?.cells.get(PUBLISHED_ON)).toEqual({ kind: 'unreadable' })
    expect(reports[0]?.raw?.get(PUBLISHED_ON)).toBe('三月底')
    expect(findings.map(({ code }) => code)).toContain('cell-unreadable')
  })
})
