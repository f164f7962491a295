import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addUnits } from './app.mjs'
import { inFreshBrowser, newProfile } from './pages.mjs'
import { writeWideCsv } from './sizes.mjs'
import { formatTable, median } from './table.mjs'

const FILES = 500
/** As many reports as 500 files and a few more. */
const many = { counties: 28, years: [2008, 2025] }
/** A CSV of about 100 MB. */
const huge = { counties: 11_000, years: [2008, 2025] }

/** The largest drops that are allowed for, each round in a browser of its own; a table of medians. */
export async function measureDrops(where, rounds) {
  const drops = [
    { name: `${FILES} files of one report`, ...writeMany(where) },
    { name: 'one CSV', ...writeHuge(where) },
  ]
  const rows = []
  for (const { name, bytes, paths, units } of drops) {
    const found = []
    for (let round = 0; round < rounds; round++) found.push(await drop(where, paths, units))
    const of = (key) => median(found.map((each) => each[key])).toFixed(0)
    rows.push([
      name,
      (bytes / 1e6).toFixed(1),
      ...['reviewed', 'longest', 'still', 'peak'].map((key) => of(key)),
    ])
  }
  const header = ['one drop', 'MB', 'reviewed ms', 'longest task', 'page still for', 'peak MB']
  return formatTable(header, rows)
}

function writeMany({ folder, sample, ids }) {
  const csv = join(folder, 'many.csv')
  const { bytes } = writeWideCsv(sample, csv, many, ids)
  const [head, ...lines] = readFileSync(csv, 'utf8').trimEnd().split('\n')
  const own = join(folder, 'many')
  mkdirSync(own, { recursive: true })
  const paths = lines.slice(0, FILES).map((line, at) => {
    const path = join(own, `${at + 1}.csv`)
    writeFileSync(path, `${head}\n${line}\n`)
    return path
  })
  return { bytes, paths, units: sample.sampleUnits(many.counties) }
}

function writeHuge({ folder, sample, ids }) {
  const csv = join(folder, 'huge.csv')
  const { bytes } = writeWideCsv(sample, csv, huge, ids)
  return { bytes, paths: [csv], units: sample.sampleUnits(huge.counties) }
}

/**
 * @returns Milliseconds from choosing the files to the review; of the longest task of the main thread
 *   (0: none took 50 ms) and of the longest time without a frame; the peak memory in MB.
 */
async function drop({ browser, address }, paths, units) {
  const profile = newProfile()
  try {
    const where = { browser, profile: profile.path }
    await inFreshBrowser(where, async (page) => void (await addUnits(page, address, units)))
    return await inFreshBrowser(where, async (page) => {
      await page.goto(`${address}#/import`)
      const input = page.getByLabel('选择要导入的文件', { exact: true })
      await input.waitFor({ state: 'attached' })
      // The workers start ahead of the first file.
      await page.waitForTimeout(2_000)
      await page.evaluate(watchFrames)
      await input.setInputFiles(paths)
      return page.evaluate(async () => {
        const { bench } = window
        const isThere = () => document.querySelector('section[aria-label="审阅"]') !== null
        const reviewed = (await bench.until(isThere)) - bench.chosenAt
        // What is drawn afterwards belongs to it, and entries of long tasks come after the task.
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        const own = bench.tasks.filter(({ startTime }) => startTime >= bench.chosenAt)
        const longest = Math.max(0, ...own.map(({ duration }) => duration))
        return { reviewed, longest, still: bench.still }
      })
    })
  } finally {
    profile.remove()
  }
}

/**
 * Runs in the page: from now on its long tasks and the longest time between two frames are noted. What
 * comes before the files were chosen is the test handing them over.
 */
function watchFrames() {
  const { bench } = window
  bench.tasks = []
  bench.still = 0
  new PerformanceObserver((list) => bench.tasks.push(...list.getEntries())).observe({
    type: 'longtask',
  })
  let last = performance.now()
  const look = () => {
    const now = performance.now()
    if (bench.chosenAt > 0)
      bench.still = Math.max(bench.still, now - Math.max(last, bench.chosenAt))
    last = now
    requestAnimationFrame(look)
  }
  look()
}
