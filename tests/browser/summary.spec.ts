import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readSource } from '@/intake/readers/readSource'
import { readForm } from '@/intake/recognisers/form/readForm'
import { expect, test } from './guarded'
import { importFiles, open, realCity, realCounties } from './pages'

/** Chooses a command of the export menu and reads the saved file with our own reader. */
async function exported(page: Page, name: 'Excel' | 'Word') {
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click(),
  ])
  const bytes = new Uint8Array(readFileSync(await saved.path()))
  const [document] = await readSource({ name: 'a', path: saved.suggestedFilename(), bytes })
  return { name: saved.suggestedFilename(), document, form: readForm(document?.grids ?? []) }
}

test.beforeEach(async ({ page }) => {
  await importFiles(page, [realCounties, realCity])
})

test('the sums of a group stand in the layout of the form, and say who is missing', async ({
  page,
}) => {
  await open(page, '/summary?units=all&year=2023')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('汇总表（4 个单位）')
  const total = page.getByRole('button', { name: /^本年新收政府信息公开申请数量·总计：/ })
  await total.click()

  await expect(page.getByRole('status').filter({ hasText: '合计' })).toContainText('有数')
  await expect(page.getByRole('region', { name: '表注' })).toContainText('合计')
})

test('a report in its layout leads to its source, and reads back from Excel and Word', async ({
  page,
}) => {
  await open(page, '/summary?units=all&year=2023&unit=cn:610921')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('汉阴县 2023 年年报')
  const excel = await exported(page, 'Excel')
  const word = await exported(page, 'Word')

  expect(excel.name).toContain('陕西省安康市汉阴县人民政府2023年')
  expect(excel.name).toMatch(/\.xlsx$/)
  expect(word.name).toMatch(/\.docx$/)
  for (const { form } of [excel, word]) {
    expect(form?.edition).toBe('2021')
    expect(form?.figures.get('requests.granted.total')?.cell).toMatchObject({ value: 14 })
    expect(form?.figures.get('requests.processed.total')?.cell).toEqual({ kind: 'blank' })
  }

  await page.getByRole('button', { name: /予以公开·总计：14/ }).click()
  await expect(page.getByRole('dialog', { name: '这个数哪来的' })).toContainText(
    'counties.gb18030.csv',
  )
})

test('the tables are walked with the keys and put on the wall', async ({ page }) => {
  await open(page, '/summary?units=all&year=2023')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await page.locator('[data-indicator="requests.new.naturalPerson"]').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-indicator="requests.new.company"]')).toBeFocused()

  await page.getByRole('button', { name: '上墙' }).click()
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('汇总表')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
})

test('a unit without a report says so, and a group of which nobody has one', async ({ page }) => {
  await open(page, '/summary?units=all&year=2024&unit=cn:610921')
  await expect(page.getByText('没有该年度的年报。')).toBeVisible()

  await open(page, '/summary?units=cn:610921&year=2024')
  await expect(page.getByText('所选单位都没有该年度的年报。')).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
})
