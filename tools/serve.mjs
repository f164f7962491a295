import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { argv, exit, stdin } from 'node:process'
import { fileURLToPath } from 'node:url'
import { root } from './prepare.mjs'

const policy = Object.entries(
  JSON.parse(readFileSync(new URL('content-security-policy.json', import.meta.url), 'utf8')),
)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ')

/** Sent with every response, errors included. Other servers should send the same (README). */
const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/** Browsers complain of it on addresses that they do not trust, such as plain http on an intranet. */
const onTrusted = { 'Cross-Origin-Opener-Policy': 'same-origin' }

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * Serves a folder on one port of this machine, by default to this machine alone.
 * @param {{ folder: string, port: number, hosts?: readonly string[] }} options
 * @returns {Promise<{ close: () => Promise<void> }>} Rejects with `EADDRINUSE` when the port is taken.
 */
export async function serve({ folder, port, hosts = ['127.0.0.1', '::1'] }) {
  const base = realpathSync(folder)
  const servers = []
  for (const host of hosts) {
    const server = createServer((request, response) => {
      answer(base, request, response)
    })
    try {
      await listen(server, port, host)
      servers.push(server)
    } catch (error) {
      // A machine without IPv6 has no ::1; everything else is the caller's to explain.
      if (servers.length > 0 && error.code !== 'EADDRINUSE') continue
      await Promise.all(servers.map(close))
      throw error
    }
  }
  return { close: () => Promise.all(servers.map(close)).then(() => undefined) }
}

function answer(base, request, response) {
  const trusted = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(request.headers.host ?? '')
  const every = trusted ? { ...headers, ...onTrusted } : headers
  for (const [name, value] of Object.entries(every)) response.setHeader(name, value)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'Only GET and HEAD.')
  }
  const found = locate(base, request.url ?? '/')
  if (!found) return refuse(response, 404, 'Not found.')

  // Built files carry their hash in the name and never change; the page that names them does.
  const fixed = found.path.startsWith(join(base, 'assets') + sep)
  response.writeHead(200, {
    'Content-Type': types[extname(found.path).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': fixed ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  if (request.method === 'HEAD') return response.end()
  createReadStream(found.path)
    .on('error', () => response.destroy())
    .pipe(response)
}

/** The file that a URL means, if it is one and lies below the folder. */
function locate(base, url) {
  try {
    const { pathname } = new URL(url, 'http://localhost')
    const wanted = decodeURIComponent(pathname)
    const path = realpathSync(
      resolve(base, `.${wanted.endsWith('/') ? `${wanted}index.html` : wanted}`),
    )
    const { size, isFile } = withKind(path)
    return path.startsWith(base + sep) && isFile ? { path, size } : null
  } catch {
    return null
  }
}

function withKind(path) {
  const stats = statSync(path)
  return { size: stats.size, isFile: stats.isFile() }
}

function refuse(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(text)
}

function listen(server, port, host) {
  return new Promise((settle, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      settle()
    })
  })
}

function close(server) {
  return new Promise((settle) => {
    server.close(settle)
    server.closeAllConnections()
  })
}

if (argv[1] !== undefined && realpathSync(argv[1]) === fileURLToPath(import.meta.url)) {
  const port = Number(argv[2] ?? 4173)
  await serve({ folder: join(root, 'dist'), port })
  console.log(`http://localhost:${port}`)
  // So that a test run that was killed leaves no server behind.
  if (argv.includes('--until-input-ends')) stdin.resume().once('close', () => exit())
}
