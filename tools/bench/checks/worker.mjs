import { checkCube } from '@/analysis/checkStore'
import { foldBatches } from '@/data/fold'
import { sampleReports, sampleUnits } from '@/data/sample'
import { createSegmentBuilder } from '@/data/segmentBuilder'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { median } from '../table.mjs'

onmessage = ({ data: { size, rounds } }) => {
  postMessage(timeChecks(size, rounds))
}

/**
 * Times of the checks of a size, in milliseconds: all checks over everything, and after a correction of
 * one cell. Each round folds anew, so that nothing is known of the columns.
 * @param {{ counties: number, years: [number, number] }} size
 */
function timeChecks(size, rounds) {
  const registry = createUnitRegistry(sampleUnits(size.counties))
  const builder = createSegmentBuilder('rows')
  let layout = null
  let row = 1
  for (const { unit, year, scope, edition, cells } of sampleReports(size, 1)) {
    layout ??= builder.addLayout(new Map([...cells.keys()].map((id, at) => [id, at + 1])))
    const id = `cn:${unit.code}`
    builder.startReport({ unit: id, year, scope, edition, source: 'bench', row: ++row, layout })
    for (const [indicator, cell] of cells) builder.setCell(indicator, cell, '')
  }
  const segments = builder.finish()
  const times = { all: [], one: [] }
  for (let round = 0; round < rounds; round++) {
    // Other columns than in the round before: what was judged is kept by them.
    const fresh = segments.map((segment) => ({ ...segment, columns: [...segment.columns] }))
    const imported = content(1, fresh, [])
    const cube = foldBatches([imported])
    const start = performance.now()
    const before = checkCube(cube, registry)
    times.all.push(performance.now() - start)
    const corrected = foldBatches([imported, content(2, [], [correction(cube)])])
    const again = performance.now()
    checkCube(corrected, registry, before)
    times.one.push(performance.now() - again)
  }
  return { reports: row - 1, all: median(times.all), one: median(times.one) }
}

/** Another number of one county, in the middle of everything. */
function correction(cube) {
  const unit = cube.units[Math.floor(cube.units.length / 2)]
  const year = cube.years.at(-2)
  const indicator = 'requests.granted.total'
  const expected = cube.importedCellAt({ unit, year, scope: 'whole' }, indicator)
  const value = { kind: 'value', value: 123_456, approximate: false }
  return { unit, year, scope: 'whole', indicator, value, expected, reason: 'bench' }
}

function content(id, segments, corrections) {
  return {
    batch: {
      ...{ id, sample: false, active: true, at: 0, by: '', note: '', sources: [], reports: 0 },
      kind: segments.length > 0 ? 'import' : 'correction',
      cells: { taken: 0, same: 0, refused: 0 },
      segments: segments.length,
      contentHash: '',
    },
    segments,
    corrections,
  }
}
