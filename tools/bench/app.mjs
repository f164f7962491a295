/** How the application is driven: as a person would, but without the time a person takes. */

const commitButton = '写入为一个批次'
const committedHeading = '已写入批次'

/**
 * Makes fictional units known, as if they had been added by hand. The only thing that is not done
 * through the page: nobody adds 2,850 units one by one. Not measured.
 */
export async function addUnits(page, address, units) {
  await page.goto(address)
  await page.evaluate(async (records) => {
    await window.bench.until(() => document.querySelector('main h1') !== null)
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open('xianjian')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const transaction = database.transaction('units', 'readwrite')
    for (const unit of records) {
      transaction.objectStore('units').put({ id: unit.id, unit, sample: false })
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onerror = () => reject(transaction.error)
    })
    database.close()
  }, units)
}

/**
 * Chooses the file, confirms the review at once and looks at the first view.
 * @returns `read`: file chosen → review on screen; `commit`: confirmed → committed and painted; `chart`:
 *   → first chart painted; the review itself is nobody's time. Milliseconds.
 */
export async function importFile(page, address, csv) {
  await page.goto(`${address}#/import`)
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' })
  await page.waitForTimeout(1_500)
  await page.evaluate(() => (window.bench.longest = 0))
  await page.locator('input[type=file]').first().setInputFiles(csv)
  const read = await page.evaluate(async (label) => {
    const { bench } = window
    const button = () =>
      [...document.querySelectorAll('button')].find((each) => each.textContent.includes(label))
    const shown = await bench.until(() => button() !== undefined && !button().disabled)
    return shown - bench.chosenAt
  }, commitButton)
  const rest = await page.evaluate(
    async ([label, heading]) => {
      const { bench } = window
      const confirmed = performance.now()
      const button = [...document.querySelectorAll('button')].find((each) =>
        each.textContent.includes(label),
      )
      button.click()
      const committed = await bench.until(() =>
        document.querySelector('main')?.textContent.includes(heading),
      )
      const longest = bench.longest
      location.hash = '#/view/disclosure?units=all'
      const painted = await bench.painted(0)
      return { commit: committed - confirmed, chart: painted - committed, longest }
    },
    [commitButton, committedHeading],
  )
  return { read, ...rest }
}

/**
 * Opens a view in a browser that was just started, by default that which was looked at last: navigation →
 * first chart painted.
 */
export async function coldOpen(page, address, view = 'disclosure') {
  await page.goto(`${address}#/view/${view}?units=all`, { waitUntil: 'commit' })
  return page.evaluate(async () => {
    const { bench } = window
    const time = await bench.painted(0)
    return { time, longest: bench.longest }
  })
}

/** Twenty changes of the filter, each until all charts of the view are painted. */
export async function changeFilters(page, units) {
  const queries = filters(units)
  const times = []
  await page.waitForTimeout(1_500)
  await page.evaluate(() => (window.bench.longest = 0))
  for (const query of queries) {
    times.push(
      await page.evaluate(async (hash) => {
        const { bench } = window
        const before = bench.paints()
        const started = performance.now()
        location.hash = hash
        const painted = await bench.painted(before)
        return painted - started
      }, query),
    )
    await page.waitForTimeout(300)
  }
  const longest = await page.evaluate(() => window.bench.longest)
  return { times, longest }
}

/**
 * 指标透视 in the two forms that draw most, each anew with other figures, until all is painted: twelve small
 * charts, and a heat map of 110 units × all years.
 */
export async function drawForms(page, units) {
  const ids = units.map(({ id }) => id)
  const items = ['licensing.decisions', 'penalties.decisions', 'requests.new.total']
  const forms = { multiples: ids.slice(0, 12), heat: ids.slice(0, 110) }
  const found = { multiples: [], heat: [] }
  for (let turn = 0; turn < 2 * items.length; turn++) {
    for (const [form, shown] of Object.entries(forms)) {
      const item = items[turn % items.length]
      const hash = `#/explore?form=${form}&item=${item}&units=${shown.join(',')}`
      const time = await page.evaluate(async (address) => {
        const { bench } = window
        const before = bench.paints()
        const started = performance.now()
        location.hash = address
        return (await bench.painted(before)) - started
      }, hash)
      // The first of each form fetches its code.
      if (turn > 0) found[form].push(time)
      await page.waitForTimeout(400)
    }
  }
  return found
}

function filters(units) {
  return Array.from({ length: 20 }, (_, index) => {
    const first = (index * 37) % Math.max(1, units.length - 12)
    const listed = units.slice(first, first + 4 + (index % 8)).map(({ id }) => id)
    const chosen = index % 2 === 0 ? listed.join(',') : 'all'
    const year = 2018 + (index % 8)
    return index % 4 < 2
      ? `#/view/disclosure?units=${chosen}&mode=year&year=${year}`
      : `#/view/disclosure?units=${chosen}&years=${2018 + (index % 3)}-${2023 + (index % 3)}`
  })
}
