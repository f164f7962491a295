import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import { loadSample, open } from './pages'

test.beforeEach(async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/view/disclosure')
  await expect(page.locator('main canvas').first()).toBeVisible()
})

test('F shows the view full screen, keys go through the four views, Esc leaves', async ({
  page,
}) => {
  const heading = page.getByRole('heading', { level: 1 })
  const small = await heading.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  await page.keyboard.press('f')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  const large = await heading.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  expect(large).toBeGreaterThan(small * 1.2)

  for (const [key, title] of [
    ['PageDown', '办理结果'],
    ['ArrowRight', '行政执法'],
    ['PageDown', '收费'],
    ['PageUp', '行政执法'],
    ['ArrowLeft', '办理结果'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(heading).toHaveText(title)
    await expect(page.locator('main canvas').first()).toBeVisible()
  }
  await expect(page.getByText('示例数据').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  await expect(heading).toHaveText('办理结果')
})

test('a button does what F does', async ({ page }) => {
  await page.getByRole('button', { name: /上墙/ }).click()
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
})

test('nothing on the wall reaches beyond the screen', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.keyboard.press('f')
  for (let view = 0; view < 4; view++) {
    await expect(page.locator('main canvas').first()).toBeVisible()
    const excess = await page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
      return [scrollWidth - clientWidth, scrollHeight - clientHeight]
    })
    expect(excess).toEqual([0, 0])
    await page.keyboard.press('PageDown')
  }
})

test('the bar of keys covers nothing of what is on the wall', async ({ page }) => {
  for (const [width, height] of [
    [1920, 1080],
    [1024, 768],
  ] as const) {
    await resize(page, { width, height })
    for (const route of ['/view/outcomes?mode=year', '/explore?form=ranking', '/summary']) {
      await open(page, route)
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
      await page.keyboard.press('f')
      await expect
        .poll(() =>
          page.evaluate(() => {
            const bar = document.querySelector('.wall-hint')?.getBoundingClientRect().top ?? 0
            const shown = document.querySelectorAll('.wall .charts, .wall .wall-table, .wall > p')
            return [...shown].every((part) => part.getBoundingClientRect().bottom <= bar + 1)
          }),
        )
        .toBe(true)
      await page.keyboard.press('f')
    }
  }
})

test('on the wall, brackets step through the years on one scale, and P plays them', async ({
  page,
}) => {
  await open(page, '/explore?form=ranking&item=requests.new.total&year=2024')
  await expect(page.locator('main canvas').first()).toBeVisible()
  const title = page.getByRole('heading', { level: 2 }).first()
  await expect(title).toHaveText(/· 2024 年$/)
  await page.keyboard.press('f')
  await page.keyboard.press('[')
  await expect(title).toHaveText(/· 2023 年$/)
  await expect(page.getByText(/刻度各年统一（2019–2025 年）/)).toBeVisible()
  expect(page.url()).toContain('year=2023')
  expect(page.url()).toContain('axis=years')
  await page.keyboard.press(']')
  await expect(title).toHaveText(/· 2024 年$/)

  await page.keyboard.press('p')
  await expect(title).toHaveText(/· 2025 年$/)
  await expect(page.getByRole('button', { name: '播放' })).toBeVisible()
  await page.keyboard.press('p')
  await expect(title).toHaveText(/· 2019 年$/)
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: '播放' })).toBeVisible()
  await page.keyboard.press('Escape')

  // The same without the wall, and back to the scale of the year.
  const steps = page.getByRole('group', { name: '逐年' })
  await steps.getByRole('button', { name: '下一年' }).click()
  await expect(page).toHaveURL(/year=2020/)
  await page.getByRole('radio', { name: '当年' }).check({ force: true })
  await expect(page).not.toHaveURL(/axis=/)
})

test('a dozen small charts are on the wall at once, at any size', async ({ page }) => {
  await open(page, '/explore?form=multiples&item=requests.new.total')
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
    { width: 3840, height: 2160 },
  ]) {
    await resize(page, size)
    await page.keyboard.press('f')
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
    await expect(page.getByText(/共 12 个单位/)).toHaveCount(0)
    const [chart, room] = await Promise.all([
      page.locator('main canvas').first().boundingBox(),
      page.locator('.room').boundingBox(),
    ])
    expect(chart?.height ?? 0).toBeGreaterThan(0.85 * (room?.height ?? 0))
    await page.keyboard.press('Escape')
  }
})

test('a sample is called one on every page of the wall', async ({ page }) => {
  for (const path of ['/overview', '/view/fees', '/change', '/summary', '/chain', '/explore']) {
    await open(page, path)
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
    await page.keyboard.press('f')
    await expect(page.locator('main').getByText('示例数据', { exact: true })).toBeVisible()
    await page.keyboard.press('f')
  }
})

/** Gives the window a size, which it does not take while it is still leaving full screen. */
async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await expect(() => page.setViewportSize(size)).toPass()
}
