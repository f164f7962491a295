import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import { importFiles, open, realCounties } from './pages'

const fees = '/view/fees?units=all&mode=year&year=2023'

test('a page seen before is there at once, before the engine is', async ({ page }) => {
  await importFiles(page, [realCounties])
  await open(page, fees)
  await expect(page.getByRole('button', { name: '1,077.892534' })).toBeVisible()
  await untilKept(page)

  const release = await holdEngine(page)
  await page.reload()
  await expect(page.locator('main canvas').first()).toBeVisible()
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  const number = page.getByRole('button', { name: '1,077.892534' })
  await expect(number).toBeVisible()
  await number.click()

  release()
  await expect(page.getByRole('dialog', { name: '这个数哪来的' })).toContainText(
    'counties.gb18030.csv',
  )
})

test('what was kept of data that changed since is not shown', async ({ page }) => {
  await importFiles(page, [realCounties])
  await open(page, fees)
  await untilKept(page)
  await open(page, '/settings')
  const noted = () => page.evaluate(() => localStorage.getItem('xianjian.sentinel'))
  const before = await noted()
  await page.getByRole('textbox', { name: '操作人' }).fill('示例员')
  await page.getByRole('textbox', { name: '操作人' }).press('Tab')
  await expect.poll(noted).not.toBe(before)

  const release = await holdEngine(page)
  await page.goto(`/#${fees}`)
  await page.reload()
  await expect(page.getByText('正在打开数据…')).toBeVisible()
  await expect(page.getByRole('button', { name: '1,077.892534' })).toHaveCount(0)

  release()
  await expect(page.getByRole('button', { name: '1,077.892534' })).toBeVisible()
})

test('the page seen last is painted before the engine begins, another one is not waited for', async ({
  page,
}) => {
  await importFiles(page, [realCounties])
  await open(page, fees)
  await untilKept(page)
  await page.addInitScript(() => {
    const { Worker } = globalThis
    globalThis.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given)
        performance.mark('worker')
      }
    }
  })
  const openedAnew = async (route: string) => {
    await page.goto('about:blank')
    await page.goto(`/#${route}`)
    await expect(page.locator('main canvas').first()).toBeVisible()
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
    return page.evaluate(() => {
      const first = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Infinity
      return { engine: first('worker'), chart: first('chart-painted') }
    })
  }
  const seen = await openedAnew(fees)
  expect(seen.engine).toBeGreaterThan(seen.chart)
  await expect.poll(() => page.workers().length).toBe(1)

  const unseen = await openedAnew('/view/outcomes?units=all')
  expect(unseen.engine).toBeLessThan(unseen.chart)
})

/** Keeps the engine from starting; what comes back lets it start. */
async function holdEngine(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.context().route(/browserEngine-.*\.js$/, async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** Waits until the replies to what the page asked are kept. */
async function untilKept(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            const request = indexedDB.open('xianjian')
            request.onsuccess = () => {
              const settings = request.result.transaction('settings').objectStore('settings')
              const count = settings.count('kept')
              count.onsuccess = () => {
                resolve(count.result === 1)
                request.result.close()
              }
            }
          }),
      ),
    )
    .toBe(true)
}
