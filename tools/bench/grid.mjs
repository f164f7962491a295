import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addUnits } from './app.mjs'
import { inFreshBrowser, newProfile } from './pages.mjs'
import { writeWideCsv } from './sizes.mjs'
import { formatTable, median } from './table.mjs'

/** As many reports as a province hands in over eight years, with all figures. */
const size = { counties: 625, years: [2018, 2025] }
/** One report in so many has a figure that is no number. */
const faultEvery = 40

/** The draft's grid, each round in a browser of its own; a table of the longest tasks. */
export async function measureGrid({ browser, address, folder, sample, ids }, rounds) {
  const csv = join(folder, 'draft.csv')
  const { reports, units } = writeDraft(sample, csv, ids)
  const found = []
  for (let round = 0; round < rounds; round++) {
    const profile = newProfile()
    try {
      const where = { browser, profile: profile.path }
      await inFreshBrowser(where, async (page) => void (await addUnits(page, address, units)))
      found.push((await inFreshBrowser(where, (page) => useGrid(page, address, csv))).longest)
    } finally {
      profile.remove()
    }
  }
  const steps = Object.keys(found[0] ?? {})
  const row = steps.map((step) => median(found.map((longest) => longest[step])).toFixed(0))
  const header = [`grid of ${reports} × ${ids.length}, longest task ms`, ...steps]
  return formatTable(header, [['median', ...row]])
}

/** Writes the reports of the draft; some lines have a fault. */
function writeDraft(sample, csv, ids) {
  const { reports } = writeWideCsv(sample, csv, size, ids)
  const [head, ...lines] = readFileSync(csv, 'utf8').trimEnd().split('\n')
  const faulty = lines.map((line, number) =>
    number % faultEvery === 0 ? line.replace(/,(\d+)(?=,\d+,\d+$)/, ',$1a') : line,
  )
  writeFileSync(csv, `${[head, ...faulty].join('\n')}\n`)
  return { reports, units: sample.sampleUnits(size.counties) }
}

/**
 * Drops the draft and goes through its grid as a person would.
 * @returns Longest task of the main thread in milliseconds, 0 where none took 50: until the grid is there,
 *   while it is scrolled by the wheel both ways, thrown to far places, filtered, and gone through
 *   fault by fault.
 */
async function useGrid(page, address, csv) {
  await page.goto(`${address}#/import`)
  const input = page.locator('input[type=file]').first()
  await input.waitFor({ state: 'attached' })
  await page.waitForTimeout(1_500)
  const longest = {}
  const watch = async (name, act) => {
    await page.evaluate(() => (window.bench.longest = 0))
    await act()
    // Entries of long tasks come a little after the task.
    await page.waitForTimeout(400)
    longest[name] = await page.evaluate(() => window.bench.longest)
  }
  const grid = page.getByRole('grid', { name: '草稿的各格' })
  await watch('drop', async () => {
    await input.setInputFiles(csv)
    await grid.waitFor()
  })
  await grid.scrollIntoViewIfNeeded()
  await watch('wheel', async () => {
    const { x, y, width, height } = await grid.boundingBox()
    await page.mouse.move(x + width / 2, y + Math.min(height, 300) / 2)
    for (let turn = 0; turn < 60; turn++) {
      await page.mouse.wheel(turn % 2 === 0 ? 0 : 120, turn % 2 === 0 ? 180 : 0)
      await page.waitForTimeout(30)
    }
  })
  await watch('jump', () =>
    grid.evaluate(async (box) => {
      for (const share of [0.5, 1, 0.25, 0.8, 0]) {
        box.scrollTop = share * box.scrollHeight
        box.scrollLeft = share * box.scrollWidth
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    }),
  )
  await watch('filter', async () => {
    await page.getByRole('radio', { name: /^只看有问题的/ }).check()
    await page.waitForTimeout(400)
    await page.getByRole('radio', { name: '全部' }).check()
  })
  await watch('next', async () => {
    for (let turn = 0; turn < 12; turn++) {
      await page.getByRole('button', { name: '下一处' }).click()
      await page.waitForTimeout(60)
    }
  })
  return { longest }
}
