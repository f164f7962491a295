import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { utils, write } from '@e965/xlsx'

/** What is measured: fictional units × report years. XL is a million reports. */
export const sizes = {
  S: { counties: 10, years: [2018, 2025] },
  M: { counties: 110, years: [2018, 2025] },
  L: { counties: 2_850, years: [2008, 2025] },
  XL: { counties: 55_556, years: [2008, 2025] },
}

/** Counties with figures of their own; further ones repeat theirs, or XL would take long to write. */
const distinct = 2_850

/**
 * Writes the reports of a size as one wide CSV, a row a report, headers in our ids.
 * @param {{ sampleReports: Function, sampleUnits: Function }} sample `src/data/sample.ts`.
 * @returns {{ reports: number, cells: number, bytes: number }}
 */
export function writeWideCsv({ sampleReports, sampleUnits }, path, { counties, years }, ids) {
  const lines = lineWriter(path)
  lines.add(['unit_code', 'unit_name', 'year', 'scope', 'edition', ...ids].join(','))
  const figures = []
  const own = { counties: Math.min(counties, distinct), years }
  for (const { unit, year, scope, edition, cells } of sampleReports(own, 1)) {
    let line = `,${year},${scope},${edition}`
    for (const id of ids) {
      const cell = cells.get(id)
      line += cell === undefined ? ',' : `,${cell.value}`
    }
    figures.push(line)
    lines.add(`${unit.code},${unit.name}${line}`)
  }
  const perCounty = years[1] - years[0] + 1
  // The first unit is the city.
  sampleUnits(counties)
    .slice(1 + distinct)
    .forEach(({ code, name }, index) => {
      const first = (index % distinct) * perCounty
      for (const line of figures.slice(first, first + perCounty)) {
        lines.add(`${code ?? ''},${name}${line}`)
      }
    })
  lines.end()
  const reports = counties * perCounty
  return { reports, cells: reports * ids.length, bytes: statSync(path).size }
}

/** Writes the cells of such a CSV as a workbook of one sheet, numbers as numbers. */
export function writeWorkbook(csv, path) {
  const lines = readFileSync(csv, 'utf8').trimEnd().split('\n')
  const rows = lines.map((line) => line.split(',').map(typed))
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '年报')
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }))
}

function typed(text) {
  if (text === '') return null
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
}

function lineWriter(path) {
  const file = openSync(path, 'w')
  let waiting = []
  const flush = () => {
    if (waiting.length > 0) writeSync(file, `${waiting.join('\n')}\n`)
    waiting = []
  }
  return {
    add(line) {
      waiting.push(line)
      if (waiting.length === 2_000) flush()
    },
    end() {
      flush()
      closeSync(file)
    },
  }
}

/** The ids of all figures of both forms that a sample's reports use, in the order of the catalogue. */
export function idsInUse({ sampleReports }, indicators) {
  const used = new Set()
  for (const { cells } of sampleReports({ counties: 1, years: [2020, 2021] }, 1)) {
    for (const id of cells.keys()) if (!id.startsWith('prose.')) used.add(id)
  }
  return indicators.map(({ id }) => id).filter((id) => used.has(id))
}
