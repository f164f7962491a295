import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BatchContent } from '@/data/batch'
import { keyAt } from '@/data/compare'
import { cubeHash } from '@/data/contentHash'
import { foldBatches } from '@/data/fold'
import { decisions } from '@/data/segment'
import { traceCell } from '@/data/traceCell'
import type { Cell } from '@/domain/report'
import { compareDraft, emptyDraft, type ComparedFile, type Draft } from '@/engine/draft'
import { withChoice, withoutFile } from '@/engine/draftChoices'
import { withFix, type FixedDraftCell } from '@/engine/draftFixes'
import type { DraftCellKey } from '@/engine/reviewProtocol'
import type { FileDraft } from '@/intake/draft'
import {
  absent,
  anyBatches,
  anyCell,
  anyReports,
  everyCell,
  importOf,
  indicatorIds,
  segmentsOf,
  written,
  type TestReport,
} from '../data/reports'

const SOURCE = 'source'

function draftOf(reports: readonly TestReport[]): Draft {
  const draft: FileDraft = {
    source: SOURCE,
    name: 'a.csv',
    path: 'a.csv',
    size: 1,
    kind: 'csv',
    encoding: 'UTF-8',
    layout: 'wide',
    columns: [],
    segments: segmentsOf(reports, 'cells', 3),
    openUnits: [],
    findings: [],
    rows: reports.length,
    reports: reports.length,
    years: [],
    editions: [],
    cells: { value: 0, blank: 0, notApplicable: 0, unreadable: 0 },
  }
  const files = [
    { draft, content: new Blob(['a']), reading: null, overwrite: false, leftOut: false },
  ]
  return { ...emptyDraft, files }
}

/** The draft as the next batch, and what it counts as taken. */
function committed(draft: Draft, contents: readonly BatchContent[], id: number) {
  const compared = compareDraft(draft, contents, foldBatches(contents))
  const content: BatchContent = {
    ...importOf(
      id,
      compared.flatMap(({ segments }) => segments),
    ),
    corrections: compared.flatMap(({ corrections }) => corrections),
  }
  const taken = compared.reduce(
    (sum, { comparison, replaced }) => sum + comparison.added + replaced,
    0,
  )
  return { compared, content, taken }
}

function hashOf(contents: readonly BatchContent[]): string {
  return cubeHash(foldBatches(contents))
}

/** Some cells of the reports, also ones that their file does not have. */
function cellsOf(reports: readonly TestReport[]): fc.Arbitrary<DraftCellKey[]> {
  const cells = reports.flatMap(({ unit, year, scope }) =>
    indicatorIds.map((indicator) => ({ source: SOURCE, unit, year, scope, indicator })),
  )
  return fc.subarray(cells)
}

/** A draft with fixes and the user's choices. */
const anyReview = anyReports.chain((reports) =>
  fc
    .tuple(
      cellsOf(reports),
      fc.array(anyCell, { minLength: 40, maxLength: 40 }),
      cellsOf(reports),
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      fc.boolean(),
    )
    .map(([fixed, values, chosen, takes, overwrite]) => {
      const cells = fixed.map((key, at): FixedDraftCell => ({
        ...key,
        value: values[at] ?? absent,
      }))
      const read = draftOf(reports)
      const files = read.files.map((file) => ({ ...file, overwrite }))
      const choices = chosen.reduce(
        (all, key, at) => withChoice(all, key, takes[at] ?? false),
        read.choices,
      )
      const fixes = cells.length === 0 ? [] : withFix([], cells, '核对')
      return { reports, cells, draft: { ...read, files, fixes, choices } }
    }),
)

test('undoing and redoing an import with fixes and choices give equal content hashes', () => {
  fc.assert(
    fc.property(anyBatches, anyReview, (contents, { draft }) => {
      const { content } = committed(draft, contents, 100)
      const undone = { ...content, batch: { ...content.batch, active: false } }
      expect(hashOf([...contents, undone])).toBe(hashOf(contents))
      const redone = { ...undone, batch: { ...undone.batch, active: true } }
      expect(hashOf([...contents, redone])).toBe(hashOf([...contents, content]))
    }),
  )
})

test('the same file with the same fixes a second time writes nothing', () => {
  fc.assert(
    fc.property(anyBatches, anyReview, (contents, { draft }) => {
      const all = draft.files.map((file) => ({ ...file, overwrite: true }))
      const everything = { ...draft, files: all, choices: new Map() }
      const after = [...contents, committed(everything, contents, 100).content]
      const again = committed({ ...everything, files: draft.files }, after, 101)
      expect(again.taken).toBe(0)
      expect(hashOf([...after, again.content])).toBe(hashOf(after))
    }),
  )
})

test('the same file without its fixes a second time changes nothing', () => {
  fc.assert(
    fc.property(anyBatches, anyReview, (contents, { reports, draft }) => {
      const after = [...contents, committed(draft, contents, 100).content]
      const again = committed(draftOf(reports), after, 101)
      const before = foldBatches(after)
      const now = foldBatches([...after, again.content])
      for (const cell of everyCell) {
        const there = before.cellAt(cell, cell.indicator)?.cell ?? absent
        if (there.kind !== 'absent') expect(now.cellAt(cell, cell.indicator)?.cell).toEqual(there)
      }
    }),
  )
})

