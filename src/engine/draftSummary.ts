import { tellsMore } from '@/data/tellsMore'
import type { RememberedMapping } from '@/data/rememberedMapping'
import type { Comparison } from '@/data/compare'
import type { Finding } from '@/domain/finding'
import type { OpenUnit } from '@/intake/draft'
import type { UnitId, UnitRegistry } from '@/domain/unit'
import { openPlaceholders, type ComparedFile, type Draft, type DraftFile } from './draft'
import type { DraftDesk } from './draftDesk'
import { draftQuestions } from './draftQuestions'
import { EngineFailure } from './failure'
import type { Holdings } from './holdings'
import { offeredFor } from './mappingOffers'
import type { MappingOffer } from './mappingProtocol'
import type { DecidedUnit, DraftFileView, DraftSummary, ListedReportView } from './draftProtocol'
import { settledFindings } from './settledFindings'
import { listReports } from './sourceReports'
import { unitView, unitViews } from './unitViews'

/** The draft under review as the review page shows it; without the columns. */
export function draftSummary(
  desk: DraftDesk,
  { registry, cube, snapshot }: Holdings,
): DraftSummary {
  const compared = desk.compared()
  const { draft } = desk
  if (draft === null) throw new EngineFailure('nothing-to-commit', 'no draft')
  const totals = { added: 0, same: 0, changed: 0, blanked: 0 }
  for (const { file, comparison } of compared) if (!file.leftOut) addTo(totals, comparison)
  return {
    files: compared.map((file) => fileView(file, registry)),
    openUnits: openUnits(draft),
    decidedUnits: decidedUnits(draft, registry),
    totals,
    tellsMore: compared.some(({ file, segments }) => !file.leftOut && tellsMore(cube, segments)),
    keeping: desk.keeping,
    questions: draftQuestions(compared, cube, registry),
    offers: compared.flatMap(({ file }) => offersFor(file, snapshot.mappings)),
  }
}

function offersFor(
  { draft, leftOut }: DraftFile,
  mappings: readonly RememberedMapping[],
): MappingOffer[] {
  const mapping = leftOut ? null : offeredFor(draft, mappings)
  return mapping === null ? [] : [{ source: draft.source, path: draft.path, mapping }]
}

function fileView(compared: ComparedFile, registry: UnitRegistry): DraftFileView {
  const { file, comparison, changes, findings, reports } = compared
  const { segments, ...facts } = file.draft
  const ids = new Set<UnitId>(
    (file.leftOut ? segments : compared.segments).flatMap(({ units }) => units),
  )
  return {
    ...facts,
    findings: findings.map((finding) => named(finding, registry)),
    reports,
    compare: comparison,
    replaced: compared.replaced,
    conflicts: compared.conflicts,
    fixed: compared.fixed,
    settled: settledFindings(compared),
    listed: listedReports(compared, registry),
    overwrite: file.overwrite,
    leftOut: file.leftOut,
    units: unitViews(registry, [...ids]),
    changes: changes.map((change) => ({
      ...change,
      unitName: registry.byId(change.unit)?.name ?? change.unit,
    })),
  }
}

/** A table has more reports than anyone would step through. */
function listedReports(
  { file: { draft, leftOut }, segments, reports }: ComparedFile,
  registry: UnitRegistry,
): ListedReportView[] {
  if (draft.layout !== 'form' || reports < 2) return []
  const open = new Map(draft.openUnits.map(({ placeholder, text }) => [placeholder, text.name]))
  return listReports(leftOut ? draft.segments : segments).map(({ unit, ...listed }) => ({
    ...listed,
    unitName: registry.byId(unit)?.name ?? open.get(unit) ?? unit,
  }))
}

/** What was found once the units were known speaks of ids. */
function named(finding: Finding, registry: UnitRegistry): Finding {
  const unit = finding.unit === undefined ? undefined : registry.byId(finding.unit)
  return unit === undefined ? finding : { ...finding, unit: unit.name }
}

/** Each unclear text once, with its reports in all files that are not left out. */
function openUnits(draft: Draft): OpenUnit[] {
  const open = openPlaceholders(draft)
  return [...countedUnits(draft).values()].filter(({ placeholder }) => open.has(placeholder))
}

function decidedUnits(draft: Draft, registry: UnitRegistry): DecidedUnit[] {
  return [...countedUnits(draft).values()].flatMap((open): DecidedUnit[] => {
    const { placeholder, text, reports } = open
    if (draft.skipped.has(placeholder)) return [{ placeholder, text, reports, unit: null }]
    const unit = registry.byId(draft.resolved.get(placeholder) ?? '')
    return unit === undefined
      ? []
      : [{ placeholder, text, reports, unit: unitView(registry, unit) }]
  })
}

function countedUnits(draft: Draft): Map<UnitId, OpenUnit> {
  const counted = new Map<UnitId, OpenUnit>()
  for (const { draft: file, leftOut } of draft.files) {
    if (leftOut) continue
    for (const open of file.openUnits) {
      const known = counted.get(open.placeholder)
      const reports = open.reports + (known?.reports ?? 0)
      counted.set(open.placeholder, { ...open, reports })
    }
  }
  return counted
}

function addTo(totals: { -readonly [Name in keyof Comparison]: number }, more: Comparison): void {
  totals.added += more.added
  totals.same += more.same
  totals.changed += more.changed
  totals.blanked += more.blanked
}
