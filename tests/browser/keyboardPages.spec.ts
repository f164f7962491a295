import type { Locator, Page } from '@playwright/test'
import { expect, test } from './guarded'
import { loadSample, open } from './pages'

const unit = '00000000-0000-4000-8000-000000990121'
const choices = ['单位', '导出'] as const

interface Stop {
  readonly address: string
  /** Buttons, by how their names begin, that open something which Esc closes. */
  readonly openers?: readonly string[]
  /** Its table has a number that leads to where it is from. */
  readonly traces?: true
}

const groups: Readonly<Record<string, readonly Stop[]>> = {
  overviews: [
    { address: '/overview', openers: choices, traces: true },
    { address: `/unit/${unit}`, openers: ['导出'], traces: true },
    { address: '/summary', openers: choices },
  ],
  comparisons: [
    { address: '/view/disclosure?mode=year', openers: choices, traces: true },
    { address: '/view/outcomes', openers: choices, traces: true },
    { address: '/view/enforcement?mode=year', openers: choices, traces: true },
    { address: '/view/fees', openers: choices, traces: true },
  ],
  exploration: [
    { address: '/explore?form=heat', openers: [...choices, '指标'], traces: true },
    { address: '/explore?form=map', openers: [...choices, '指标'], traces: true },
    { address: '/explore?form=flow', openers: choices, traces: true },
    { address: '/change', openers: [...choices, '指标'], traces: true },
  ],
  questions: [
    { address: `/pair?a=${unit}@2020&b=${unit}@2024`, openers: ['导出'] },
    { address: '/lookup?q=12', openers: choices, traces: true },
    { address: '/chain', openers: choices, traces: true },
    { address: '/health', openers: [...choices, '处置'] },
  ],
  keeping: [
    { address: '/import' },
    { address: '/batches', openers: ['撤销'] },
    { address: '/corrections' },
    { address: '/measures?edit=new' },
    { address: '/settings' },
    { address: '/help' },
  ],
}

for (const [group, stops] of Object.entries(groups)) {
  test(`@long the pages of ${group} are used by keyboard alone`, async ({ page }) => {
    test.slow()
    await loadSample(page, '虚构示例市')
    for (const { address, openers = [], traces } of stops) {
      await test.step(address, async () => {
        await open(page, address)
        await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
        expect.soft(await outOfReach(page)).toEqual([])
        for (const name of openers) await opensAndCloses(page, name)
        if (traces) await leadsToItsSource(page)
      })
    }
  })
}

/** Tab from the top of the page to its end; what could be used, but was not come by. */
async function outOfReach(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    const reached = new Set<EventTarget | null>()
    Object.assign(window, { reached })
    document.addEventListener('focusin', ({ target }) => reached.add(target))
  })
  // Counted anew: a form may come while the keys are pressed.
  const stops = page.locator('a, button, input, select, textarea, summary')
  for (let press = 0; press < (await stops.count()); press++) await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const { reached } = window as unknown as { reached: ReadonlySet<Element> }
    const usable = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex]',
      ),
    ]
    return usable
      .filter((element) => element.checkVisibility() && !reached.has(element))
      .filter((element) => {
        // Of the cells of a table, or of radio buttons, one is a stop; the arrows lead to the others.
        const cells = element.closest('table')?.querySelectorAll('[tabindex="0"]') ?? []
        const isOneOfMany = element.tabIndex < 0 && [...cells].some((cell) => reached.has(cell))
        const isUnchosen = element.matches('input[type=radio]:not(:checked)')
        // A button beside it opens the choice of files; a heading or a panel is led to by other means.
        const isLedTo = element.matches('input[type=file], [tabindex="-1"]:not(a, button, input)')
        return !isOneOfMany && !isUnchosen && !isLedTo
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 160))
  })
}

/** Enter opens it and leads into it, Esc closes it and leads back. */
async function opensAndCloses(page: Page, name: string): Promise<void> {
  const opener = page
    .locator('main')
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .first()
  const popup = page.locator('dialog[open], main [role=dialog], main [role=menu]')
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(popup).toBeVisible()
  const isMenu = (await opener.getAttribute('aria-haspopup')) === 'menu'
  // What it offers may still be worked out: then Tab leads out at its end, and once more into it.
  await expect(async () => {
    if (!isMenu) await page.keyboard.press('Tab')
    await expect(popup.locator(':focus')).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(popup).toHaveCount(0)
  await expect(opener).toBeFocused()
}

/** Enter on a number of the table opens where it is from, or of a sum who is in it; Esc leads back. */
async function leadsToItsSource(page: Page): Promise<void> {
  const number = page.getByRole('grid').first().locator('[data-cell][tabindex="0"]')
  await number.focus()
  await focusedButton(page, number)
  await page.keyboard.press('Enter')
  const opened = page.locator('dialog[open], main .detail[role=status]')
  await expect(opened).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(opened).toHaveCount(0)
  await expect(number).toBeFocused()
}

/** On to a cell that has something behind it. */
async function focusedButton(page: Page, cell: Locator): Promise<void> {
  for (let press = 0; press < 8; press++) {
    if ((await cell.evaluate(({ tagName }) => tagName)) === 'BUTTON') return
    await page.keyboard.press(press % 2 === 0 ? 'ArrowDown' : 'ArrowRight')
  }
}
