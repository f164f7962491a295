import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { plainHost, port } from './address'

const root = fileURLToPath(new URL('../..', import.meta.url))
const browser =
  process.env.XIANJIAN_BROWSER ??
  execFileSync(process.execPath, ['tools/find-browser.mjs'], { cwd: root, encoding: 'utf8' }).trim()

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/pages',
  workers: 2,
  // Two cores may be busy with other tests, or slow: these are no times to be met.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${String(port)}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Another name for the same server, which the browser does not trust as it trusts localhost.
        `--host-resolver-rules=MAP ${plainHost} 127.0.0.1`,
      ],
    },
  },
  projects: [
    { name: 'short', grepInvert: /@long/ },
    { name: 'long', grep: /@long/, timeout: 300_000 },
  ],
  webServer: {
    command: `node tools/serve.mjs ${String(port)} --until-input-ends`,
    cwd: root,
    url: `http://localhost:${String(port)}/`,
    reuseExistingServer: false,
  },
})
