import { expect, test } from './guarded'
import { addCounties, importFiles, open, textFile } from './pages'

const names = ['甲县', '乙县', '丙县', '丁县', '戊县']
/** The last day that is in time, the day after it, a day of a leap year, and none. */
const days = ['2024-03-31', '2024年4月1日', '20240229', '']

test('who was late is told by the day after 31 March, and who has no report by now', async ({
  page,
}) => {
  await addCounties(page, names)
  const rows = days.map((day, at) => `${names[at] ?? ''},2023,2021,${String(10 + at)},${day}`)
  const header = '单位,年份,表样,本年新收·总计,发布日期'
  const others = names.map((name) => `${name},2022,2021,9,2023-01-31`)
  await importFiles(page, [textFile('年报.csv', [header, ...rows, ...others, ''].join('\n'))])
  const main = page.locator('main')

  await open(page, '/summary?units=all&year=2023')
  await expect(main).toContainText('逾期 1 个：乙县（2024-04-01）')
  await expect(main).toContainText('未报 1 个：戊县')
  await expect(main).toContainText('日期不详 1 个')
  await expect(main).toContainText('按时 2 个')

  await open(page, '/summary?units=all&year=2023&unit=own-0')
  await expect(main).toContainText('2024-03-31，按时')
  await open(page, '/overview?units=all&year=2023')
  await expect(main).toContainText('乙县（2024-04-01）')
  await expect(main).not.toContainText('甲县（2024')
  await open(page, '/unit/own-1')
  await expect(page.getByRole('row', { name: /2024-04-01/ })).toContainText('逾期')
})
