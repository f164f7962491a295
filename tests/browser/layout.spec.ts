import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import { importFiles, loadSample, open, realCity, realCounties } from './pages'

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
]
const unit = '00000000-0000-4000-8000-000000990121'
const answers = [
  '/overview',
  `/unit/${unit}`,
  `/pair?a=${unit}@2020&b=${unit}@2024`,
  '/view/disclosure',
  '/view/outcomes?mode=year&year=2023',
  '/view/enforcement',
  '/view/fees?units=all',
  '/explore',
  '/explore?form=heat',
  '/change?year=2023&base=2022&by=unit',
]
const tools = [
  '/summary?units=all',
  '/chain',
  '/lookup?q=12',
  '/health',
  '/import',
  '/batches',
  '/corrections',
  '/settings',
  '/help',
]
const routes = [...answers, ...tools]

const schemes = ['light', 'dark'] as const
const groups = Object.entries({ answers, tools })

/** Every page is opened once, and must fit all sizes; the dark theme has the same layout. */
for (const [group, pages] of groups) {
  test(`no page of ${group} overflows at any size, or is light in the dark`, async ({ page }) => {
    // Many pages one after the other, on a machine that may be slow.
    test.slow()
    await loadSample(page, '虚构示例市')
    for (const route of pages) {
      await open(page, route)
      for (const size of sizes) {
        await page.setViewportSize(size)
        await expectFits(page, route, 'light')
      }
      await expectFits(page, route, 'dark')
    }
  })
}

/** The same with pages that begin at their size: much is measured once, when a page is opened. */
for (const size of sizes) {
  for (const [group, pages] of groups) {
    test(`@long no page of ${group} opened at ${nameOf(size)} overflows`, async ({ page }) => {
      await page.setViewportSize(size)
      await loadSample(page, '虚构示例市')
      for (const scheme of schemes) {
        await page.emulateMedia({ colorScheme: scheme })
        for (const route of pages) {
          await open(page, route)
          await expectFits(page, route, scheme)
        }
      }
    })
  }
}

for (const size of sizes) {
  test(`@long screenshots of all pages at ${nameOf(size)}`, async ({ page }, testInfo) => {
    await importFiles(page, [realCounties, realCity])
    await page.setViewportSize(size)
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme })
      for (const route of routes) {
        await open(page, route)
        await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
        const name = `${route.replaceAll(/[/?&=]+/g, '-')}-${String(size.width)}-${scheme}.png`
        const picture = await page.screenshot({ path: testInfo.outputPath(name) })
        // A page that failed to draw is one colour, and next to nothing once compressed.
        expect(picture.byteLength).toBeGreaterThan(15_000)
      }
    }
  })
}

async function expectFits(page: Page, route: string, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme })
  await expect(page.locator('html')).toHaveAttribute('data-theme', scheme)
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  const { excess, background } = await page.evaluate(() => ({
    excess: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    background: getComputedStyle(document.documentElement).backgroundColor,
  }))

  expect([route, excess]).toEqual([route, 0])
  expect(lightness(background) > 0.5).toBe(scheme === 'light')
}

function nameOf({ width, height }: { width: number; height: number }): string {
  return `${String(width)}×${String(height)}`
}

function lightness(colour: string): number {
  const [red, green, blue] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return ((red ?? NaN) + (green ?? NaN) + (blue ?? NaN)) / 3 / 255
}
