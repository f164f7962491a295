import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'

const auditor = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    axe: typeof axe
  }
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What the audit finds against WCAG 2.2 AA, each with the places. */
export async function barriers(page: Page): Promise<string[]> {
  return audit(page, levels)
}

/** Of a page that was audited already: what is found in it in the dark theme, where only colours differ. */
export async function barriersInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  return audit(page, ['color-contrast', 'link-in-text-block'])
}

async function audit(page: Page, rules: readonly string[]): Promise<string[]> {
  await page.evaluate(auditor)
  // Colours that change with the theme take a moment to be those of the theme.
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
  return page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run({
      runOnly: [...runOnly],
      resultTypes: ['violations'],
    })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
    )
  }, rules)
}
