import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readSource } from '@/intake/readers/readSource'
import { expect, test } from './guarded'
import { importFiles, open, realCity, realCounties } from './pages'

/** Chooses a command of the export menu and reads the file that is saved. */
async function exported(page: Page, name: string) {
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click(),
  ])
  return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) }
}

test.beforeEach(async ({ page }) => {
  await importFiles(page, [realCounties, realCity])
})

test('a comparison is saved as a picture at twice its size, light or dark', async ({ page }) => {
  await open(page, '/view/fees?units=all')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  const { name, bytes } = await exported(page, 'PNG 图片')

  expect(name).toMatch(/^县鉴-收费-.*\.png$/)
  const charts = await page.locator('.charts').boundingBox()
  // Width and height stand in the header of a PNG.
  expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(2 * (charts?.width ?? Infinity))
  expect(bytes.readUInt32BE(20)).toBeGreaterThan(2 * (charts?.height ?? Infinity))
})

test('a drawing has the title, the charts and what they are of as text', async ({ page }) => {
  await open(page, '/view/outcomes?units=all&mode=year&year=2023')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  const { name, bytes } = await exported(page, 'SVG 矢量图')
  const text = bytes.toString('utf8')

  expect(name).toMatch(/\.svg$/)
  expect(text).toContain('<title>办理结果</title>')
  expect(text).toContain('汉阴县')
  expect(text).toContain('口径：全县汇总')
  expect(text).toContain('数据版本：')
  expect(text.match(/<path /g)?.length).toBeGreaterThan(20)
})

test('a table is saved as CSV for Excel and WPS, with what it is of below it', async ({ page }) => {
  await open(page, '/view/outcomes?units=all&mode=year&year=2023')
  await expect(page.getByRole('grid')).toBeVisible()
  const { name, bytes } = await exported(page, 'CSV')
  const text = bytes.toString('utf8')

  expect(name).toMatch(/\.csv$/)
  expect(text.startsWith('\ufeff单位,代码,')).toBe(true)
  expect(text).toMatch(/\r\n汉阴县,610921,空,14,,5,/)
  expect(text).toContain('\r\n口径,全县汇总\r\n')
  expect(text).toMatch(/\r\n导出时间,20\d\d-/)
})

test('a table is saved as a workbook of numbers', async ({ page }) => {
  await open(page, '/view/outcomes?units=all&mode=year&year=2023')
  await expect(page.getByRole('grid')).toBeVisible()
  const { name, bytes } = await exported(page, 'Excel')
  const [document] = await readSource({ name, path: name, bytes: new Uint8Array(bytes) })
  const [data, about] = document?.grids ?? []

  expect(document?.grids.map((grid) => grid.name)).toEqual(['数据', '县鉴说明', '标记与缺数'])
  expect(data?.rows.find(([unit]) => unit === '汉阴县')?.slice(0, 4)).toEqual([
    '汉阴县',
    '610921',
    '空',
    '14',
  ])
  expect(about?.rows[0]).toEqual(['标题', '办理结果'])
})

test('the matrix of 数据体检 is saved without its buttons', async ({ page }) => {
  await open(page, '/health?units=all')
  await expect(page.getByRole('grid')).toBeVisible()
  const { bytes } = await exported(page, 'CSV')
  const text = bytes.toString('utf8')

  expect(text).toMatch(/洪泽区,320813,.*不平/)
  expect(text).not.toContain('下载')
})

test('on paper there are all rows and no navigation', async ({ page }) => {
  await open(page, '/view/outcomes?units=all&mode=year&year=2023')
  await expect(page.getByRole('grid')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))

  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  await expect(page.getByRole('button', { name: '导出', exact: true })).toBeHidden()
  await expect(page.getByText('数据版本')).toBeVisible()
  const box = page.locator('.table-box')
  expect(await box.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(page.getByText('数据版本')).toHaveCount(0)
})

test('the menu is walked with the keys', async ({ page }) => {
  await open(page, '/view/fees?units=all')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  const button = page.getByRole('button', { name: '导出', exact: true })
  await button.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'PNG' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('menuitem', { name: '打印' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
})

test('the signs of the checks are in a drawing, what it says of itself, a file and on the wall', async ({
  page,
}) => {
  await open(page, '/explore?units=all&item=review.total&form=ranking&year=2023')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  const drawing = (await exported(page, 'SVG 矢量图')).bytes.toString('utf8')
  expect(drawing.match(/<text[^>]*>[^<]*≠/gu)?.length).toBeGreaterThan(1)
  expect(drawing).toContain('1 个数不平（≠）')
  const rows = (await exported(page, 'CSV')).bytes.toString('utf8').split('\r\n')
  expect(rows.find((row) => row.startsWith('洪泽区'))).toContain('不平：')

  await page.keyboard.press('f')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  await page.keyboard.press('t')
  await expect(page.getByRole('row', { name: /洪泽区/ }).getByText('≠')).toBeVisible()
})
