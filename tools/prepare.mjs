import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const minute = 60_000
const oldestNode = [20, 19]

/** Says in words why this Node cannot run the project, or null. */
export function nodeTooOld() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return null
  return `需要 Node ${oldestNode.join('.')} 或更新版本，现为 ${process.versions.node}。(Node ${oldestNode.join('.')} or newer is needed.)`
}

/** True when what is installed is not what `package-lock.json` asks for. */
export function dependenciesAreStale() {
  const installedList = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedList)) return true
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(installedList)
  return Object.entries(wanted).some(([path, entry]) => {
    // Builds for other machines are optional, and npm leaves them out.
    if (path === '' || entry.optional || entry.devOptional || entry.peer) return false
    return installed[path]?.version !== entry.version
  })
}

/** Installs exactly what `package-lock.json` says. */
export function installDependencies(log) {
  return run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, limit: 10 * minute, log })
}

/** Builds `dist`, unless it was built from the very same files. */
export async function buildIfStale(log) {
  const stamp = join(root, 'node_modules', '.cache', 'xianjian', 'built-from')
  const inputs = hashOfInputs()
  const built = existsSync(join(root, 'dist', 'index.html')) && existsSync(stamp)
  if (built && readFileSync(stamp, 'utf8') === inputs) return { ok: true, timedOut: false }

  const result = await run('npx', ['--no-install', 'vite', 'build'], {
    cwd: root,
    limit: 5 * minute,
    log,
  })
  if (result.ok) {
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, inputs)
  }
  return result
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

function hashOfInputs() {
  const single = [
    'index.html',
    'package-lock.json',
    'tsconfig.json',
    'vite.config.ts',
    'tools/content-security-policy.json',
  ]
  const hash = createHash('sha256')
  for (const path of [...single, ...filesBelow('public'), ...filesBelow('src')].toSorted()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(folder) {
  const at = join(root, folder)
  if (!existsSync(at)) return []
  return readdirSync(at, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
}
