import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { run } from '../run.mjs'

const folder = fileURLToPath(new URL('peers', import.meta.url))
const minute = 60_000

/**
 * Other engines and a viewer on a server of their own, without a policy that could slow them; null, with
 * a word, where they cannot be installed. They are no part of the project: only a benchmark needs them.
 */
export async function servePeers(port) {
  if (!(await installed())) {
    console.log('The other engines could not be installed; they are left out.')
    return null
  }
  const built = mkdtempSync(join(tmpdir(), 'xianjian-bench-peers-'))
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'esnext',
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: {
        input: ['duckdb', 'arquero', 'perspective'].map((name) => join(folder, `${name}.html`)),
      },
    },
  })
  const server = await preview({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: { outDir: built },
    preview: { port, strictPort: true },
  })
  return {
    address: (name) => `http://localhost:${port}/${name}.html`,
    close: async () => {
      await server.close()
      rmSync(built, { recursive: true, force: true })
    },
  }
}

async function installed() {
  const list = join(folder, 'node_modules', '.package-lock.json')
  if (existsSync(list)) return true
  const { ok } = await run('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    limit: 5 * minute,
    log: join(tmpdir(), 'xianjian-bench-peers.log'),
  })
  return ok
}

/** Opens a peer's page and hands it the file. */
export async function openPeer(page, address, csv) {
  await page.goto(address)
  await page.waitForFunction(() => window.peer !== undefined)
  await page.locator('input').setInputFiles(csv)
  await page.evaluate(() => window.peer.open(document.querySelector('input').files[0]))
}

/** Median milliseconds of a question, after two that are not counted. */
export function timeQuestion(page, question, rounds) {
  return page.evaluate(
    async ([asked, count]) => {
      const times = []
      for (let round = -2; round < count; round++) {
        const started = performance.now()
        await window.peer.ask(asked)
        if (round >= 0) times.push(performance.now() - started)
      }
      return times.toSorted((one, other) => one - other)[times.length >> 1]
    },
    [question, rounds],
  )
}

/** File chosen → pivot painted, in milliseconds. */
export async function showInViewer(page, address, csv, item) {
  await openPeer(page, address, csv)
  return page.evaluate(async (shown) => {
    const started = performance.now()
    await window.peer.show(document.querySelector('input').files[0], shown)
    return performance.now() - started
  }, item)
}
