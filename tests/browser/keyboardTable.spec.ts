import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import { addCounties, importFiles, open, textFile } from './pages'

const years = Array.from({ length: 18 }, (_, at) => 2008 + at)
const counties = Array.from({ length: 110 }, (_, at) => `望云岭彝族自治县第${at + 1}区`)

/** Every county in every year, with a number of its own; the last is 109,018. */
function reports(): string {
  const rows = counties.flatMap((name, at) =>
    years.map((year, column) =>
      [name, year, year < 2021 ? 2019 : 2021, 1_000 * at + column + 1].join(','),
    ),
  )
  return ['单位,年份,表样,行政许可·处理决定', ...rows, ''].join('\n')
}

test('keys lead to the last year of the last of 110 counties over 18 years, and to what is behind it', async ({
  page,
}) => {
  await addCounties(page, counties)
  await importFiles(page, [textFile('年报.csv', reports())])

  await test.step('from the table of a heat map to the source of the number', async () => {
    await open(page, '/explore?units=all&form=heat&item=licensing.decisions&sort=code')
    await toLastCell(page, '行政许可')
    await expect(page.locator(':focus')).toHaveText('109,018')
    await page.keyboard.press('Enter')
    const trace = page.getByRole('dialog', { name: '这个数哪来的' })
    await expect(trace).toContainText(counties.at(-1) ?? '')
    await expect(trace).toContainText('109018')
    await page.keyboard.press('Escape')
    await expect(trace).toBeHidden()
    await expectInSight(page)
  })

  await test.step('from the matrix of who has reported to the checks of the report', async () => {
    await open(page, '/overview?units=all')
    await toLastCell(page, '报送与勾稽')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/health\?.*2025/u)
    await expect(page.locator('main')).toContainText(counties.at(-1) ?? '')
  })
})

/** Tab into the table, then its own keys: down by pages, and to the end of the row. */
async function toLastCell(page: Page, caption: string): Promise<void> {
  const grid = page.getByRole('grid', { name: caption })
  await expect(grid).toBeVisible()
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  const inGrid = grid.locator('[data-cell]:focus')
  for (let press = 0; press < 150 && (await inGrid.count()) === 0; press++)
    await page.keyboard.press('Tab')
  await expect(inGrid).toHaveCount(1)

  const last = Number(await grid.getAttribute('aria-rowcount'))
  const row = grid.locator('tr', { has: page.locator(':focus') })
  for (let press = 0; press < 40; press++) {
    if ((await row.getAttribute('aria-rowindex')) === String(last)) break
    await page.keyboard.press('PageDown')
  }
  await page.keyboard.press('End')
  await expect(row).toHaveAttribute('aria-rowindex', String(last))
  await expect(row.getByRole('rowheader')).toContainText(counties.at(-1) ?? '')
  await expectInSight(page)
}

/** The focused cell lies in the window with nothing over it, beside the name of its row, and its ring is seen. */
async function expectInSight(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement
    const name = focused?.closest('tr')?.querySelector('th')
    const isOnTop = (element: Element | null | undefined) => {
      if (!element) return false
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return [left + 2, (left + right) / 2, right - 2].every((x) =>
        element.contains(document.elementFromPoint(x, (top + bottom) / 2)),
      )
    }
    const { outlineStyle, outlineWidth } = getComputedStyle(focused ?? document.body)
    return {
      cell: isOnTop(focused),
      name: isOnTop(name),
      ring: outlineStyle !== 'none' && parseFloat(outlineWidth) > 1,
    }
  })
  expect(seen).toEqual({ cell: true, name: true, ring: true })
}