test('without being told to, fixes change nothing that is on record', () => {
  fc.assert(
    fc.property(anyBatches, anyReview, (contents, { draft }) => {
      const files = draft.files.map((file) => ({ ...file, overwrite: false }))
      const { content } = committed({ ...draft, files, choices: new Map() }, contents, 100)
      const before = foldBatches(contents)
      const now = foldBatches([...contents, content])
      for (const cell of everyCell) {
        const there = before.cellAt(cell, cell.indicator)?.cell ?? absent
        if (there.kind !== 'absent') expect(now.cellAt(cell, cell.indicator)?.cell).toEqual(there)
      }
    }),
  )
})

test('a fix that is taken is what counts, and the text as it was read stays beneath it', () => {
  fc.assert(
    fc.property(anyBatches, anyReview, (contents, { reports, draft, cells }) => {
      const { compared, content } = committed(draft, contents, 100)
      const after = [...contents, content]
      const cube = foldBatches(after)
      for (const key of cells) {
        const taken = fixesOf(compared).find((fix) => isOf(fix, key))
        const read = reports.find((report) => isReport(report, key))?.cells.get(key.indicator)
        if (taken?.taken === true)
          expect(cube.cellAt(key, key.indicator)?.cell).toEqual(taken.value)
        if (read === undefined || read.kind === 'absent') continue
        const { history } = traceCell(after, key, key.indicator)
        const own = history.find(({ batch, correction }) => batch.id === 100 && correction === null)
        expect(own).toMatchObject({ cell: read, raw: written(read) })
      }
    }),
  )
})

/** One thing the user said of the file, of a report, or of a cell. */
interface Word {
  readonly of: 'file' | 'report' | 'cell'
  readonly key: DraftCellKey
  readonly takes: boolean
}

test('of what differs, the last word that covers a cell counts', () => {
  const anyWords = anyReports.chain((reports) =>
    cellsOf(reports).chain((cells) =>
      fc.record({
        reports: fc.constant(reports),
        words: fc.array(
          fc.record<Word>({
            of: fc.constantFrom('file', 'report', 'cell'),
            key: fc.constantFrom(...cells, { ...everyCell[0], source: SOURCE } as DraftCellKey),
            takes: fc.boolean(),
          }),
          { maxLength: 12 },
        ),
      }),
    ),
  )
  fc.assert(
    fc.property(anyBatches, anyWords, (contents, { reports, words }) => {
      const draft = words.reduce(said, draftOf(reports))
      const compared = compareDraft(draft, contents, foldBatches(contents))
      for (const { cell, decision } of differingCells(compared)) {
        const last = words.findLast((word) => covers(word, cell))
        expect(decision).toBe(last?.takes === true ? 'chosen' : 'refused')
      }
      for (const { replaced, comparison } of compared)
        expect(replaced).toBeLessThanOrEqual(comparison.changed + comparison.blanked)
    }),
  )
})

function covers({ of, key }: Word, cell: Omit<DraftCellKey, 'source'>): boolean {
  if (of === 'file') return true
  const isReport = key.unit === cell.unit && key.year === cell.year && key.scope === cell.scope
  return isReport && (of === 'report' || key.indicator === cell.indicator)
}

function differingCells(compared: readonly ComparedFile[]) {
  return compared
    .flatMap(({ segments }) => segments)
    .flatMap((segment) =>
      Array.from(segment.decision ?? [], (decided, at) => {
        const { indicator } = segment.columns[Math.floor(at / segment.rows)] ?? { indicator: '' }
        const cell = { ...keyAt(segment, at % segment.rows), indicator }
        return { cell, decision: decisions[decided] }
      }),
    )
    .filter(({ decision }) => decision === 'refused' || decision === 'chosen')
}

function said(draft: Draft, { of, key, takes }: Word): Draft {
  if (of === 'file') {
    const files = draft.files.map((file) => ({ ...file, overwrite: takes }))
    return { ...draft, files, choices: withoutFile(draft.choices, SOURCE) }
  }
  const { indicator, ...report } = key
  const spoken = of === 'cell' ? { ...report, indicator } : report
  return { ...draft, choices: withChoice(draft.choices, spoken, takes) }
}

function fixesOf(compared: readonly ComparedFile[]) {
  return compared.flatMap(({ parts }) =>
    parts.flatMap(({ compared: { segment }, fixes }) =>
      fixes.map((fix) => ({ ...fix, ...keyAt(segment, fix.row) })),
    ),
  )
}

function isReport(report: TestReport, key: DraftCellKey): boolean {
  return report.unit === key.unit && report.year === key.year && report.scope === key.scope
}

function isOf(
  fix: { unit: string; year: number; scope: string; indicator: string; value: Cell },
  key: DraftCellKey,
): boolean {
  return (
    fix.unit === key.unit &&
    fix.year === key.year &&
    fix.scope === key.scope &&
    fix.indicator === key.indicator
  )
}
