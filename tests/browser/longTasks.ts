import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Milliseconds of the tasks that held up the page. */
    longTasks: number[]
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

/** Tells of the tasks since the last time. Two cores may be busy with other tests, so nothing is asserted. */
export async function tellTasks(page: Page, when: string): Promise<void> {
  const tasks = await page.evaluate(() => window.longTasks.splice(0))
  const longest = Math.round(Math.max(0, ...tasks))
  // eslint-disable-next-line no-console -- a measurement for whoever runs the test
  console.log(`${when}: ${tasks.length} tasks over 50 ms, the longest ${longest} ms`)
}
