import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import { loadSample, open } from './pages'

/** The texts of the table's rows, the name first, once the answer is there. */
async function rowsOf(page: Page): Promise<string[][]> {
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  const grid = page.getByRole('grid', { name: /的变化按/ })
  await expect(grid).toBeVisible()
  return grid
    .locator('tbody tr:not([aria-hidden])')
    .evaluateAll((lines) =>
      lines.map((line) =>
        [...line.children].map((cell) =>
          (cell.querySelector('a, button, span[data-cell]') ?? cell).textContent.trim(),
        ),
      ),
    )
}

/** What is less than its last decimal, such as `<0.01`, counts as nothing: so it was rounded. */
function numberOf(text: string | undefined): number {
  if (text?.match(/[<>]/)) return 0
  return Number((text ?? '').replaceAll(/[,+]/g, ''))
}

function effectsOf(rows: readonly string[][]): { total: number; sum: number } {
  const [total, ...others] = rows.map((row) => row.at(-1)).filter((text) => text !== '不计')
  return {
    total: numberOf(total),
    sum: others.reduce((sum, text) => sum + numberOf(text), 0),
  }
}

test('a change of a sum is made of its counties, and of its parts', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/change?year=2023&base=2022')
  const byUnit = await rowsOf(page)
  expect(byUnit[0]?.[0]).toBe('合计')
  expect(byUnit.length).toBeGreaterThan(10)
  const units = effectsOf(byUnit)
  expect(units.sum).toBe(units.total)
  expect(units.total).not.toBe(0)

  await page.getByRole('radio', { name: '按分项' }).check({ force: true })
  await expect(page.getByRole('grid', { name: /按分项分解/ })).toBeVisible()
  expect(page.url()).toContain('by=part')
  const byPart = await rowsOf(page)
  expect(byPart.map(([name]) => name)).toContain('本年新收·自然人')
  const parts = effectsOf(byPart)
  expect(parts.total).toBe(units.total)
  expect(parts.sum).toBe(parts.total)
})

test('a change of a rate is split into numerators, denominators and mix', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/change?item=rate.disclosed&year=2023&base=2022')
  const rows = await rowsOf(page)
  const columns = await page.getByRole('columnheader').allTextContents()
  expect(columns.map((text) => text.trim()).slice(-4)).toEqual([
    '分子',
    '分母',
    '结构',
    '对合计的贡献（百分点）',
  ])
  for (const row of rows) {
    if (row.at(-1) === '不计') continue
    const [numerator, denominator, mix, effect] = row.slice(-4).map(numberOf)
    const parts = (numerator ?? NaN) + (denominator ?? NaN) + (mix ?? NaN)
    // Each of the four is rounded to the second decimal.
    expect(Math.abs(parts - (effect ?? NaN))).toBeLessThanOrEqual(0.02 + 1e-9)
  }
  await expect(page.getByRole('region', { name: '结论' })).toContainText('公开率')
  await expect(page.getByRole('list', { name: '去掉一家还成立吗' })).toBeVisible()
})

test('a county that has one year only is a bar of its own, never a 0', async ({ page }) => {
  await loadSample(page, '五份真实年报')
  await open(page, '/change?year=2024&base=2023&units=all')
  const rows = await rowsOf(page)
  const missing = rows.filter((row) => row[3] === '缺 2024 年')

  expect(missing).toHaveLength(3)
  for (const row of missing) expect(row[2]).toBe('未报')
  const { total, sum } = effectsOf(rows)
  expect(sum).toBe(total)
  await expect(page.getByRole('region', { name: '结论' })).toContainText('缺 2024 年的 3 个')
  await expect(page.getByRole('region', { name: '结论' })).toContainText('只有一个单位可比')
})

test('across a break of the form it abstains and says why', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/change?item=normativeDocuments.inForce&year=2021&base=2020')
  await expect(page.getByText(/表样不同.*因此不作解释/).first()).toBeVisible()
  await expect(page.locator('.chart')).toHaveCount(0)
})

test('a number leads to its source, and the overview to the explanation', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/overview?year=2023&base=2022')
  await page
    .getByRole('row', { name: /^本年新收·总计/ })
    .getByRole('button')
    .nth(1)
    .click()
  await expect(page.getByRole('list', { name: '去掉一家还成立吗' })).toBeVisible()
  await page.getByRole('link', { name: '为什么变' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('变化解释')
  const rows = await rowsOf(page)
  const [name = '', before = ''] = rows[1] ?? []
  await page.getByRole('row', { name }).getByRole('button', { name: before }).first().click()
  const drawer = page.getByRole('dialog', { name: '这个数哪来的' })
  await expect(drawer).toContainText('2022 年')
  await expect(drawer).toContainText(name)
})

test('on the wall it stands alone, and T shows its table', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await loadSample(page, '虚构示例市')
  await open(page, '/change?year=2023&base=2022')
  await rowsOf(page)
  await page.keyboard.press('f')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  await expect(page.getByRole('img', { name: /的变化按单位分解/ })).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByRole('grid', { name: /的变化按/ })).toBeVisible()
  await page.keyboard.press('Escape')
})

test('on the wall its years are stepped through, each beside the one before', async ({ page }) => {
  await loadSample(page, '虚构示例市')
  await open(page, '/change?year=2023&base=2022')
  await rowsOf(page)
  await page.keyboard.press('f')
  const years = page.getByRole('group', { name: '逐年' })
  await expect(years).toBeVisible()
  await page.keyboard.press('[')
  await expect(page).toHaveURL(/year=2022/)
  await expect(page.getByRole('img', { name: /2021 → 2022 年的变化按单位/ })).toBeVisible()
  await expect(page.getByText('各年的长短不能互比')).toBeVisible()
  await page.keyboard.press(']')
  await expect(page.getByRole('img', { name: /2022 → 2023 年的变化按单位/ })).toBeVisible()
  await open(page, '/change?year=2025')
  await rowsOf(page)
  await expect(years.getByRole('button', { name: '下一年' })).toBeDisabled()
})
