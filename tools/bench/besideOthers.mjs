import { join } from 'node:path'
import { addUnits, importFile } from './app.mjs'
import { inFreshBrowser, newProfile } from './pages.mjs'
import { openPeer, servePeers, showInViewer, timeQuestion } from './peers.mjs'
import { questionsOver, startEngine } from './questions.mjs'
import { idsInUse, sizes, writeWideCsv } from './sizes.mjs'
import { formatTable, median } from './table.mjs'

const ROUNDS = 15
const VIEWER_ROUNDS = 3

/**
 * The same questions put to the application's worker, DuckDB-WASM and Arquero, and the same file shown
 * by a viewer, in one run on the same data. Prints two tables.
 * @param {{ browser: string, address: string, port: number, folder: string, sample: object,
 *   indicators: readonly object[] }} where `port`: a free one for the others' pages.
 */
export async function measureBesideOthers(names, where) {
  const peers = await servePeers(where.port)
  if (peers === null) return
  const questions = questionsOver(idsInUse(where.sample, where.indicators))
  const asked = []
  const shown = []
  try {
    for (const name of names) {
      const csv = join(where.folder, `${name}.csv`)
      writeWideCsv(where.sample, csv, sizes[name], idsInUse(where.sample, where.indicators))
      asked.push(...(await askAll(name, csv, questions, peers, where)))
      shown.push(await showBoth(name, csv, peers, where))
    }
  } finally {
    await peers.close()
  }
  console.log(
    `\n${formatTable(['size', 'question', 'own ms', 'DuckDB', 'Arquero', '× DuckDB'], asked)}`,
  )
  console.log(`\n${formatTable(['size', 'file → first view', 'own ms', 'viewer', 'ratio'], shown)}`)
  console.log(
    `\nMedians of ${ROUNDS} rounds after two, the way to a worker and back included where there is one. Own` +
      '\nanswers also hold states, n of N and outcomes of checks. The viewer’s start is not counted.',
  )
}

async function askAll(name, csv, questions, peers, where) {
  const times = (page) => inTurn(questions, (question) => timeQuestion(page, question, ROUNDS))
  const own = await withUnits(name, where, async (page) => {
    await importFile(page, where.address, csv)
    await startEngine(page, where.address)
    return times(page)
  })
  const [duck, arquero] = await inTurn(['duckdb', 'arquero'], (peer) =>
    inProfile(where.browser, async (page) => {
      await openPeer(page, peers.address(peer), csv)
      return times(page)
    }),
  )
  return questions.map((question, place) => [
    name,
    question.name,
    own[place].toFixed(1),
    duck[place].toFixed(1),
    arquero[place].toFixed(1),
    (own[place] / duck[place]).toFixed(2),
  ])
}

async function showBoth(name, csv, peers, where) {
  const own = []
  const viewer = []
  for (let round = 0; round < VIEWER_ROUNDS; round++) {
    own.push(
      await withUnits(name, where, async (page) => {
        const { read, commit, chart } = await importFile(page, where.address, csv)
        return read + commit + chart
      }),
    )
    viewer.push(
      await inProfile(where.browser, (page) =>
        showInViewer(page, peers.address('perspective'), csv, 'requests.new.total'),
      ),
    )
  }
  const [ours, others] = [median(own), median(viewer)]
  return [name, 'Perspective', ours.toFixed(0), others.toFixed(0), (ours / others).toFixed(2)]
}

/** Runs on a page of a browser whose store knows the units of the file. */
function withUnits(name, { browser, address, sample }, measure) {
  const units = sample.sampleUnits(sizes[name].counties)
  return inProfile(browser, measure, (page) => addUnits(page, address, units))
}

/** In a fresh browser, after another one that prepared the profile. */
async function inProfile(browser, measure, prepare = null) {
  const profile = newProfile()
  const where = { browser, profile: profile.path }
  try {
    if (prepare !== null) await inFreshBrowser(where, async (page) => void (await prepare(page)))
    const { found } = await inFreshBrowser(where, async (page) => ({ found: await measure(page) }))
    return found
  } finally {
    profile.remove()
  }
}

async function inTurn(items, each) {
  const results = []
  for (const item of items) results.push(await each(item))
  return results
}
