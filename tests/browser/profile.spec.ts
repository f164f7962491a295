import { expect, test } from './guarded'
import { loadSample, open } from './pages'

test.beforeEach(async ({ page }) => {
  await loadSample(page, '五份真实年报')
})

test('a county’s name leads to everything about it', async ({ page }) => {
  await open(page, '/overview')
  await page
    .getByRole('grid', { name: /报送与勾稽/ })
    .getByRole('link', { name: '洪泽区' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('洪泽区')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByText('江苏省淮安市洪泽区 · 320813')).toBeVisible()

  // 洪泽区 2023 as published: two checks fail, 4,119 penalties.
  const record = page.getByRole('region', { name: '年报与勾稽' })
  await expect(record.getByRole('link', { name: '2023 ≠ 不平 2' })).toBeVisible()
  const figures = page.getByRole('grid', { name: /洪泽区的主要指标/ })
  await expect(figures.getByRole('row', { name: /行政处罚/ })).toContainText('4,119')
  for (const title of ['不予公开：法定还是裁量', '谁在申请', '复议与诉讼', '相近单位']) {
    await expect(page.getByRole('region', { name: title })).toBeVisible()
  }
})

test('peers are named with their distance, and another figure changes it', async ({ page }) => {
  await open(page, '/unit/cn:320813')
  const peers = page.getByRole('region', { name: '相近单位' })
  const rows = peers.getByRole('row')
  await expect(rows.filter({ hasText: '汉阴县' })).toBeVisible()
  await expect(rows.filter({ hasText: '金湖县' })).toBeVisible()
  const before = await rows.allTextContents()
  await peers.getByLabel('行政许可').uncheck()
  await expect.poll(() => rows.allTextContents()).not.toEqual(before)
  expect(page.url()).toContain('peers=')
  await expect(peers.getByLabel('本年新收申请')).toBeDisabled()
})

test('a figure leads to its source, and the source back to the county', async ({ page }) => {
  await open(page, '/unit/cn:610921')
  const figures = page.getByRole('grid', { name: /汉阴县的主要指标/ })
  await figures
    .getByRole('row', { name: /行政许可/ })
    .getByRole('button')
    .first()
    .click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await expect(drawer).toContainText('18,468')
  await drawer.getByRole('link', { name: '陕西省安康市汉阴县' }).click()
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('汉阴县')
})

test('an address of no unit says so', async ({ page }) => {
  await open(page, '/unit/cn:000000')
  await expect(page.getByText('没有这个单位。')).toBeVisible()
})
