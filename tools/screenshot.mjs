import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { exit } from 'node:process'
import { chromium } from '@playwright/test'
import { findBrowser } from './find-browser.mjs'
import { buildIfStale, root } from './prepare.mjs'
import { serve } from './serve.mjs'

// Takes the picture in the README from the built page with the fictional sample.
const port = 4185
const view = '/view/outcomes?mode=year&year=2025'

const browserPath = await findBrowser()
if (browserPath === null || !(await buildIfStale()).ok) exit(1)
mkdirSync(join(root, 'docs'), { recursive: true })
const server = await serve({ folder: join(root, 'dist'), port })
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
  })
  await page.goto(`http://localhost:${port}/`)
  await page.getByRole('button', { name: '虚构示例市' }).click()
  await page.getByText('示例数据').first().waitFor()
  await page.goto('about:blank')
  await page.goto(`http://localhost:${port}/#${view}`)
  await page.waitForFunction(() => performance.getEntriesByName('chart-painted').length > 0)
  await page.waitForTimeout(1_000)
  await page.screenshot({ path: join(root, 'docs', 'screenshot.png') })
} finally {
  await browser.close()
  await server.close()
}
