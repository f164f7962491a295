import { expect, test } from './guarded'
import { addCounties, importFiles, open, textFile } from './pages'

const numerals = '零一二三四五六七八九'
/** Names of twelve characters, no two alike. */
const names = Array.from({ length: 110 }, (_, at) => {
  const digits = Array.from(String(at).padStart(3, '0'), (digit) => numerals[Number(digit)] ?? '')
  return `望云岭彝族傣族${digits.join('')}族县`
})
const header = '单位,年份,表样,本年新收·总计,予以公开·总计,办理结果总计·总计,行政许可·处理决定'

function reports(counties: number, first: number): string {
  const rows = names.slice(0, counties).flatMap((name, at) =>
    Array.from({ length: 2025 - first + 1 }, (_, year) => {
      const figures = [40 + at, 20 + (at % 17), 40 + at, 26_130 + 100 * at + year]
      return [name, first + year, first + year < 2021 ? 2019 : 2021, ...figures].join(',')
    }),
  )
  return [header, ...rows, ''].join('\n')
}

const forms = ['trend', 'multiples', 'ranking', 'bump', 'heat', 'map', 'matrix', 'strip']
const routes = [
  '/overview?units=all',
  ...forms.map((form) => `/explore?units=all&form=${form}&item=requests.new.total`),
  '/explore?units=all&form=multiples&item=requests.new.total&item=licensing.decisions',
  '/view/outcomes?units=all',
  '/view/enforcement?units=all',
  '/summary?units=all',
  '/change?units=all&year=2025&base=2024&by=unit',
  '/health',
  '/unit/own-0',
]
const sizes = [
  { width: 1366, height: 768 },
  { width: 3840, height: 2160 },
]

for (const [counties, first] of [
  [2, 2025],
  [110, 2008],
] as const) {
  test(`@long nothing overflows with ${counties} counties of long names since ${first}`, async ({
    page,
  }) => {
    await addCounties(page, names.slice(0, counties))
    await importFiles(page, [textFile('年报.csv', reports(counties, first))])
    for (const route of routes) {
      for (const size of sizes) {
        await page.setViewportSize(size)
        await open(page, route)
        await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect([route, size.width, excess]).toEqual([route, size.width, 0])
      }
    }
  })
}
