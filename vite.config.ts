import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import contentSecurityPolicy from './tools/content-security-policy.json' with { type: 'json' }

const startModules =
  /vite\/preload-helper|src\/(?:stores\/(?:engineWorker|keptReplies|sentinelNote)|engine\/(?:keptOpening|keptCalls|packedReply|program)|storage\/(?:keptReader|names)|data\/(?:wordHash|arrayRoom)|ui\/trustedTypes)\./

/** What several pages share lies in few files; what one page alone needs stays with that page. */
const sharedChunks = [
  // The page's own script waits for this and for nothing else.
  {
    name: 'start',
    test: startModules,
    priority: 1,
  },
  { name: 'charts', test: /node_modules\/(?:echarts|zrender)\//, minShareCount: 3 },
  { name: 'base', test: /node_modules\//, minShareCount: 16 },
  { name: 'shared', test: /\/src\//, minShareCount: 6 },
]

export default defineConfig({
  base: './',
  plugins: [vue(), policyInPage(), appAhead(), characterMaps()],
  resolve: {
    alias: [
      { find: '@', replacement: fileURLToPath(new URL('./src', import.meta.url)) },
      // The package's own entry is a build for browsers of long ago, twice as large.
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' },
    ],
  },
  define: { PROGRAM_HASH: JSON.stringify(hashOfProgram()) },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    // Every file that the first page waits for costs more than its bytes: few, larger ones.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: sharedChunks } } },
  },
  test: {
    // Otherwise one core of two is left idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // The code under test keeps nothing between calls: it is loaded once, not once a file.
          pool: 'threads',
          isolate: false,
          // Machines that run other things at the same time are slow, not wrong.
          testTimeout: 60_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/long/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts', ...propertyTests()],
          globalSetup: 'tests/long/installOffice.ts',
          setupFiles: 'tests/long/manyRuns.ts',
          testTimeout: 600_000,
        },
      },
    ],
  },
})

/** What the program is made of: two builds of the same have the same hash. */
function hashOfProgram(): string {
  const hash = createHash('sha256')
  const sources = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
  for (const path of ['package-lock.json', 'vite.config.ts', ...sources.toSorted()])
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex').slice(0, 16)
}

/** The tests that state properties: the long run tries these far more often. */
function propertyTests(): string[] {
  return readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .map((path) => `tests/${path}`)
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => readFileSync(path, 'utf8').includes("from 'fast-check'"))
}

/**
 * Puts the policy into the built page, for servers that send none. `frame-ancestors` works only as a
 * header. Vite's own scripts would break it while developing.
 */
function policyInPage(): Plugin {
  const content = Object.entries(contentSecurityPolicy)
    .filter(([directive]) => directive !== 'frame-ancestors')
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
  return {
    name: 'policy-in-page',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/**
 * The page's own script only starts the worker and then asks for the application: what that needs is
 * named in the page, so that it comes at the same time and not afterwards.
 */
function appAhead(): Plugin {
  return {
    name: 'app-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const app = chunks.find(({ facadeModuleId }) =>
          facadeModuleId?.endsWith('/src/startApp.ts'),
        )
        if (!app) throw new Error('The application is no chunk of its own')
        return [app.fileName, ...app.imports].map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
          injectTo: 'head' as const,
        }))
      },
    },
  }
}

/**
 * Lays the character maps of Chinese PDFs beside the program: old files name them instead of carrying
 * them. Read by `src/intake/readers/pdf/characterMaps.ts`.
 */
function characterMaps(): Plugin {
  const folder = 'node_modules/pdfjs-dist/cmaps'
  const names = readdirSync(folder).filter((name) => /^(?:Adobe-GB1|GB|UniGB).*\.bcmap$/.test(name))
  return {
    name: 'character-maps',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const name = /\/cmaps\/([^/?]+)$/.exec(request.url ?? '')?.[1]
        if (name === undefined || !names.includes(name)) next()
        else response.end(readFileSync(`${folder}/${name}`))
      })
    },
    generateBundle() {
      for (const name of names) {
        const source = readFileSync(`${folder}/${name}`)
        this.emitFile({ type: 'asset', fileName: `cmaps/${name}`, source })
      }
    },
  }
}
