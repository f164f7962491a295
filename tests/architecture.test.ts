import { readdirSync } from 'node:fs'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { expect, test } from 'vitest'

/** Which folders of src each folder may import. It may always import itself. */
const mayImport = {
  domain: [],
  data: ['domain'],
  intake: ['data', 'domain'],
  analysis: ['data', 'domain'],
  storage: ['data', 'domain'],
  wording: ['analysis', 'intake', 'data', 'domain'],
  charts: ['wording', 'analysis', 'data', 'domain'],
  exports: ['wording', 'analysis', 'intake', 'data', 'domain'],
  engine: ['exports', 'storage', 'analysis', 'intake', 'data', 'domain'],
  stores: ['engine', 'exports', 'wording', 'analysis', 'intake', 'data', 'domain'],
  ui: ['wording', 'analysis', 'data', 'domain'],
  views: [
    'stores',
    'ui',
    'charts',
    'exports',
    'wording',
    'analysis',
    'engine',
    'intake',
    'data',
    'domain',
  ],
  stage: ['stores', 'ui', 'charts', 'wording', 'analysis', 'engine', 'intake', 'data', 'domain'],
  cli: ['exports', 'wording', 'analysis', 'intake', 'data', 'domain'],
}

/** The only folders that may import each library at run time. Types are free. */
const mayUse = {
  vue: ['stores', 'ui', 'views', 'stage'],
  pinia: ['stores'],
  dexie: ['storage'],
  papaparse: ['intake'],
  parse5: ['intake'],
  mammoth: ['intake'],
  'pdfjs-dist': ['intake'],
  'postal-mime': ['intake'],
  docx: ['exports'],
  'write-excel-file': ['exports'],
  echarts: ['ui'],
  comlink: ['engine', 'stores'],
}

test('imports point one way, and each library stays in its folder', async () => {
  const { output } = await cruise(['src'], {
    ruleSet: { forbidden: [...folderRules(), ...libraryRules(), noCycles()] },
    validate: true,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  })
  expect(violations(output)).toEqual([])
}, 60_000)

test('every folder of src is in the table', () => {
  const entries = readdirSync('src', { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)

  expect(folders.toSorted()).toEqual(Object.keys(mayImport).toSorted())
})

function folderRules(): IForbiddenRuleType[] {
  return Object.entries(mayImport).map(([folder, allowed]) => ({
    name: `${folder} may import only ${allowed.join(', ') || 'itself'}`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: '^src/', pathNot: [folder, ...allowed].map((name) => `^src/${name}/`) },
  }))
}

function libraryRules(): IForbiddenRuleType[] {
  return Object.entries(mayUse).map(([library, folders]) => ({
    name: `${library} belongs to ${folders.join(', ')}`,
    severity: 'error',
    from: { path: '^src/[^/]+/', pathNot: folders.map((name) => `^src/${name}/`) },
    to: { path: `node_modules/${library}/`, dependencyTypesNot: ['type-only'] },
  }))
}

function noCycles(): IForbiddenRuleType {
  return {
    name: 'no cycles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  }
}

function violations(output: string | ICruiseResult): string[] {
  if (typeof output === 'string') throw new Error(output)
  return output.summary.violations.map(({ rule, from, to }) => `${from} → ${to}: ${rule.name}`)
}
