import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import {
  chooseFiles,
  dropFiles,
  importFiles,
  loadSample,
  open,
  readView,
  realCounties,
  realCity,
  textFile,
} from './pages'

const drawerOf = (page: Page) => page.getByRole('dialog', { name: '这个数哪来的' })
const cases = '/view/outcomes?mode=year&year=2022&units=all'

test('a failing sum is found, corrected with a reason, and the marks go from chart and rank', async ({
  page,
}) => {
  await importFiles(page, [realCounties])
  expect(await reviewsOf(page, '洪泽区')).toEqual({ ranking: '0≠', chart: '0≠' })
  await open(page, '/health?units=all')
  await page
    .getByRole('grid')
    .getByRole('row', { name: /洪泽区/ })
    .getByRole('button', { name: '不平 2' })
    .click()
  const finding = page.getByRole('article', { name: /表四合计（行政复议/ })
  await expect(finding).toContainText('可能应为 11')
  await finding.getByText(/涉及的数/).click()
  await finding.getByRole('button', { name: /行政复议·总计/ }).click()

  const drawer = drawerOf(page)
  await expect(drawer.getByRole('heading', { name: /勾稽 1 条，1 条没有通过/ })).toBeVisible()
  await expect(drawer).toContainText('差 +11')
  await drawer.getByRole('button', { name: /结果维持/ }).click()
  await expect(drawer.getByRole('button', { name: /回到 行政复议·总计/ })).toBeVisible()
  await drawer.getByRole('button', { name: /回到/ }).click()
  await drawer.getByText('更正这个数…').click()
  await drawer.getByLabel('更正后的数').fill('11')
  await drawer.getByLabel(/^理由/).fill('总计漏填，县局来电')
  await drawer.getByRole('button', { name: '记为一次更正' }).click()
  await expect(drawer.getByRole('heading', { name: /勾稽 1 条，都通过/ })).toBeVisible()
  await drawer.getByRole('button', { name: '关闭' }).click()
  await expect(page.getByRole('article', { name: /表四合计（行政复议/ })).toHaveCount(0)
  expect(await reviewsOf(page, '洪泽区')).toEqual({ ranking: '11更', chart: '11更' })

  await open(page, '/batches')
  await page.getByRole('button', { name: '撤销批次 2' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('row', { name: /已撤销/ })).toBeVisible()
  await open(page, '/health?units=all')
  await expect(
    page
      .getByRole('grid')
      .getByRole('row', { name: /洪泽区/ })
      .getByRole('button', { name: '不平 2' }),
  ).toBeVisible()
  expect(await reviewsOf(page, '洪泽区')).toEqual({ ranking: '0≠', chart: '0≠' })
})

/** A county's 行政复议·总计 of 2023 in the ranking, and in the table beside the chart, with its marks. */
async function reviewsOf(page: Page, county: string) {
  const asked = 'units=all&item=review.total'
  const cellsOf = async (form: string) => {
    await open(page, `/explore?${asked}&${form}`)
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
    const row = page.getByRole('grid').locator('tbody tr', { hasText: county }).first()
    const texts = await row.locator('td').allInnerTexts()
    return texts.map((text) => text.replace(/\s/gu, ''))
  }
  const [, ranking] = await cellsOf('form=ranking&year=2023')
  const [chart] = await cellsOf('form=heat&years=2023')
  return { ranking, chart }
}

test('the switch leaves out what is not sound, and lists it', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  const all = await readView(page, cases)
  expect(all['砚岭县']?.['予以公开（件）']).toMatch(/^\d+（/)
  await expect(page.getByLabel('标记')).toContainText('勾稽不平')

  await page.getByRole('radio', { name: '只看可信' }).check()
  await expect(page).toHaveURL(/checks=trusted/)
  await expect(page.getByRole('status').filter({ hasText: '只看可信：略去 7 个数' })).toBeVisible()
  const trusted = await readView(page, `${cases}&checks=trusted`)
  expect(trusted['砚岭县']?.['予以公开（件）']).toBe('不平未计')
  expect(trusted['合计']?.['予以公开（件）']).toContain('（10/12）')

  await page.getByRole('button', { name: '列出略去的数' }).click()
  await page
    .getByRole('dialog', { name: '只看可信：略去的数' })
    .getByRole('button', { name: '予以公开' })
    .click()
  await expect(drawerOf(page)).toContainText('砚岭县')
  await expect(drawerOf(page)).toContainText('不平')
})

