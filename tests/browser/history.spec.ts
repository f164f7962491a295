import type { Page } from '@playwright/test'
import { expect, test } from './guarded'
import { loadSample, open } from './pages'

const unit = '00000000-0000-4000-8000-000000990121'

interface View {
  readonly address: string
  /** Choices of another chart or subject, each a step that the browser takes back. */
  readonly steps?: readonly string[]
}

const views: readonly View[] = [
  { address: '/overview' },
  { address: '/view/disclosure', steps: ['某年各单位', '公开渠道'] },
  { address: '/view/outcomes', steps: ['比率', '某年各单位'] },
  { address: '/view/enforcement', steps: ['某年各单位'] },
  { address: '/view/fees', steps: ['某年各单位'] },
  { address: '/explore', steps: ['排名', '热力图', '构成', '历年', '流向'] },
  { address: '/change', steps: ['按分项'] },
  { address: '/chain', steps: ['规章存量衔接'] },
  { address: `/unit/${unit}` },
  { address: `/pair?a=${unit}@2020&b=${unit}@2024` },
  { address: '/summary' },
  { address: '/health' },
  { address: '/lookup?q=12' },
]

test('back and forward lead to what the address says, on every view', async ({ page }) => {
  test.slow()
  await loadSample(page, '虚构示例市')
  await open(page, '/help')
  for (const { address, steps = [] } of views) {
    await test.step(address, async () => {
      await page.evaluate((route) => {
        location.hash = route
      }, address)
      const seen = [await shown(page)]
      for (const name of steps) {
        await page.getByRole('radio', { name, exact: true }).check()
        seen.push(await shown(page))
      }
      const scope = page.getByRole('combobox', { name: '口径' }).first()
      await scope.selectOption('office')
      await expect.poll(() => page.url()).toContain('office')
      // A filter is no step: it goes with the view that it was chosen on.
      seen[seen.length - 1] = await shown(page)

      for (const before of seen.slice(0, -1).toReversed()) {
        await page.goBack()
        await expect.poll(() => shown(page)).toEqual(before)
      }
      await page.goBack()
      await expect(page.getByRole('heading', { level: 1, name: '帮助' })).toBeVisible()
      for (const after of seen) {
        await page.goForward()
        await expect.poll(() => shown(page)).toEqual(after)
      }
      await expect(scope).toHaveValue('office')
      for (let back = seen.length; back > 0; back--) await page.goBack()
      await expect(page.getByRole('heading', { level: 1, name: '帮助' })).toBeVisible()
    })
  }
})

/** The address, and what the view says that it shows. */
async function shown(page: Page): Promise<readonly string[]> {
  await expect(page.locator('main h1')).not.toHaveText('帮助')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  const chosen = await page
    .locator('main input[type=radio]:checked')
    .evaluateAll((radios) => radios.map((radio) => radio.closest('label')?.textContent ?? ''))
  const heading = await page.locator('main h1').innerText()
  const caption = page.locator('main caption').first()
  const table = (await caption.count()) > 0 ? await caption.innerText() : ''
  return [decodeURIComponent(new URL(page.url()).hash), heading, table, ...chosen]
}
