import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import { importFiles, loadSample, open, realCity, realCounties } from './pages'

/** The texts of a grid's rows, by their heading. */
async function rowsOf(page: Page, caption: RegExp): Promise<ReadonlyMap<string, string[]>> {
  const grid = page.getByRole('grid', { name: caption })
  await expect(grid).toBeVisible()
  const rows = await grid
    .getByRole('row')
    .evaluateAll((lines) =>
      lines.map((line) => [...line.children].map((cell) => cell.textContent.trim())),
    )
  return new Map(rows.map(([name = '', ...cells]) => [name, cells]))
}

async function settled(page: Page): Promise<void> {
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
}

test('a returning user lands on the overview: n/N, who is missing, what changed', async ({
  page,
}) => {
  await importFiles(page, [realCounties, realCity])
  await page.goto('about:blank')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('总览')
  await settled(page)

  // 宿迁市 2023 and 2024 as published; the three counties have 2023 only.
  const figures = await rowsOf(page, /主要指标/)
  expect(figures.get('本年新收·总计（件）')).toEqual(['3,525（1/4）', '+0.40%', '1/4'])
  expect(figures.get('行政复议·总计（件）')).toEqual(['170（1/4）', '-61.36%', '1/4'])
  const attention = page.getByRole('region', { name: '需要处理' })
  await expect(attention.getByRole('link', { name: /未报.*洪泽区、金湖县、汉阴县/ })).toBeVisible()
  const coverage = await rowsOf(page, /报送与勾稽/)
  expect(coverage.get('已报')).toEqual(['4/4', '1/4'])
})

test('a figure tells who is in it, and leads to the view behind it', async ({ page }) => {
  await loadSample(page, '五份真实年报')
  await open(page, '/overview')
  await settled(page)
  const row = page.getByRole('row', { name: /^行政复议·总计/ })
  await row.getByRole('button').first().click()
  const detail = page.getByRole('status').filter({ hasText: '不在比较内' })
  await expect(detail).toContainText('2023 年、2024 年都有数的 1 个单位合计：440 → 170，-61.36%')
  await expect(detail).toContainText('汉阴县')

  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('办理结果')
  expect(page.url()).toContain('subject=disputes')
  expect(page.url()).toContain('year=2024')
})

test('what moved most leads to where each number comes from', async ({ page }) => {
  await loadSample(page, '五份真实年报')
  await open(page, '/overview')
  await settled(page)
  const movers = page.getByRole('grid', { name: /变化最大/ })
  await movers.getByRole('button', { name: '406' }).click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await expect(drawer).toContainText('江苏省宿迁市')
  await expect(drawer).toContainText('2023 年')
})

test('on the wall it fits the screen, and T shows who has reported', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await loadSample(page, '虚构示例市')
  await open(page, '/overview')
  await settled(page)
  await page.keyboard.press('f')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  await expect(page.getByRole('grid', { name: /主要指标/ })).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByRole('grid', { name: /报送与勾稽/ })).toBeVisible()
  await expect(page.getByRole('grid', { name: /主要指标/ })).toHaveCount(0)
  await page.keyboard.press('t')
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('主动公开')
  await page.keyboard.press('Escape')
})

test('the user’s own group is kept, chosen in another view, renamed and deleted', async ({
  page,
}) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/overview')
  await settled(page)
  await page.getByRole('button', { name: /^单位/ }).click()
  const box = page.getByRole('dialog', { name: '选择单位' })
  await box.getByLabel('自选').check()
  for (const name of [/云麓区/, /岚汀区/]) await box.getByLabel(name).uncheck()
  await box.getByLabel('新组的名称').fill('山区')
  await box.getByRole('button', { name: '存为组' }).click()
  await expect(page.getByRole('button', { name: '单位 山区 10 个' })).toBeVisible()
  await box.getByRole('button', { name: '完成' }).click()
  await settled(page)
  await expect(page.getByText(/年：10 个单位中 10 个已报/)).toBeVisible()

  await page.getByRole('link', { name: '行政执法' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('行政执法')
  await expect(page.getByRole('button', { name: '单位 山区 10 个' })).toBeVisible()
  await page.getByRole('button', { name: /^单位/ }).click()
  await box.getByRole('button', { name: '改名：山区' }).click()
  await box.getByLabel('山区的新名称').fill('山区县')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '单位 山区县 10 个' })).toBeVisible()
  await box.getByRole('button', { name: '删除：山区县' }).click()
  await box.getByRole('button', { name: '删除', exact: true }).click()
  await expect(page.getByRole('button', { name: '单位 自选 10 个' })).toBeVisible()
})
