import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, exit } from 'node:process'
import { register } from 'tsx/esm/api'
import { addUnits, changeFilters, coldOpen, drawForms, importFile } from './bench/app.mjs'
import { measureBesideOthers } from './bench/besideOthers.mjs'
import { timeChecks } from './bench/checks.mjs'
import { measureDrops } from './bench/drops.mjs'
import { measureGrid } from './bench/grid.mjs'
import { barePapaParse, inFreshBrowser, newProfile, servePapaParse } from './bench/pages.mjs'
import { peakOfPages } from './bench/processes.mjs'
import { idsInUse, sizes, writeWideCsv, writeWorkbook } from './bench/sizes.mjs'
import { formatTable, median } from './bench/table.mjs'
import { findBrowser } from './find-browser.mjs'
import { buildIfStale, root } from './prepare.mjs'
import { serve } from './serve.mjs'

const port = 4181
const address = `http://localhost:${port}/`
const rounds = Number(valueOf('--rounds') ?? 5)
/** Milliseconds for which a person at least looks at what was asked for, before the browser is closed. */
const LOOK = 4_000
const names = (valueOf('--sizes') ?? (argv.includes('--xl') ? 'S,M,L,XL' : 'S,M,L')).split(',')

register()
const sample = await import('../src/data/sample.ts')
const { indicators } = await import('../src/domain/catalogue.ts')

await main()

