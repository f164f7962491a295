import { expect, test } from './guarded'
import { importFiles, open, realCounties } from './pages'

test('a click on a number shows where it comes from, down to the cell', async ({ page }) => {
  await importFiles(page, [realCounties])
  await open(page, '/view/fees?units=all&mode=year&year=2023')
  await page.getByRole('button', { name: '1,077.892534' }).click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })

  await expect(drawer).toContainText('陕西省安康市汉阴县 · 2023 年')
  await expect(drawer).toContainText('行政事业性收费')
  await expect(drawer).toContainText('1,077.892534')
  await expect(drawer).toContainText('counties.gb18030.csv')
  // The header is row 1; code, name, year, scope and edition come before the ten figures of table 二.
  await expect(drawer).toContainText(/第 ?2 ?行/)
  await expect(drawer).toContainText(/第 ?15 ?列/)
  await expect(drawer).toContainText('批次 1')
  await expect(drawer.getByRole('group', { name: '原文摘录' }).locator('mark')).toHaveText(
    '1077.892534',
  )
})

test('a missing number says why, and what stood there', async ({ page }) => {
  await importFiles(page, [realCounties])
  await open(page, '/view/outcomes?units=all&mode=year&year=2023&subject=rates')
  await page
    .getByRole('row', { name: /汉阴县/ })
    .getByRole('button')
    .first()
    .click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })

  await expect(drawer).toContainText('不可计算')
  await expect(drawer).toContainText('算法')
  await expect(drawer).toContainText(/由 \d+ 个数算得/)
})

test('the source stays at hand after a reload', async ({ page }) => {
  await importFiles(page, [realCounties])
  await page.reload()
  await open(page, '/view/enforcement?units=all&mode=year&year=2023')
  await page.getByRole('button', { name: '18,468' }).click()

  await expect(page.locator('mark')).toHaveText('18468')
})
