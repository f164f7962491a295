import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Report } from '@/domain/report'
import { printForm } from '../../documents/formTables'
import { renderDocument } from '../../documents/houseStyles'
import { intake } from '../intake'

const rows = ['单位,年度,行政许可', '洪泽区,2022,12', '金湖县,2022,3']

async function codesOf(name: string, content: string): Promise<readonly string[]> {
  return (await intake(name, content)).findings.map(({ code }) => code)
}

test.each([
  '2022年上半年政务公开情况表',
  '2022年第一季度情况',
  '2022年1-6月统计表',
  '截至2022年6月30日',
  '2022年各县区排名',
])('a list under “%s” may be none of a year, which is told', async (title) => {
  expect(await codesOf('a.csv', [title, ...rows].join('\n'))).toContain('table-not-annual')
  expect(await codesOf(`${title}.csv`, rows.join('\n'))).toContain('table-not-annual')
})

test.each(['2022年度政务公开情况表', '2022年1-12月统计表', '截至2022年12月31日', '截至2022年11月'])(
  'a list under “%s” is judged by its months',
  async (title) => {
    const codes = await codesOf('a.csv', [title, ...rows].join('\n'))
    expect(codes.includes('table-not-annual')).toBe(title.endsWith('11月'))
  },
)

test('a report of half a year in the form of a year’s is told', async () => {
  const { reports, units } = generateSample({ counties: 1, years: [2022, 2022] }, 5)
  const [report] = reports as [Report]
  const read = async (title: string) => {
    const page = renderDocument(printForm(report, '2021'), 'html', `${report.unit.name}${title}`)
    return (await intake('a.html', page, units)).findings.map(({ code }) => code)
  }
  expect(await read('2022年上半年政府信息公开工作报告')).toEqual(['table-not-annual'])
  expect(await read('2022年政府信息公开工作年度报告')).toEqual([])
})