async function main() {
  const browser = await findBrowser()
  if (browser === null) {
    console.error('No browser found: install chromium, or name one in XIANJIAN_BROWSER.')
    exit(1)
  }
  if (!(await buildIfStale()).ok) exit(1)
  const folder = mkdtempSync(join(tmpdir(), 'xianjian-bench-data-'))
  const app = await serve({ folder: join(root, 'dist'), port })
  const papa = await servePapaParse(port + 1)
  try {
    console.log(`${cpus().length} cores, ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`)
    const measured = []
    for (const name of names) measured.push(await measureSize(name, { browser, papa, folder }))
    report(measured)
    await reportChecks(browser)
    const ids = idsInUse(sample, indicators)
    const drafts = { browser, address, folder, sample, ids }
    console.log(`\n${await measureGrid(drafts, rounds)}`)
    console.log(`\n${await measureDrops(drafts, rounds)}`)
    if (argv.includes('--alone')) return
    const compared = names.filter((name) => name === 'M' || name === 'L')
    const where = { browser, address, port: port + 2, folder, sample, indicators }
    await measureBesideOthers(compared, where)
  } finally {
    papa.close()
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Several rounds of everything in turn, each in a browser of its own, as a one-off import is. */
async function measureSize(name, { browser, papa, folder }) {
  const size = sizes[name]
  const csv = join(folder, `${name}.csv`)
  const data = writeWideCsv(sample, csv, size, idsInUse(sample, indicators))
  const workbook = name === 'M' ? join(folder, `${name}.xlsx`) : null
  if (workbook !== null) writeWorkbook(csv, workbook)
  const units = sample.sampleUnits(size.counties)
  console.log(
    `${name}: ${data.reports} reports, ${data.cells} cells, ${(data.bytes / 1e6).toFixed(1)} MB`,
  )
  const found = []
  for (let round = 0; round < (name === 'XL' ? Math.min(rounds, 2) : rounds); round++) {
    const empty = newProfile()
    const own = newProfile()
    try {
      // The text of a million reports is longer than a string may be.
      const bare =
        name === 'XL'
          ? null
          : await inFreshBrowser({ browser, profile: empty.path }, (page) =>
              barePapaParse(page, papa.address, csv),
            )
      const where = { browser, profile: own.path }
      await inFreshBrowser(where, async (page) => void (await addUnits(page, address, units)))
      const imported = await inFreshBrowser(where, async (page) => {
        const times = await importFile(page, address, csv)
        // Of the import and its first chart; what is written down later is no part of them.
        const peak = peakOfPages(own.path)
        await page.waitForTimeout(LOOK)
        return { ...times, peak }
      })
      const opened = await inFreshBrowser(where, (page) => coldOpen(page, address))
      const unseen = await inFreshBrowser(where, (page) => coldOpen(page, address, 'outcomes'))
      const filtered = await inFreshBrowser(where, async (page) => {
        await coldOpen(page, address)
        return changeFilters(page, units.slice(1))
      })
      const forms = await inFreshBrowser(where, async (page) => {
        await coldOpen(page, address)
        return drawForms(page, units.slice(1))
      })
      const sheet = workbook === null ? null : await importWorkbook({ browser, units, workbook })
      found.push({ bare, imported, opened, unseen, filtered, forms, sheet })
      console.log(`  round ${round + 1}: ${summary(found.at(-1))}`)
    } finally {
      empty.remove()
      own.remove()
    }
  }
  return { name, found }
}

/** The same reports as XLSX, into a store of their own. */
async function importWorkbook({ browser, units, workbook }) {
  const profile = newProfile()
  try {
    const where = { browser, profile: profile.path }
    await inFreshBrowser(where, async (page) => void (await addUnits(page, address, units)))
    return await inFreshBrowser(where, (page) => importFile(page, address, workbook))
  } finally {
    profile.remove()
  }
}

function summary({ bare, imported, opened, filtered }) {
  const parts = [
    `Papa ${milliseconds(bare?.time ?? null)}`,
    `import ${milliseconds(imported.read + imported.commit)}`,
    `open ${milliseconds(opened.time)}`,
    `filter ${milliseconds(median(filtered.times))}`,
  ]
  return parts.join(', ')
}

/** 勾稽 by themselves, in a worker of the browser. */
async function reportChecks(browser) {
  const checked = names.filter((each) => each !== 'XL')
  const how = { browser, port: port + 3, rounds }
  const times = await timeChecks(
    checked.map((name) => sizes[name]),
    how,
  )
  const rows = times.map(({ reports, all, one }, place) => [
    checked[place],
    reports,
    milliseconds(all),
    milliseconds(one),
  ])
  const header = ['size', 'reports', 'all checks ms', 'after one corrected cell ms']
  console.log(`\n${formatTable(header, rows)}`)
}

function report(measured) {
  const header = ['size', 'what', 'median ms', 'min', 'max', '× Papa', 'longest task', 'peak MB']
  const rows = measured.flatMap(({ name, found }) => {
    const bare = found.map((round) => round.bare?.time ?? null)
    const row = (what, times, longest, peaks) => [
      name,
      what,
      milliseconds(median(times)),
      milliseconds(extreme(times, Math.min)),
      milliseconds(extreme(times, Math.max)),
      ratio(median(times), median(bare)),
      milliseconds(median(longest)),
      milliseconds(median(peaks)),
    ]
    const at = (part, key) => found.map((round) => round[part]?.[key] ?? null)
    const imports = found.map(({ imported }) => imported.read + imported.commit)
    const toChart = found.map(({ imported }) => imported.read + imported.commit + imported.chart)
    const filters = found.flatMap(({ filtered }) => filtered.times)
    const sheets = found.map(({ sheet }) => (sheet === null ? null : sheet.read + sheet.commit))
    const asSheet =
      median(sheets) === null
        ? []
        : [row('as XLSX → committed, painted', sheets, at('sheet', 'longest'), at('sheet', 'peak'))]
    return [
      row('bare Papa.parse(text)', bare, [], at('bare', 'peak')),
      row('file chosen → reviewed', at('imported', 'read'), [], []),
      row('… → committed, painted', imports, at('imported', 'longest'), at('imported', 'peak')),
      ...asSheet,
      row('… → first chart', toChart, [], []),
      row(
        'cold open → chart, last seen',
        at('opened', 'time'),
        at('opened', 'longest'),
        at('opened', 'peak'),
      ),
      row('cold open → chart, not seen', at('unseen', 'time'), at('unseen', 'longest'), []),
      row(
        '12 small charts painted',
        found.flatMap(({ forms }) => forms.multiples),
        [],
        [],
      ),
      row(
        'heat map of 110 painted',
        found.flatMap(({ forms }) => forms.heat),
        [],
        [],
      ),
      row('filter → chart', filters, at('filtered', 'longest'), at('filtered', 'peak')),
    ]
  })
  console.log(`\n${formatTable(header, rows)}`)
  for (const { name, found } of measured) reportSheet(name, found)
  console.log(
    '\nMedians of all rounds. A review confirmed at once, and the time of the person left out; 20 filter' +
      '\nchanges a round. Longest task: of the main thread, 0 where none took 50 ms. Peak: VmHWM of the' +
      "\npage's process, workers included.",
  )
}

/** How much longer a workbook takes than the same reports as CSV: at most five times is aimed at. */
function reportSheet(name, found) {
  const whole = (part) => (part === null ? null : part.read + part.commit)
  const sheet = median(found.map((round) => whole(round.sheet)))
  const csv = median(found.map((round) => whole(round.imported)))
  if (sheet !== null) console.log(`\n${name} as XLSX: ${ratio(sheet, csv)} × the time as CSV`)
}

function extreme(values, choose) {
  const numbers = values.filter((value) => value !== null)
  return numbers.length > 0 ? choose(...numbers) : null
}

function ratio(time, bare) {
  return time === null || bare === null ? '–' : (time / bare).toFixed(2)
}

function milliseconds(value) {
  return value === null ? '–' : value.toFixed(value < 10 ? 1 : 0)
}

function valueOf(option) {
  const place = argv.indexOf(option)
  return place < 0 ? undefined : argv[place + 1]
}
