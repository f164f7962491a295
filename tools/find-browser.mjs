import { accessSync, constants, existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { argv, env, getuid, platform } from 'node:process'
import { fileURLToPath } from 'node:url'
import { root } from './prepare.mjs'
import { run } from './run.mjs'

const minute = 60_000

/** Debian's Chromium without its windows and menus: the same engine, in two thirds of the time. */
const lightBrowser = '/usr/bin/chromium-headless-shell'

/**
 * Path of a Chromium-based browser on this machine, or null. `XIANJIAN_BROWSER` names one by hand.
 * @param {{ light?: boolean }} [options] `light`: one without a user interface will do, and is best.
 */
export async function findBrowser({ light = false } = {}) {
  const named = [env.XIANJIAN_BROWSER, env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH, env.CHROME_PATH]
  const usual = light ? [lightBrowser, ...usualPlaces()] : usualPlaces()
  const found = [...named, ...usual].find((path) => path !== undefined && canRun(path))
  return found ?? (await playwrightsOwn())
}

/**
 * Installs a browser: Debian's where apt may be used (with a Chinese font), else Playwright's own.
 * @param {string} log
 * @param {{ light?: boolean }} [options] As of `findBrowser`.
 * @returns {Promise<string | null>} Its path.
 */
export async function installBrowser(log, options = {}) {
  if (existsSync('/usr/bin/apt-get') && getuid?.() === 0) {
    const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' }
    const how = { cwd: root, limit: 8 * minute, log, env: quiet }
    const install = ['install', '-y', '--no-install-recommends']
    await run('apt-get', ['update'], how)
    await run('apt-get', [...install, 'chromium', 'fonts-noto-cjk'], how)
    // Not every release has it.
    await run('apt-get', [...install, 'chromium-headless-shell'], how)
  } else {
    const args = ['--no-install', 'playwright', 'install', 'chromium']
    await run('npx', args, { cwd: root, limit: 8 * minute, log })
  }
  return findBrowser(options)
}

function usualPlaces() {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return apps.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return folders.flatMap((folder) => (folder ? programs.map((name) => join(folder, name)) : []))
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
  ]
  const folders = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin']
  return folders.flatMap((folder) => names.map((name) => join(folder, name)))
}

/** Null while Playwright is not installed, or has no browser. */
async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test')
    const path = chromium.executablePath()
    return canRun(path) ? path : null
  } catch {
    return null
  }
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

if (argv[1] !== undefined && realpathSync(argv[1]) === fileURLToPath(import.meta.url)) {
  const path = await findBrowser()
  if (path === null) {
    console.error('No browser found. Install chromium, or name one in XIANJIAN_BROWSER.')
    process.exitCode = 1
  } else console.log(path)
}
