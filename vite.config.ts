import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import contentSecurityPolicy from './tools/content-security-policy.json' with { type: 'json' }

export default defineConfig({
  base: './',
  plugins: [vue(), policyInPage(), appAhead(), characterMaps()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  worker: { format: 'es' },
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 1200 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Machines that run other things at the same time are slow, not wrong.
          testTimeout: 30_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/long/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts', ...propertyTests()],
          setupFiles: 'tests/long/manyRuns.ts',
          testTimeout: 600_000,
        },
      },
    ],
  },
})

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
        const styles = [...(app.viteMetadata?.importedCss ?? [])]
        return [
          ...[app.fileName, ...app.imports].map((name) => preload('modulepreload', name)),
          ...styles.map((name) => preload('stylesheet', name)),
        ]
      },
    },
  }
}

function preload(rel: string, name: string) {
  return {
    tag: 'link',
    attrs: { rel, crossorigin: true, href: `./${name}` },
    injectTo: 'head' as const,
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
