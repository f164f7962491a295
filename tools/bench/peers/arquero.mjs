import { desc, escape, fromCSV, op } from 'arquero'

/** Arquero on the main thread, as it is used; each question as its documentation would write it. */
window.peer = {
  async open(file) {
    window.table = fromCSV(await file.text())
  },
  async ask({ kind, items }) {
    return questions[kind](window.table, items)
  },
}

const at = (name) => escape((row) => row[name])
const sumOf = (names) => escape((row) => names.reduce((sum, name) => sum + row[name], 0))

const questions = {
  figures: (table, items) => {
    const cells = table.select('unit_code', 'year', ...items).orderby('unit_code', 'year')
    const totals = table.groupby('year').rollup(sums(items))
    return cells.reify().numRows() + totals.numRows()
  },
  rate: (table, { above, below }) => {
    const cells = table.derive({ above: sumOf(above), below: at(below) })
    const rated = cells.derive({ rate: (row) => (100 * row.above) / row.below })
    const totals = rated.groupby('year').rollup({ above: op.sum('above'), below: op.sum('below') })
    return rated.array('rate').length + totals.numRows()
  },
  change: (table, [item]) => {
    const before = table
      .select('unit_code', 'year', item)
      .derive({ next: (row) => row.year + 1 })
      .select('unit_code', 'next', item)
      .rename({ [item]: 'before' })
    const joined = table
      .select('unit_code', 'year', item)
      .rename({ [item]: 'now' })
      .join_left(before, [
        ['unit_code', 'year'],
        ['unit_code', 'next'],
      ])
    const changed = joined.derive({ change: (row) => (100 * (row.now - row.before)) / row.before })
    return changed.array('change').length
  },
  year: (table, { items, year }) => {
    const rows = table
      .filter(escape((row) => row.year === year))
      .select('unit_code', ...items)
      .orderby(desc(items[0]))
    return rows.reify().numRows() + rows.rollup(sums(items)).numRows()
  },
}

function sums(items) {
  return Object.fromEntries(items.map((item, place) => [`sum${place}`, op.sum(item)]))
}
