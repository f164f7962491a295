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

for (const size of sizes) {
  for (const scheme of ['light', 'dark'] as const) {
    for (const [group, pages] of Object.entries({ answers, tools })) {
      test(`no page of ${group} overflows at ${String(size.width)}×${String(size.height)}, ${scheme}`, async ({
        page,
      }) => {
        await page.setViewportSize(size)
        await page.emulateMedia({ colorScheme: scheme })
        await loadSample(page, '虚构示例市')
        for (const route of pages) {
          await open(page, route)
          await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
          const { excess, background } = await page.evaluate(() => ({
            excess: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            background: getComputedStyle(document.documentElement).backgroundColor,
          }))

          expect([route, excess]).toEqual([route, 0])
          expect(lightness(background) > 0.5).toBe(scheme === 'light')
        }
      })
    }
  }
}

for (const size of sizes) {
  test(`@long screenshots of all pages at ${String(size.width)}×${String(size.height)}`, async ({
    page,
  }, testInfo) => {
    await importFiles(page, [realCounties, realCity])
    await page.setViewportSize(size)
    for (const scheme of ['light', 'dark'] as const) {
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

function lightness(colour: string): number {
  const [red, green, blue] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return ((red ?? NaN) + (green ?? NaN) + (blue ?? NaN)) / 3 / 255
}
