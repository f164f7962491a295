import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { argv, exit } from 'node:process'
import { register } from 'tsx/esm/api'
import { dropDocuments } from './bench/documents.mjs'
import { formatTable, median } from './bench/table.mjs'
import { findBrowser } from './find-browser.mjs'
import { buildIfStale, root } from './prepare.mjs'
import { serve } from './serve.mjs'

/**
 * How long published reports take to be read, each kind by its reader and the one recogniser, in Node;
 * and how a hundred of them in one drop fare in a browser.
 */
const rounds = Number(argv[2] ?? 5)
const DROPS = 3
const PORT = 4186

register()
const { generateSample } = await import('../src/data/sample.ts')
const { intakeFiles } = await import('../src/intake/intakeFile.ts')
const { mixedDocuments } = await import('../tests/documents/mixedDocuments.ts')
const { printForm } = await import('../tests/documents/formTables.ts')
const { houseStyles, pieces, renderDocument } = await import('../tests/documents/houseStyles.ts')
const { renderDocx } = await import('../tests/documents/renderDocx.ts')
const { runningText } = await import('../tests/documents/runningText.ts')

const { reports, units } = generateSample({ counties: 20, years: [2022, 2022] }, 11)
const kinds = await documentsByKind()

console.log(`${cpus().length} cores, ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`)
// The first of each kind loads its library.
for (const { files } of kinds) await timeOf(files[0])
const rows = []
for (const { name, files } of kinds) {
  const times = []
  for (let round = 0; round < rounds; round++)
    for (const file of files) times.push(await timeOf(file))
  rows.push([
    name,
    times.length,
    ...[median(times), Math.min(...times), Math.max(...times)].map((time) => time.toFixed(0)),
  ])
}
console.log(formatTable(['kind', 'documents', 'median ms', 'min', 'max'], rows))
await reportDrop(100)

async function reportDrop(count) {
  const browser = await findBrowser()
  if (browser === null) {
    console.error('No browser found: install chromium, or name one in XIANJIAN_BROWSER.')
    exit(1)
  }
  if (!(await buildIfStale()).ok) exit(1)
  const app = await serve({ folder: join(root, 'dist'), port: PORT })
  try {
    const address = `http://localhost:${PORT}/`
    const found = []
    for (let round = 0; round < DROPS; round++) {
      found.push(await dropDocuments(browser, address, await mixedDocuments(count)))
    }
    const header = ['one drop', 'reviewed ms', 'longest task', '… side by side', 'peak MB']
    const medians = ['read', 'reading', 'beside', 'peak'].map((key) =>
      (median(found.map((each) => each[key])) ?? NaN).toFixed(0),
    )
    console.log(`\n${formatTable(header, [[`${count} documents, in a browser`, ...medians]])}`)
  } finally {
    await app.close()
  }
}

async function documentsByKind() {
  const titled = reports.map((report) => ({
    report,
    form: printForm(report, report.edition),
    text: runningText(report),
    title: `${report.unit.name}人民政府${report.year}年政府信息公开工作年度报告`,
  }))
  const texts = houseStyles.map((style) => {
    const extension = style.startsWith('html') ? 'html' : 'txt'
    return {
      name: style,
      files: titled.map(
        ({ form, text, title }, at) =>
          new File([renderDocument(form, style, title, text)], `${at}.${extension}`),
      ),
    }
  })
  const word = await Promise.all(
    titled.map(
      async ({ form, text, title }, at) =>
        new File([await renderDocx(pieces(form, title, text))], `${at}.docx`),
    ),
  )
  const pdf = new File([readFileSync('fixtures/documents/old-form.pdf')], 'old-form.pdf')
  return [...texts, { name: 'docx', files: word }, { name: 'pdf', files: [pdf, pdf, pdf, pdf] }]
}

async function timeOf(file) {
  const started = performance.now()
  await intakeFiles([file], { ownUnits: units, within: null }, () => Promise.resolve())
  return performance.now() - started
}
