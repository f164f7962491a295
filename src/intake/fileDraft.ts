import { reportedRows } from '@/data/reportedRows'
import { editions, type Segment } from '@/data/segment'
import { splitAuxiliary } from './auxiliary'
import { countCells } from './cellCounts'
import type { SourceDocument } from './document'
import type { FileDraft } from './draft'
import type { GivenFile } from './givenFile'
import { figuresOfOtherForms } from './otherForms'
import type { Scanned } from './scanner/scanWideCsv'

/** The draft of a file that was scanned. */
export function scannedDraft(file: GivenFile, source: string, scanned: Scanned): FileDraft {
  const { columns, openUnits, findings, rows } = scanned
  const read = scanned.segments.map((segment) => ({ ...segment, sources: [source] }))
  const segments = splitAuxiliary(read, file.path, findings)
  findings.addAll(figuresOfOtherForms(segments, file.path))
  // Where some of them stand apart now, some may have been refused.
  const cells = segments === read ? scanned.cells : countCells(segments)
  return {
    ...identity(file, source),
    kind: 'csv',
    encoding: 'UTF-8',
    layout: 'wide',
    ...{ columns, openUnits, rows },
    findings: findings.list(),
    ...contents(segments),
    cells,
  }
}

/** The files of characters inside an archive, those that no encoding fits among them. */
export function archivedTexts(
  path: string,
  documents: readonly SourceDocument[],
): Pick<FileDraft, 'texts'> {
  const texts = documents
    .filter(
      ({ file, encoding, findings }) =>
        file !== path &&
        (encoding !== undefined || findings.some(({ code }) => code.startsWith('encoding-'))),
    )
    .map(({ file, encoding = null }) => ({ file, encoding }))
  return texts.length === 0 ? {} : { texts }
}

/** A file that could not be read at all (gone, no permission, or a fault of ours). */
export function failedDraft(file: GivenFile, cause: unknown): FileDraft {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return {
    ...identity(file, ''),
    kind: 'unknown',
    encoding: null,
    layout: null,
    columns: [],
    openUnits: [],
    rows: 0,
    findings: [
      { code: 'read-failed', severity: 'error', place: { file: file.path }, detail: { reason } },
    ],
    ...contents([]),
    cells: countCells([]),
  }
}

/** Which file a draft is of. */
export function identity(
  { name, path, content, answers }: GivenFile,
  source: string,
): Pick<FileDraft, 'source' | 'name' | 'path' | 'size' | 'answers'> {
  return { source, name, path, size: content.size, ...(answers === undefined ? {} : { answers }) }
}

/** What a draft holds, counted. */
export function contents(
  segments: readonly Segment[],
): Pick<FileDraft, 'segments' | 'reports' | 'auxiliary' | 'years' | 'editions'> {
  let reports = 0
  let rows = 0
  const years = new Set<number>()
  const found = new Set<number>()
  for (const segment of segments) {
    const { year, edition } = segment
    const isReport = reportedRows(segment)
    rows += segment.rows
    for (let row = 0; row < segment.rows; row++) {
      if (year[row] !== year[row - 1]) years.add(year[row] as number)
      if (isReport[row] !== 1) continue
      reports++
      found.add(edition[row] as number)
    }
  }
  const auxiliary = rows - reports
  return {
    segments,
    reports,
    ...(auxiliary === 0 ? {} : { auxiliary }),
    years: [...years].sort((a, b) => a - b),
    editions: editions.filter((_, index) => found.has(index)),
  }
}
