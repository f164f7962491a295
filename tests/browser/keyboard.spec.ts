import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import { chooseFiles, loadSample, open, realCounties } from './pages'

test('from the files to a number and where it comes from, by keyboard alone', async ({ page }) => {
  await chooseFiles(page, [realCounties])
  await expect(page.getByRole('button', { name: '写入为一个批次' })).toBeVisible()
  await tabTo(page, '写入为一个批次')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^已写入批次 \d+$/)).toBeVisible()
  await tabTo(page, '看比较')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toBeVisible()

  const first = page.getByRole('grid').locator('[tabindex="0"]')
  for (let press = 0; press < 60 && !(await isFocused(page, '[role=grid] *')); press++) {
    await page.keyboard.press('Tab')
  }
  await expect(first).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await expect(drawer).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  expect(await isFocused(page, '[role=grid] *')).toBe(true)
})

test('the first stop leads past the navigation, and every stop can be seen', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/view/disclosure')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()

  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const focused = document.activeElement
      if (!focused || focused === document.body) return null
      const carrier = focused.matches('input[type=radio]')
        ? (focused.closest('label') ?? focused)
        : focused
      const { width, height } = carrier.getBoundingClientRect()
      const marks = [carrier, ...carrier.children].map((each) => getComputedStyle(each))
      const isMarked = marks.some(
        ({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none',
      )
      return {
        isVisible: width > 1 && height > 1,
        isMarked,
        name: `${focused.tagName} ${focused.textContent}`,
      }
    })
    expect(seen).toMatchObject({ isVisible: true, isMarked: true })
  }
})

async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent.trim() ?? '')
    if (text === name) return
  }
  throw new Error(`“${name}” is out of reach of the Tab key`)
}

function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
}
