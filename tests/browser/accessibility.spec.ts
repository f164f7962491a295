import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'
import { expect, test } from './guarded'
import { chooseFiles, loadSample, open, realCounties } from './pages'

const auditor = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    axe: typeof axe
  }
}

for (const scheme of ['light', 'dark'] as const) {
  test(`no page has a barrier that an audit can find, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto('/')
    expect(await barriers(page)).toEqual([])
    await loadSample(page, '虚构示例市')
    for (const route of [
      '/view/disclosure',
      '/view/outcomes?mode=year&year=2023',
      '/view/enforcement',
      '/view/fees',
      '/batches',
      '/settings',
      '/help',
    ]) {
      await open(page, route)
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
      expect([route, await barriers(page)]).toEqual([route, []])
    }
  })
}

test('neither has the review of an import, nor the way from a number to its source', async ({
  page,
}) => {
  await chooseFiles(page, [realCounties])
  await expect(page.getByRole('region', { name: '审阅' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await loadSampleAfterDiscard(page)
  await open(page, '/view/fees?mode=year&year=2023')
  await page.getByRole('grid').getByRole('button').nth(3).click()
  await expect(page.getByRole('dialog', { name: '这个数哪来的' })).toContainText('批次')
  expect(await barriers(page)).toEqual([])
})

async function loadSampleAfterDiscard(page: Page): Promise<void> {
  await page.getByRole('button', { name: '放弃' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click()
  await loadSample(page, '五份真实年报')
}

/** What the audit finds against WCAG 2.2 AA, each with the places. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(auditor)
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await window.axe.run({ runOnly: tags })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
    )
  })
}
