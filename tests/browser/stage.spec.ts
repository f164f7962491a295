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
