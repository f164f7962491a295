const granted = ['requests.granted.total', 'requests.partial.total']
const processed = 'requests.processed.total'

/**
 * What is asked of the application and of the others: the same values each. Beside them the application
 * gives states, n of N, editions and the worst outcome of the checks, which the others have no notion of.
 * @param {readonly string[]} ids All figures of the file.
 */
export function questionsOver(ids) {
  const year = 2025
  const table = ids.filter((id) => id.startsWith('requests.')).slice(0, 40)
  return [
    figures('one figure, all reports', ['penalties.decisions']),
    figures('four figures, all reports', [
      'penalties.decisions',
      'licensing.decisions',
      'requests.new.total',
      'requests.carriedOut.total',
    ]),
    {
      name: 'a rate, all reports',
      own: { items: ['rate.disclosed'], units: null, years: null, scope: 'whole' },
      kind: 'rate',
      items: { above: granted, below: processed },
      statements: [
        `select unit_code, year, 100.0 * (${sum(granted)}) / nullif("${processed}", 0) as rate,
          ${sum(granted)} as above, "${processed}" as below from reports order by unit_code, year`,
        `select year, sum(${sum(granted)}) as above, sum("${processed}") as below
          from reports group by year order by year`,
      ],
    },
    {
      name: 'change to the year before, all reports',
      own: { items: ['yoy:requests.new.total'], units: null, years: null, scope: 'whole' },
      kind: 'change',
      items: ['requests.new.total'],
      statements: [
        `select now.unit_code, now.year,
          100.0 * (now."requests.new.total" - before."requests.new.total")
            / nullif(before."requests.new.total", 0) as change
          from reports now left join reports before
            on now.unit_code = before.unit_code and now.year = before.year + 1
          order by now.unit_code, now.year`,
      ],
    },
    {
      name: `${table.length} figures, all units in one year`,
      own: { items: table, units: null, years: [year, year], scope: 'whole' },
      kind: 'year',
      items: { items: table, year },
      statements: [
        `select unit_code, ${table.map(quoted).join(', ')} from reports
          where year = ${year} order by "${table[0]}" desc`,
        `select ${table.map((id) => `sum("${id}") as "${id}"`).join(', ')}
          from reports where year = ${year}`,
      ],
    },
  ]
}

function figures(name, items) {
  return {
    name,
    own: { items, units: null, years: null, scope: 'whole' },
    kind: 'figures',
    items,
    statements: [
      `select unit_code, year, ${items.map(quoted).join(', ')} from reports order by unit_code, year`,
      `select year, ${items
        .map((id, place) => `sum("${id}") as sum${place}, count("${id}") as n${place}`)
        .join(', ')} from reports group by year order by year`,
    ],
  }
}

function sum(ids) {
  return ids.map(quoted).join(' + ')
}

function quoted(id) {
  return `"${id}"`
}

/**
 * Starts the application's own worker once more, beside that of its page, and asks it as the page
 * would: the way to the worker and back is counted.
 */
export async function startEngine(page, address) {
  await page.goto(`${address}#/help`)
  await page.locator('main h1').first().waitFor()
  await page.evaluate(async () => {
    const script = performance
      .getEntriesByType('resource')
      .find(({ name }) => name.includes('engine.worker'))
    const worker = new Worker(script.name, { type: 'module' })
    let last = 0
    // As comlink writes it.
    const call = (method, ...values) =>
      new Promise((resolve, reject) => {
        const id = `bench-${++last}`
        const hear = ({ data }) => {
          if (data?.id !== id) return
          worker.removeEventListener('message', hear)
          if (data.type === 'HANDLER') reject(new Error(JSON.stringify(data.value)))
          else resolve(data.value)
        }
        worker.addEventListener('message', hear)
        const argumentList = values.map((value) => ({ type: 'RAW', value }))
        worker.postMessage({ id, type: 'APPLY', path: [method], argumentList })
      })
    await call('open', null)
    window.peer = { ask: ({ own }) => call('askSent', own) }
  })
}
