import { expect, test } from './guarded'
import { chooseFiles, loadSample, open, readView, realCity } from './pages'

test('the fictional city comes with one click, under a banner, and goes with one', async ({
  page,
}) => {
  await loadSample(page, '虚构示例市')
  const table = await readView(page, '/view/fees?units=all&mode=year&year=2023')
  const banner = page.getByRole('region', { name: '提示' })

  // Eleven of the twelve: 汀榆县 lacks another year, and the row above them is the sum.
  expect(Object.keys(table).filter((name) => name !== '合计')).toHaveLength(12)
  await expect(banner).toContainText('代码 99 开头')
  await banner.getByRole('button', { name: /清除示例/ }).click()
  await expect(banner.getByText('示例数据')).toHaveCount(0)
  await page.goto('/')
  await expect(page.getByRole('button', { name: '虚构示例市' })).toBeVisible()
})

test('a total says how many of the units it counts, and who is missing', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/view/enforcement?mode=year&year=2022')
  const total = page.getByRole('row', { name: /合计/ }).getByRole('button').first()

  await expect(total).toContainText('11/12')
  await total.click()
  await expect(page.getByText('没有数的：汀榆县')).toBeVisible()
})

test('the five real reports come with one click', async ({ page }) => {
  await loadSample(page, '五份真实年报')
  const table = await readView(page, '/view/fees?units=all&mode=year&year=2023')

  expect(Object.values(table['汉阴县'] ?? {})[0]).toBe('1,077.892534')
})

test('a sample is never mixed with files of one’s own', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await chooseFiles(page, [realCity])
  await expect(page.getByRole('button', { name: '写入为一个批次' })).toBeDisabled()
  await page.getByRole('button', { name: '清除示例数据' }).first().click()
  await page.getByRole('button', { name: '写入为一个批次' }).click()
  const table = await readView(page, '/view/fees?units=all&mode=year&year=2023')

  expect(Object.keys(table).filter((name) => name !== '合计')).toEqual(['宿迁市'])
})

test('another choice leaves the page where it is, another page begins at its top', async ({
  page,
}) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/view/outcomes')
  const scrolled = () => page.evaluate(() => Math.round(scrollY))
  await page.evaluate(() => {
    scrollTo(0, 60)
  })
  expect(await scrolled()).toBe(60)
  await page.getByLabel('排序').selectOption('名称')
  await expect(page).toHaveURL(/sort=name/)
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  expect(await scrolled()).toBe(60)
  await page.getByRole('link', { name: '收费' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '收费' })).toBeVisible()
  expect(await scrolled()).toBe(0)
})
