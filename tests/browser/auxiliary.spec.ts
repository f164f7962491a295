import { expect, test } from './guarded'
import { addCounties, importFiles, open, readView, textFile } from './pages'

const reports = textFile(
  '年报.csv',
  '单位代码,单位名称,年份,表样,行政许可·处理决定\n990101,甲县,2023,2021,500\n990102,乙县,2023,2021,300\n',
)
const populations = textFile('人口.csv', '单位,年份,常住人口\n甲县,2023,20万人\n乙县,2023,\n')
const perPeople =
  '/explore?units=all&form=ranking&year=2023&item=per10k:常住人口:licensing.decisions'

test('populations are imported beside the reports, count as none, and are divided by', async ({
  page,
}) => {
  await addCounties(page)
  await importFiles(page, [reports])
  await importFiles(page, [populations])

  const rates = await readView(page, perPeople)
  expect(Object.values(rates['甲县'] ?? {})).toContain('25（500/200,000）')
  expect(Object.values(rates['乙县'] ?? {})).toContain('不可计算')
  await expect(page.getByText('25 件/万人（500/200,000；1/2 个单位有数，缺 乙县）')).toBeVisible()
  const batches = page.getByRole('row', { name: /人口\.csv/ })
  await open(page, '/batches')
  await expect(batches).toBeVisible()
  const licences = await readView(page, '/view/enforcement?units=all&mode=year&year=2023')
  expect(Object.keys(licences)).toEqual(['合计', '甲县', '乙县'])

  await open(page, '/batches')
  await batches.getByRole('button', { name: /^撤销/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('row', { name: /已撤销/ })).toBeVisible()
  await open(page, perPeople)
  await expect(page.getByText('应有的 2 个单位都没有数，不作结论')).toBeVisible()
})
