import { checkCube, type CheckStore } from '@/analysis/checkStore'
import type { BatchContent, ReportKey } from '@/data/batch'
import { sameCell } from '@/data/column'
import { foldBatches } from '@/data/fold'
import { traceCell } from '@/data/traceCell'
import type { Finding, Place } from '@/domain/finding'
import { createUnitRegistry } from '@/domain/unitRegistry'
import type { UnitId, UnitText } from '@/domain/unit'
import type { FileDraft } from '@/intake/draft'
import type { ReadFiles, SourcedReport } from './sources'

/** All files of a command line as one set of data, checked. */
export interface CheckedFiles {
  readonly store: CheckStore
  /** What a unit is called; one that no list knows as its file has it. */
  readonly textOf: (unit: UnitId) => UnitText
  /** The file of a report, and in it the place of one of its figures. */
  readonly placeOf: (key: ReportKey, indicator: string | null) => Place
}

/** Checks everything that was read; where two files give one figure, the first counts. */
export function checkFiles({ drafts }: ReadFiles): CheckedFiles {
  const registry = createUnitRegistry([])
  const contents = drafts.map((draft, at) => contentOf(draft, drafts.length - at))
  const names = new Map(drafts.map(({ source, name }) => [source, name]))
  const open = new Map(
    drafts.flatMap(({ openUnits }) =>
      openUnits.map(({ placeholder, text }) => [placeholder, text]),
    ),
  )
  const store = checkCube(foldBatches(contents), registry)
  return {
    store,
    textOf: (id) => {
      const unit = registry.byId(id)
      if (unit !== undefined) return { code: unit.code ?? '', name: unit.name }
      return open.get(id) ?? { code: '', name: id }
    },
    placeOf: (key, indicator) => placeOf(contents, names, key, indicator),
  }
}

/**
 * D-KEY: two files that say different things of one unit, year and scope. The same figures twice are
 * no conflict.
 */
export function conflictingReports(reports: readonly SourcedReport[]): Finding[] {
  const first = new Map<string, SourcedReport>()
  return reports.flatMap((sourced): Finding[] => {
    const { unit, year, scope } = sourced.report
    const key = JSON.stringify([unit.code, unit.name, year, scope])
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, sourced)
      return []
    }
    const differing = differences(earlier, sourced)
    if (differing.length === 0) return []
    return [
      {
        code: 'report-duplicate',
        severity: 'error',
        place: { file: sourced.source },
        unit: unit.name,
        year,
        indicators: differing,
        detail: { firstFile: earlier.source, scope },
      },
    ]
  })
}

function differences({ report: a }: SourcedReport, { report: b }: SourcedReport): string[] {
  const absent = { kind: 'absent' } as const
  return [...new Set([...a.cells.keys(), ...b.cells.keys()])].filter(
    (id) => !sameCell(a.cells.get(id) ?? absent, b.cells.get(id) ?? absent),
  )
}

function contentOf({ segments, source, reports }: FileDraft, id: number): BatchContent {
  return {
    batch: {
      ...{ id, kind: 'import', sample: false, active: true, at: 0, by: '', note: '' },
      sources: [source],
      reports,
      cells: { taken: 0, same: 0, refused: 0 },
      segments: segments.length,
      contentHash: '',
    },
    segments,
    corrections: [],
  }
}

function placeOf(
  contents: readonly BatchContent[],
  names: ReadonlyMap<string, string>,
  key: ReportKey,
  indicator: string | null,
): Place {
  const place = indicator === null ? null : traceCell(contents, key, indicator).current?.place
  if (place === null || place === undefined) return { file: '' }
  const { source, ...rest } = place
  return { file: names.get(source) ?? '', ...rest }
}
