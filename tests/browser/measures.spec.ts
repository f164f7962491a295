import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import { importFiles, open, realCounties } from './pages'

/** The cells of a row of the table. */
async function cellsOf(page: Page, name: string): Promise<string[]> {
  const row = page.getByRole('grid').locator('tbody tr', { hasText: name }).first()
  const cells = await row.locator('td').allInnerTexts()
  return cells.map((text) => text.trim())
}

async function define(page: Page, name: string, unit: string, formula: string): Promise<void> {
  await open(page, '/measures?edit=new')
  await page.getByLabel('名称', { exact: true }).fill(name)
  await page.getByLabel('单位', { exact: true }).fill(unit)
  await page.getByLabel('公式', { exact: true }).fill(formula)
}

test('a measure of one’s own is checked, kept, ranked and traced', async ({ page }) => {
  await importFiles(page, [realCounties])

  await define(page, '罚许比', '%', '行政处罚 / 行政许克可')
  await expect(page.getByText('不认识“行政许克可”。')).toBeVisible()
  await page.getByRole('button', { name: '行政许可·处理决定' }).click()
  await expect(page.getByText('单位是 %，结果已乘 100。')).toBeVisible()
  const example = page.getByRole('region', { name: '举例' })
  await example.getByLabel('举例的单位').selectOption('汉阴县')
  await expect(example).toContainText('行政处罚·处理决定 696 ÷ 行政许可·处理决定 18,468 = 3.77%')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('row', { name: /罚许比/ })).toContainText(
    '行政处罚·处理决定 ÷ 行政许可·处理决定',
  )

  const id = await page.getByRole('link', { name: '透视', exact: true }).getAttribute('href')
  const item = new URLSearchParams(id?.split('?')[1]).get('item') ?? ''
  await open(page, `/explore?units=all&form=heat&years=2023&item=${item}`)
  await expect(page.getByRole('button', { name: /^指标/ })).toContainText('罚许比')
  await expect(page.getByRole('grid')).toBeVisible()
  expect((await cellsOf(page, '汉阴县'))[0]).toContain('3.77%')
  await page.getByRole('grid').getByText('3.77%').click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await expect(drawer).toContainText('由 2 个数算得')
  await expect(drawer).toContainText('696')
  await expect(drawer).toContainText('18,468')
})

test('a quotient per 10,000 keeps its counts, and is gone when it is deleted', async ({ page }) => {
  await importFiles(page, [realCounties])
  await define(page, '每万件许可处罚', '件/万件', '行政处罚 ÷ 行政许可 × 10000')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('link', { name: '透视', exact: true }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  expect((await cellsOf(page, '汉阴县')).join(' ')).toContain('376.87')

  await open(page, '/measures')
  await page.getByRole('button', { name: '删除：每万件许可处罚' }).click()
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await expect(page.getByText('还没有自定义指标。')).toBeVisible()
})
