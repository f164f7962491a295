import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { fileURLToPath } from 'node:url'
import policy from '../../tools/content-security-policy.json' with { type: 'json' }
import { port } from './address'
import { expect, test } from './guarded'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('every response carries the policy and the protecting headers', async ({ request }) => {
  const asset = /src="\.\/(assets\/[^"]+\.js)"/.exec(
    readFileSync(`${root}/dist/index.html`, 'utf8'),
  )
  for (const path of ['/', `/${asset?.[1] ?? ''}`, '/no-such-file']) {
    const response = await request.get(path)
    const headers = response.headers()

    expect(headers['content-security-policy']?.split('; ')).toEqual(directives())
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  }
})

test('the page carries the same policy for servers that send none', () => {
  const page = readFileSync(`${root}/dist/index.html`, 'utf8')
  const content = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]

  // A policy in a page cannot say who may frame it.
  const expected = directives().filter((directive) => !directive.startsWith('frame-ancestors'))
  expect(content?.replaceAll('&#39;', "'").split('; ')).toEqual(expected)
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
})

test('nothing outside the built folder is served', async () => {
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets',
  ]) {
    expect(await statusOf(path)).toBe(404)
  }
})

test('a taken port is told in words, with a way out, and no other port is used', () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['tools/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
    encoding: 'utf8',
    timeout: 20_000,
  })

  expect(status).toBe(1)
  expect(stderr).toContain(`端口 ${String(port)} 已被别的程序占用`)
  expect(stderr).toContain(`PORT=${String(port + 1)} npm start`)
  expect(stdout).not.toContain('http://')
})

function directives(): string[] {
  return Object.entries(policy).map(([directive, sources]) => `${directive} ${sources}`)
}

/** Asks for exactly this path; `fetch` would tidy it up first. */
function statusOf(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })
}
