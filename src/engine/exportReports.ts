import { cubeIndicators } from '@/data/reportColumns'
import { jsonLines, longCsvLines, wideCsvLines } from '@/exports/canonical'
import { indicatorPosition } from '@/domain/catalogue'
import type { Holdings } from './holdings'
import { cubeReports } from './cubeReports'

type Format = 'csv' | 'json' | 'long'

const types: Readonly<Record<Format, string>> = {
  csv: 'text/csv;charset=utf-8',
  long: 'text/csv;charset=utf-8',
  json: 'application/json',
}

/** Lines put together to one part of a file. */
const LINES_A_PART = 2000

/** All current reports in a canonical form, which reads back to the same values, states and marks. */
export function exportedReports(holdings: Holdings, format: Format): Blob {
  return new Blob([...partsOf(linesOf(holdings, format))], { type: types[format] })
}

function linesOf({ cube, contents, registry, snapshot }: Holdings, format: Format) {
  const reports = cubeReports(cube, contents, registry)
  if (format === 'long') return longCsvLines(reports)
  if (format === 'json')
    return jsonLines(
      reports,
      snapshot.units.map(({ unit }) => unit),
    )
  return wideCsvLines(reports, [...cubeIndicators(cube)].sort(byPosition))
}

/** In the order of the form, then the user's own. */
function byPosition(a: string, b: string): number {
  const [left, right] = [indicatorPosition(a), indicatorPosition(b)]
  if (left >= 0 && right >= 0) return left - right
  if (left >= 0 || right >= 0) return left >= 0 ? -1 : 1
  return a < b ? -1 : 1
}

function* partsOf(lines: Iterable<string>): Generator<string> {
  let part: string[] = []
  for (const line of lines) {
    part.push(line)
    if (part.length < LINES_A_PART) continue
    yield part.join('')
    part = []
  }
  yield part.join('')
}
