import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Milliseconds of the tasks that held up the page. */
    longTasks: number[]
    /** Texts that were seen at a place, in their order. */
    seenTexts: string[]
    /** The longest time, in milliseconds, that the page did not get to do anything. */
    longestSilence: number
  }
}

/** Notes the tasks that hold up the page from now on. */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.longTasks = []
    new PerformanceObserver((list) => {
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration))
    }).observe({ type: 'longtask' })
  })
}

/**
 * Tells of the tasks since the last time, and gives the longest in milliseconds. Two cores may be busy
 * with other tests, so the 50 ms of an idle machine are no bound here.
 */
export async function tellTasks(page: Page, when: string): Promise<number> {
  const tasks = await page.evaluate(() => window.longTasks.splice(0))
  const longest = Math.round(Math.max(0, ...tasks))
  // eslint-disable-next-line no-console -- a measurement for whoever runs the test
  console.log(`${when}: ${tasks.length} tasks over 50 ms, the longest ${longest} ms`)
  return longest
}

/** What no task may take even while two cores are busy with other tests, in milliseconds. */
export const LONGEST_UNDER_LOAD = 500

/** Notes every text that a region of the page shows from now on, as long as it is there. */
export async function watchRegion(page: Page, label: string): Promise<void> {
  await page.evaluate((name) => {
    window.seenTexts = []
    new MutationObserver(() => {
      const region = document.querySelector(`[aria-label="${name}"]`)
      const text = region?.textContent ?? ''
      if (text !== '' && text !== window.seenTexts.at(-1)) window.seenTexts.push(text)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  }, label)
}

/** Lets the page's heart beat every 20 ms from now on, and notes the longest pause. */
export async function watchHeartbeat(page: Page): Promise<void> {
  await page.evaluate(() => {
    let last = performance.now()
    window.longestSilence = 0
    setInterval(() => {
      const now = performance.now()
      window.longestSilence = Math.max(window.longestSilence, now - last)
      last = now
    }, 20)
  })
}
