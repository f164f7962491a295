import { expect, test } from './guarded'
import { loadSample, open } from './pages'

test('two counties cell by cell, as published', async ({ page }) => {
  await loadSample(page, '五份真实年报')
  await open(page, '/pair?a=cn:610921@2023&b=cn:320813@2023')
  const two = page.getByRole('table', { name: '二、主动公开政府信息情况' })
  await expect(two.getByRole('row', { name: /行政处罚/ })).toContainText('696')
  await expect(two.getByRole('row', { name: /行政处罚/ })).toContainText('4,119')
  await expect(two.getByRole('row', { name: /行政处罚/ })).toContainText('+3,423（+491.81%）')
  // 2 and 195: a base of 2 bears no percentage.
  await expect(two.getByRole('row', { name: /行政强制/ })).toContainText('+193')
  await expect(two.getByRole('row', { name: /行政强制/ })).not.toContainText('%')

  await two
    .getByRole('row', { name: /行政处罚/ })
    .getByRole('button')
    .first()
    .click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await expect(drawer).toContainText('汉阴县')
  await page.keyboard.press('Escape')
})

test('two years of one unit: only what is different, by the address bar', async ({ page }) => {
  await loadSample(page, '五份真实年报')
  await open(page, '/pair?a=cn:321300@2023&b=cn:321300@2024')
  await page.getByRole('radio', { name: '只看不同' }).check()
  await expect(page).toHaveURL(/only=different/)
  const list = page.getByRole('grid')
  await expect(list.getByRole('row', { name: /行政复议·总计/ })).toContainText('-270（-61.36%）')
  await expect(list.getByRole('row', { name: /规章·本年制发/ })).toHaveCount(0)
  await page.getByRole('button', { name: '左右互换' }).click()
  await expect(list.getByRole('row', { name: /行政复议·总计/ })).toContainText('+270（+158.82%）')
})

test('unlike forms and scopes are said, and nothing unlike is subtracted', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  const unit = '00000000-0000-4000-8000-000000990121'
  await open(page, `/pair?a=${unit}@2019&b=${unit}@2024`)
  await expect(page.getByText(/表样不同：左边是 2019 表样，右边是 2021 表样/)).toBeVisible()
  await expect(
    page.getByRole('table', { name: '二、主动公开政府信息情况（2019 表样）' }),
  ).toBeVisible()
  await open(page, `/pair?a=${unit}@2024&b=${unit}@2024@office`)
  await expect(page.getByText(/没有年报：砚岭县 2024 年/)).toBeVisible()
  await expect(page.getByText(/口径不同/)).toBeVisible()
})

test('begins by asking which reports', async ({ page }) => {
  await loadSample(page, '五份真实年报')
  await open(page, '/pair')
  await expect(page.getByText('请在左右两边各选一个单位')).toBeVisible()
  await page.getByRole('combobox', { name: '左边的单位' }).fill('汉阴')
  await page.getByRole('option', { name: /汉阴县/ }).click()
  await page.getByRole('combobox', { name: '右边的单位' }).fill('金湖')
  await page.getByRole('option', { name: /金湖县/ }).click()
  await expect(page.getByRole('status').filter({ hasText: '没有年报' })).toBeVisible()
})
