import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { inFreshBrowser, newProfile } from './pages.mjs'

const root = fileURLToPath(new URL('checks', import.meta.url))
const source = fileURLToPath(new URL('../../src', import.meta.url))

/**
 * Times of the checks of several sizes, in milliseconds, in a browser's worker on the code of the
 * application: all checks over everything, and after a correction of one cell.
 * @param {readonly { counties: number, years: [number, number] }[]} sizes
 * @returns {Promise<{ reports: number, all: number, one: number }[]>} Medians.
 */
export async function timeChecks(sizes, { browser, port, rounds }) {
  const outDir = mkdtempSync(join(tmpdir(), 'xianjian-bench-checks-'))
  const common = { configFile: false, root, logLevel: 'error' }
  await build({
    ...common,
    resolve: { alias: { '@': source } },
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'esnext', chunkSizeWarningLimit: Infinity },
  })
  const server = await preview({
    ...common,
    build: { outDir },
    preview: { port, strictPort: true },
  })
  const profile = newProfile()
  try {
    const { found } = await inFreshBrowser({ browser, profile: profile.path }, async (page) => {
      await page.goto(`http://localhost:${port}/`)
      await page.waitForFunction(() => window.timeChecks !== undefined)
      const times = []
      for (const size of sizes)
        times.push(
          await page.evaluate(([asked, count]) => window.timeChecks(asked, count), [size, rounds]),
        )
      return { found: times }
    })
    return found
  } finally {
    profile.remove()
    await server.close()
    rmSync(outDir, { recursive: true, force: true })
  }
}
