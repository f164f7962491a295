import { expect, test } from './guarded'
import { loadSample, open } from './pages'

test('a number heard in the room is traced to its county, year and cell', async ({ page }) => {
  await loadSample(page, '五份真实年报')
  await open(page, '/lookup')
  await page.getByLabel('听到的数').fill('1077.89 万元')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=1077\.89/)

  const row = page.getByRole('row', { name: /汉阴县/ })
  await expect(row).toContainText('1,077.892534 万元')
  await expect(row).toContainText('2023 年')
  await expect(row).toContainText('四舍五入后')
  await row.getByRole('button').first().click()
  await expect(page.getByRole('dialog', { name: '这个数哪来的' })).toContainText('1077.892534')
})

test('a change to the year before is found; what is no number or matches nothing is said', async ({
  page,
}) => {
  await loadSample(page, '五份真实年报')
  // 行政复议 of 宿迁市 fell from 440 to 170.
  await open(page, '/lookup?q=270')
  await expect(page.getByRole('row', { name: /行政复议·总计/ })).toContainText('-270 件')

  await page.getByLabel('听到的数').fill('一千二')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('读不成一个数')
  await page.getByLabel('听到的数').fill('98765432')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '没有与它相等的数' })).toBeVisible()
})