test('the chain shows what hangs together, and leads to both sides of a link', async ({ page }) => {
  await importFiles(page, [realCity])
  await open(page, '/chain?units=all')
  await expect(page.getByText('结转衔接：接上 1，起点 1')).toBeVisible()
  await page.getByRole('grid').getByRole('button', { name: '✓' }).click()
  const drawer = drawerOf(page)
  await expect(drawer).toContainText('结转衔接（总计）')
  await drawer.getByText('结转衔接（总计）').click()
  await drawer.getByRole('button', { name: /2023 年.*结转下年/ }).click()
  await expect(drawer.getByRole('button', { name: /回到/ })).toBeVisible()
  await drawer.getByRole('button', { name: '关闭' }).click()

  await page.getByRole('radio', { name: '行政规范性文件存量衔接' }).check()
  await expect(page).toHaveURL(/link=Y-STOCK-N/)
  await expect(page.getByText('行政规范性文件存量衔接：接上 1，起点 1')).toBeVisible()
})

test('a check sheet goes out and comes back in: corrected, disposed of, and undone', async ({
  page,
}) => {
  await importFiles(page, [realCounties])
  await open(page, '/health?units=all')
  const row = page.getByRole('grid').getByRole('row', { name: /洪泽区/ })
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('button', { name: '下载' }).last().click(),
  ])
  const lines = readFileSync(await saved.path(), 'utf8').split('\r\n')
  const answered = lines.map((line) =>
    line.includes(',review.total,')
      ? line.replace(/,,$/u, ',11,总计漏填')
      : line.includes(',T4-SUM:litigation.afterReview,')
        ? line.replace(/,,$/u, ',,系口径不同')
        : line,
  )

  await dropFiles(page, [textFile('洪泽区.csv', answered.join('\r\n'))])
  const sheets = page.getByRole('region', { name: '退回核对表' })
  await expect(sheets).toContainText('有答复 2 行')
  await expect(sheets.getByRole('row', { name: /行政复议·总计/ })).toContainText('总计漏填')
  await sheets.getByRole('button', { name: '记下：更正 1 格，处置 1 条' }).click()
  await expect(sheets).toContainText('更正 1 格，记为批次 2')

  await open(page, '/health?units=all')
  await expect(row.getByRole('button', { name: '不平 1' })).toBeVisible()
  await expect(row).toContainText('处置 1')
  await open(page, '/batches')
  await page.getByRole('button', { name: '撤销批次 2' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await open(page, '/health?units=all')
  await expect(row.getByRole('button', { name: '不平 2' })).toBeVisible()
})

test('a returned sheet among other files waits for its own decision', async ({ page }) => {
  await importFiles(page, [realCounties])
  const sheet = textFile(
    '退回.csv',
    '类别,单位代码,单位,年份,口径,项目,编号,现值,建议值,说明,核对后数值,县局答复\r\n' +
      '数据,320813,洪泽区,2023,全县汇总,行政复议·总计,review.total,5,,,11,已核\r\n',
  )
  await chooseFiles(page, [realCity, sheet])
  const sheets = page.getByRole('region', { name: '退回核对表' })
  await expect(sheets).toContainText('1 处冲突')
  await page.getByRole('button', { name: '写入为一个批次' }).click()
  await expect(page.getByText(/^已写入批次 2$/)).toBeVisible()
  await expect(sheets.getByRole('row', { name: /行政复议·总计/ })).toContainText('冲突')
  await sheets.getByRole('button', { name: '不采用这份核对表' }).click()
  await expect(sheets).toContainText('没有采用，什么也没有改')
})
