import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { argv, env, exit } from 'node:process'
import { findBrowser, installBrowser } from './find-browser.mjs'
import {
  buildIfStale,
  dependenciesAreStale,
  installDependencies,
  nodeTooOld,
  root,
} from './prepare.mjs'
import { run } from './run.mjs'

const minute = 60_000
const long = argv.includes('--long')
const results = join(root, 'test-results', long ? 'long' : 'short')
const counts = { passed: 0, failed: 0, skipped: 0 }
// What a step printed is printed again where it failed: as text alone.
env.NO_COLOR = '1'

await main()
if (counts.skipped > 0) console.log(`${counts.skipped} skipped`)
console.log(`${counts.passed} passed, ${counts.failed} failed`)
exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0)

/** A failed step does not stop the others, except where they could not run at all. */
async function main() {
  const tooOld = nodeTooOld()
  if (tooOld) {
    console.error(tooOld)
    counts.failed++
    return
  }
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })

  if (!(await step('install', install))) return
  const hasBrowser = await step('browser', browserToUse)
  // Lint is one long job for one core: the other one has all the rest meanwhile.
  await Promise.all([long ? null : step('lint', lint), checksAndUnitTests()])
  if (!(await step('build', buildIfStale)) || !hasBrowser) return
  await step('browser tests', browserTests, browserCounts)
}

/**
 * Runs one step, prints its time and, when it failed, its output.
 * @param {(log: string) => Promise<{ ok: boolean, timedOut?: boolean }>} action
 * @param {() => { passed: number, failed: number, skipped: number }} [count] Of a step that is many
 *   tests; any other step counts as one.
 */
async function step(name, action, count) {
  const log = join(results, `${name.replaceAll(' ', '-')}.log`)
  const started = performance.now()
  const { ok, timedOut = false } = await action(log)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const outcome = timedOut ? 'took too long' : ok ? 'passed' : 'FAILED'

  const tally = count ? readCounts(count) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  // A run that broke off, or that found nothing to run, failed even if no test of it did.
  if (count && tally.failed === 0 && (!ok || tally.passed === 0)) tally.failed = 1
  for (const key of Object.keys(counts)) counts[key] += tally[key]

  const detail = count ? ` (${tally.passed} passed, ${tally.failed} failed)` : ''
  console.log(`${name.padEnd(14)} ${outcome}${detail}  ${seconds} s`)
  if (tally.failed > 0) printLog(log)
  return ok
}

async function checksAndUnitTests() {
  if (!long) {
    await step('types', (log) => npx(['vue-tsc', '--noEmit'], 5, log))
    await step('format', (log) => npx(['prettier', '--check', '.'], 3, log))
    await step('dead code', (log) => npx(['knip'], 3, log))
  }
  await step('unit tests', unitTests, unitCounts)
}

function lint(log) {
  return npx(['eslint', '.', '--max-warnings', '0'], 10, log)
}

async function install(log) {
  return dependenciesAreStale() ? installDependencies(log) : { ok: true }
}

async function browserToUse(log) {
  // The long run takes the whole browser.
  const options = { light: !long }
  const path = (await findBrowser(options)) ?? (await installBrowser(log, options))
  if (path === null) return { ok: false }
  env.XIANJIAN_BROWSER = path
  return { ok: true }
}

function unitTests(log) {
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report('unit')}`]
  const args = ['vitest', 'run', '--project', long ? 'long' : 'unit', ...reporters]
  return npx(args, long ? 20 : 10, log)
}

async function browserTests(log) {
  env.PLAYWRIGHT_JSON_OUTPUT_FILE = report('browser')
  const which = long ? ['--project', 'long'] : ['--project', 'short']
  const args = ['playwright', 'test', '-c', 'tests/browser/playwright.config.ts', ...which]
  env.XIANJIAN_TEST_PORT ??= String(await freePort())
  // A slow machine is slow, not wrong: these are no times to be met.
  return npx([...args, '--reporter', 'list,json'], 15, log)
}

/** The port of the browser tests, or any other where another program has it. */
async function freePort(wanted = 4179) {
  const server = createServer()
  const port = await new Promise((settle) => {
    server.once('error', () => settle(null))
    server.listen(wanted, () => settle(server.address().port))
  })
  if (port === null) return freePort(0)
  await new Promise((settle) => server.close(settle))
  return port
}

function unitCounts() {
  const found = JSON.parse(readFileSync(report('unit'), 'utf8'))
  const unread = found.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests + unread.length,
    skipped: found.numPendingTests + found.numTodoTests,
  }
}

function browserCounts() {
  const { stats, errors } = JSON.parse(readFileSync(report('browser'), 'utf8'))
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

function readCounts(count) {
  try {
    return count()
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function report(name) {
  return join(results, `${name}.json`)
}

function npx(args, minutes, log) {
  return run('npx', ['--no-install', ...args], { cwd: root, limit: minutes * minute, log })
}

function printLog(path) {
  try {
    const text = readFileSync(path, 'utf8')
    console.log(text.length > 20_000 ? `…${text.slice(-20_000)}` : text)
  } catch {
    // The step ended before it wrote anything.
  }
}
