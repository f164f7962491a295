import { placeOfSentence, type CheckFinding } from '@/analysis/checkFinding'
import { checkCube, type CheckStore } from '@/analysis/checkStore'
import type { BatchContent } from '@/data/batch'
import { sameCell } from '@/data/column'
import { foldBatches } from '@/data/fold'
import { traceCell } from '@/data/traceCell'
import type { Finding, FindingCode, Place } from '@/domain/finding'
import { createUnitRegistry } from '@/domain/unitRegistry'
import type { UnitId, UnitText } from '@/domain/unit'
import type { FileDraft } from '@/intake/draft'
import type { ReadFiles, SourcedReport } from './sources'

/** All files of a command line as one set of data, checked. */
export interface CheckedFiles {
  readonly store: CheckStore
  /** What a unit is called; one that no list knows as its file has it. */
  readonly textOf: (unit: UnitId) => UnitText
  /** Where a finding stands: its sentence, or the first of its figures. */
  readonly placeOf: (finding: CheckFinding) => Place
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
    placeOf: (finding) => placeOf(contents, names, finding),
  }
}

/** What was found while reading and is no check: a text held against its tables is told as one. */
export function withoutChecks(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code, year }) => year === undefined || !toldAsChecks.has(code))
}

const toldAsChecks: ReadonlySet<FindingCode> = new Set([
  'prose-differs',
  'prose-undecided',
  'prose-parts-differ',
  'prose-other-year',
  'prose-part-missing',
])

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
  finding: CheckFinding,
): Place {
  const { told, figures } = finding
  if (told !== null) return placeOfSentence(told, names.get(told.source) ?? '')
  const indicator = figures[0]?.indicator
  const place =
    indicator === undefined ? null : traceCell(contents, finding, indicator).current?.place
  if (place === null || place === undefined) return { file: '' }
  const { source, ...rest } = place
  return { file: names.get(source) ?? '', ...rest }
}
