import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { BrowserContext } from '@playwright/test'
import { expect, test } from './guarded'
import { importFiles, open, realCity, realCounties } from './pages'

/** What the first page may load, compressed, workers and all, in bytes. */
const MOST = 350_000

/** Code that is fetched only when it is used, by words that the library brings with it. */
const libraries: Readonly<Record<string, RegExp>> = {
  charts: /zrender|registerPostInit/,
  excel: /SheetJS|xl\/worksheets/,
  pdf: /pdfjs|GlobalWorkerOptions/,
  word: /mammoth|w:numbering/,
}

/** The files of the application that the pages and workers of a context fetch from now on. */
function fetchedBy(context: BrowserContext): ReadonlySet<string> {
  const paths = new Set<string>()
  context.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url())
    if (protocol === 'http:') paths.add(pathname === '/' ? '/index.html' : pathname)
  })
  return paths
}

function contentOf(path: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`../../dist${path}`, import.meta.url)))
}

function compressed(paths: ReadonlySet<string>): number {
  return [...paths].reduce((sum, path) => sum + gzipSync(contentOf(path)).length, 0)
}

function librariesIn(paths: ReadonlySet<string>): readonly string[] {
  const texts = [...paths]
    .filter((path) => path.endsWith('.js'))
    .map((path) => String(contentOf(path)))
  return Object.entries(libraries).flatMap(([name, words]) =>
    texts.some((text) => words.test(text)) ? [name] : [],
  )
}

test('the first page loads less than 350 kB, and no charts, Excel, PDF or Word', async ({
  page,
  context,
}) => {
  const paths = fetchedBy(context)
  await page.goto('/')
  await expect(page.locator('main h1')).toBeVisible()
  await page.waitForLoadState('networkidle')

  expect([...paths].some((path) => /engine\.worker/.test(path))).toBe(true)
  expect(librariesIn(paths)).toEqual([])
  expect([...paths].some((path) => /intake\.worker/.test(path))).toBe(false)
  const size = compressed(paths)
  test.info().annotations.push({ type: 'first load', description: `${size} bytes` })
  expect(size).toBeLessThan(MOST)

  // What reads files is on its way before a file is chosen.
  await page.getByRole('button', { name: '选择文件…' }).hover()
  await expect.poll(() => [...paths].some((path) => /intake\.worker/.test(path))).toBe(true)
})

test('who comes back loads less than 350 kB before the overview, and charts where they are shown', async ({
  page,
  context,
}) => {
  await importFiles(page, [realCounties, realCity])
  const paths = fetchedBy(context)
  await open(page, '/overview')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByRole('grid').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(librariesIn(paths)).toEqual([])
  expect(compressed(paths)).toBeLessThan(MOST)

  await open(page, '/view/fees')
  await expect(page.locator('main canvas').first()).toBeVisible()
  expect(librariesIn(paths)).toEqual(['charts'])
})

test('no page fetches the list of divisions, which its engine has', async ({ page }) => {
  await importFiles(page, [realCounties, realCity])
  for (const route of ['/health?units=all', '/chain?units=all']) {
    await open(page, route)
    await expect(page.getByRole('grid').first()).toBeVisible()
    // What workers fetch is not among the entries of the page.
    const paths = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    )
    const scripts = paths.filter((path) => path.startsWith('/assets/') && path.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((path) => String(contentOf(path)).includes('阿巴嘎旗'))).toEqual([])
  }
})
