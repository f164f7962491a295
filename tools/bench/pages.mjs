import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { peakOfPages } from './processes.mjs'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser that was just started still loads parts of its own window, a second of a core. */
const BROWSER_START = 3_000

/**
 * Runs `measure` on a page of a freshly started browser with this profile.
 * @template T
 * @param {{ browser: string, profile: string }} where
 * @param {(page: import('@playwright/test').Page) => Promise<T>} measure
 * @returns {Promise<T & { peak: number | null }>} With the peak memory of the page's process, in MB, unless it tells one.
 */
export async function inFreshBrowser({ browser, profile }, measure) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    args,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
  })
  try {
    await context.addInitScript(watchPage)
    const page = await context.newPage()
    page.setDefaultTimeout(300_000)
    await page.waitForTimeout(BROWSER_START)
    const found = await measure(page)
    return { peak: peakOfPages(profile), ...found }
  } finally {
    await context.close()
  }
}

/** An empty profile, and how to be rid of it. */
export function newProfile() {
  const path = mkdtempSync(join(tmpdir(), 'xianjian-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Serves an empty page with PapaParse and nothing else, and no policy that could slow it. */
export async function servePapaParse(port) {
  const script = readFileSync(
    new URL('../../node_modules/papaparse/papaparse.min.js', import.meta.url),
  )
  const page =
    '<!doctype html><meta charset="utf-8"><input type="file"><script src="papaparse.js"></script>'
  const server = createServer((request, response) => {
    const isScript = request.url === '/papaparse.js'
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(isScript ? script : page)
  })
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

/** Bare `Papa.parse(text)` on the main thread; reading the file and its text is not counted. */
export async function barePapaParse(page, address, csv) {
  await page.goto(address)
  await page.locator('input').setInputFiles(csv)
  return page.evaluate(async () => {
    const text = await document.querySelector('input').files[0].text()
    const started = performance.now()
    const { data } = window.Papa.parse(text)
    return { time: performance.now() - started, rows: data.length }
  })
}

/**
 * Runs in every page before its own scripts. `window.bench` notes when a file was chosen, how long the
 * longest task of the main thread took, and waits for what a person would wait for.
 */
function watchPage() {
  const bench = { chosenAt: 0, longest: 0 }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longest = Math.max(bench.longest, duration)
  }).observe({ type: 'longtask', buffered: true })
  addEventListener('change', () => (bench.chosenAt = performance.now()), { capture: true })

  /** Resolves to the time at which what the test asks for was there and painted. */
  bench.until = (test) =>
    new Promise((resolve) => {
      const look = () => {
        if (!test()) return requestAnimationFrame(look)
        // The first task after this frame begins when the frame has been handed to the screen.
        setTimeout(() => resolve(performance.now()))
      }
      look()
    })
  /** Resolves to the time of the frame that shows all charts, when more than `before` were shown. */
  bench.painted = async (before) => {
    await bench.until(() => bench.paints() > before)
    return performance.getEntriesByName('chart-painted').at(-1).startTime
  }
  bench.paints = () => performance.getEntriesByName('chart-painted').length
  window.bench = bench
}
