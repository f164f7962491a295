import { closeSync, openSync, statSync, writeSync } from 'node:fs'

/** What is measured: fictional units × report years. XL is a million reports. */
export const sizes = {
  S: { counties: 10, years: [2018, 2025] },
  M: { counties: 110, years: [2018, 2025] },
  L: { counties: 2_850, years: [2008, 2025] },
  XL: { counties: 55_556, years: [2008, 2025] },
}

/**
 * Writes the reports of a size as one wide CSV, a row a report, headers in our ids.
 * @param {{ sampleReports: Function }} sample The generator, `src/data/sample.ts`.
 * @returns {{ reports: number, cells: number, bytes: number }}
 */
export function writeWideCsv({ sampleReports }, path, size, ids) {
  const file = openSync(path, 'w')
  let reports = 0
  let lines = [['unit_code', 'unit_name', 'year', 'scope', 'edition', ...ids].join(',')]
  for (const { unit, year, scope, edition, cells } of sampleReports(size, 1)) {
    let line = `${unit.code},${unit.name},${year},${scope},${edition}`
    for (const id of ids) {
      const cell = cells.get(id)
      line += cell === undefined ? ',' : `,${cell.value}`
    }
    lines.push(line)
    reports++
    if (lines.length === 2_000) {
      writeSync(file, `${lines.join('\n')}\n`)
      lines = []
    }
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`)
  closeSync(file)
  return { reports, cells: reports * ids.length, bytes: statSync(path).size }
}

/** The ids of all figures of both forms that a sample's reports use, in the order of the catalogue. */
export function idsInUse({ sampleReports }, indicators) {
  const used = new Set()
  for (const { cells } of sampleReports({ counties: 1, years: [2020, 2021] }, 1)) {
    for (const id of cells.keys()) if (!id.startsWith('prose.')) used.add(id)
  }
  return indicators.map(({ id }) => id).filter((id) => used.has(id))
}
