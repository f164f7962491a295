import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { barriers, barriersInTheDark } from './audit'
import { expect, test } from './guarded'
import { chooseFiles, loadSample, open, realCounties } from './pages'

const unit = '00000000-0000-4000-8000-000000990121'

/** Few enough pages for one test on a busy machine. */
const routes = {
  overviews: ['/overview', `/unit/${unit}`, '/summary?units=all'],
  pairs: [
    `/pair?a=${unit}@2020&b=${unit}@2024`,
    `/pair?a=${unit}@2020&b=${unit}@2024&only=different`,
    '/lookup?q=12',
    '/chain',
  ],
  comparisons: [
    '/view/disclosure',
    '/view/outcomes?mode=year&year=2023',
    '/view/enforcement',
    '/view/fees',
  ],
  exploration: [
    '/explore',
    '/explore?form=ranking',
    '/explore?form=heat&mode=change&item=requests.new.total',
    '/explore?form=flow',
    '/change?year=2023&base=2022&by=unit',
    '/change?year=2023&base=2022&by=part',
  ],
  forms: [
    '/explore?form=multiples&item=requests.new.total',
    '/explore?form=bump&item=requests.new.total',
    '/explore?form=matrix',
  ],
  'more forms': [
    '/explore?form=strip&item=requests.new.total',
    '/explore?form=scatter&item=requests.new.total&item=rate.disclosed',
    '/explore?form=composition',
    '/explore?form=map&item=requests.new.total',
  ],
  keeping: [
    '/health?kinds=error,warning,undecidable,info',
    '/batches',
    '/corrections',
    '/measures?edit=new',
    '/settings',
    '/help',
  ],
}

test('the first page has no barrier that an audit can find, in either theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  expect(await barriers(page)).toEqual([])
  await expect.poll(() => barriersInTheDark(page)).toEqual([])
})

for (const [group, pages] of Object.entries(routes)) {
  test(`neither have the pages of ${group}`, async ({ page }) => {
    await loadSample(page, '虚构示例市')
    for (const route of pages) {
      await page.emulateMedia({ colorScheme: 'light' })
      await open(page, route)
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
      expect([route, await barriers(page)]).toEqual([route, []])
    }
  })

  test(`@long neither have the pages of ${group} in the dark`, async ({ page }) => {
    await loadSample(page, '虚构示例市')
    for (const route of pages) {
      await open(page, route)
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
      await expect.poll(async () => [route, await barriersInTheDark(page)]).toEqual([route, []])
    }
  })
}

test('neither has the review of an import, nor the way from a number to its source', async ({
  page,
}) => {
  await chooseFiles(page, [realCounties])
  await expect(page.getByRole('region', { name: '审阅', exact: true })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await loadSampleAfterDiscard(page)
  await open(page, '/view/fees?mode=year&year=2023')
  await page.getByRole('grid').getByRole('button').nth(3).click()
  await expect(page.getByRole('dialog', { name: '这个数哪来的' })).toContainText('批次')
  expect(await barriers(page)).toEqual([])
})

test('neither has a document beside its form, as text and as pages', async ({ page }) => {
  for (const name of ['new-form.docx', 'old-form.pdf']) {
    const path = fileURLToPath(new URL(`../../fixtures/documents/${name}`, import.meta.url))
    await chooseFiles(page, [{ name, content: readFileSync(path) }])
    await page.getByRole('link', { name: `对照原件 ${name}` }).click()
    const form = page.getByRole('region', { name: '读到的年报' })
    await form.getByRole('button', { name: /^本年新收.*总计/ }).click()
    await expect(page.locator('[aria-label="原件"] [data-chosen]')).toBeInViewport()
    expect([name, await barriers(page)]).toEqual([name, []])
    await page.getByRole('link', { name: '回到审阅' }).click()
    await page.getByRole('button', { name: '放弃' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click()
  }
})

test('neither have the correction of a number, its ledger, and the preview of its undoing', async ({
  page,
}) => {
  await loadSample(page, '五份真实年报')
  await open(page, '/view/fees?mode=year&year=2023')
  await page.getByRole('grid').getByRole('button').nth(3).click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await drawer.getByText('更正这个数…').click()
  await drawer.getByRole('radio', { name: '不适用' }).check()
  await drawer.getByLabel(/^理由/).fill('核对原件')
  expect(await barriers(page)).toEqual([])
  await drawer.getByRole('button', { name: '记为一次更正' }).click()
  await expect(drawer).toContainText('手工更正于')
  await open(page, '/corrections')
  await expect(page.getByRole('row', { name: /核对原件/ })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await open(page, '/batches')
  await page.getByRole('button', { name: '撤销批次 2' }).click()
  await expect(page.getByRole('dialog')).toContainText('1 格回到它之前的值')
  expect(await barriers(page)).toEqual([])
})

async function loadSampleAfterDiscard(page: Page): Promise<void> {
  await page.getByRole('button', { name: '放弃' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click()
  await loadSample(page, '五份真实年报')
}
