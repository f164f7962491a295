import { sourceHash } from '@/data/sourceHash'
import type { Finding } from '@/domain/finding'
import type { Unit, UnitId, UnitRegistry } from '@/domain/unit'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { splitAuxiliary } from './auxiliary'
import { countCells } from './cellCounts'
import type { FileDraft } from './draft'
import { AnswerBook } from './fileAnswers'
import { archivedTexts, contents, failedDraft, identity, scannedDraft } from './fileDraft'
import { GivenBytes } from './givenBytes'
import type { GivenFile } from './givenFile'
import { figuresOfOtherForms } from './otherForms'
import { repairedRows } from './errorRows'
import type { SourceDocument } from './document'
import { keepReading } from './keptReading'
import { encodingOf } from './readers/encoding/encodings'
import { FindingList } from './readers/findings'
import { limits } from './readers/limits'
import { withoutReplacedRows } from './replacedRows'
import { readSource } from './readers/readSource'
import { recogniseFile, type RecognisedFile } from './recognisers/recogniseFile'
import { scanPart } from './scanner/scanPart'
import type { ScanHelper, ScannedPart } from './scanner/scannedPart'
import { scanWideCsv } from './scanner/scanWideCsv'

export interface IntakeContext {
  readonly ownUnits: readonly Unit[]
  /** The city whose counties a shared name means, or null. */
  readonly within: UnitId | null
  /** Scans a part of this file somewhere else, at the same time. */
  readonly helperFor?: (file: GivenFile) => ScanHelper
}

/** How far an intake is; bytes are those of all files together. */
export interface IntakeStep {
  readonly file: string
  readonly fileIndex: number
  readonly files: number
  readonly bytesDone: number
  readonly bytesTotal: number
}

/**
 * Takes the draft of one file, with the bytes it was read from and the reading that is kept beside
 * them, before the next file is begun.
 */
export type DraftTaker = (draft: FileDraft, content: Blob, reading: Blob | null) => Promise<void>

/**
 * Reads files one after the other: bytes, cells, reports. A file that cannot be read becomes a draft
 * whose findings say why, and the others are read all the same. Rejects only when `signal` is
 * aborted or `take` rejects.
 */
export async function intakeFiles(
  files: readonly File[],
  context: IntakeContext,
  take: DraftTaker,
  onProgress: (step: IntakeStep) => void = () => undefined,
  signal?: AbortSignal,
): Promise<void> {
  const registry = createUnitRegistry(context.ownUnits)
  const bytesTotal = files.reduce((sum, { size }) => sum + size, 0)
  let bytesBefore = 0
  for (const [fileIndex, file] of files.entries()) {
    signal?.throwIfAborted()
    const step = { file: file.name, fileIndex, files: files.length, bytesTotal }
    const progress = (bytes: number) => {
      onProgress({ ...step, bytesDone: bytesBefore + Math.min(bytes, file.size) })
    }
    progress(0)
    const given = { name: file.name, path: pathOf(file), content: file }
    const { draft, reading } = await draftOf(given, {
      registry,
      within: context.within,
      helper: context.helperFor?.(given),
      progress,
      signal,
    })
    signal?.throwIfAborted()
    await take(draft, file, reading)
    bytesBefore += file.size
    onProgress({ ...step, bytesDone: bytesBefore })
  }
}

/** Reads a file once more, with what the user said of it. Rejects as `intakeFiles` does. */
export async function readFileAgain(
  file: GivenFile,
  { ownUnits, within }: IntakeContext,
  signal?: AbortSignal,
): Promise<FileDraft> {
  const registry = createUnitRegistry(ownUnits)
  return (await draftOf(file, { registry, within, progress: () => undefined, signal })).draft
}

/** Scans what a `ScanHelper` is asked for of this file, which nothing was said of. */
export async function readPart(
  { path: name, content }: GivenFile,
  from: number,
  { ownUnits, within }: IntakeContext,
  progress: (bytes: number) => void,
): Promise<ScannedPart | null> {
  return scanPart(new GivenBytes(content, 0), from, {
    name,
    registry: createUnitRegistry(ownUnits),
    within,
    progress,
  })
}

interface Surroundings extends Pick<IntakeContext, 'within'> {
  readonly registry: UnitRegistry
  readonly helper?: ScanHelper | undefined
  readonly progress: (bytes: number) => void
  readonly signal: AbortSignal | undefined
}

/** From this size on a clean table is scanned; below it the tolerant way is as fast. */
const SCANNED_BYTES = 256 * 2 ** 10

interface ReadDraft {
  readonly draft: FileDraft
  readonly reading: Blob | null
}

async function draftOf(file: GivenFile, surroundings: Surroundings): Promise<ReadDraft> {
  try {
    const answers = file.answers && new AnswerBook(file.answers)
    const { path: name, content } = file
    const bytes = new GivenBytes(content)
    const [source, scanned] = await Promise.all([
      sourceHash(content, () => bytes.whole()),
      isForScanner(file, answers) ? scanWideCsv(bytes, { ...surroundings, name, answers }) : null,
    ])
    if (scanned !== null) return { draft: scannedDraft(file, source, scanned), reading: null }
    return await readDraft({ ...file, bytes }, source, answers, surroundings)
  } catch (cause) {
    surroundings.signal?.throwIfAborted()
    return { draft: failedDraft(file, cause), reading: null }
  }
}

function isForScanner({ name, content }: GivenFile, answers: AnswerBook | undefined): boolean {
  if (answers?.isAboutRows === true || answers?.answers.encoding !== undefined) return false
  return content.size >= SCANNED_BYTES && /\.(?:csv|txt)$/i.test(name)
}

/** What a file's cells are and what was found of them. */
interface FileReading {
  /** As they stand in the file, rows that another file replaces among them. */
  readonly read: readonly SourceDocument[]
  readonly documents: readonly SourceDocument[]
  readonly recognised: RecognisedFile
  readonly findings: readonly Finding[]
}

/**
 * What is wrong in a file, every place of it where a draft lists the first ones. Rejects when the file
 * cannot be read.
 */
export async function readEveryFinding(
  file: GivenFile & { readonly source: string },
  { ownUnits, within }: IntakeContext,
): Promise<Pick<FileReading, 'documents' | 'findings'>> {
  const registry = createUnitRegistry(ownUnits)
  const answers = file.answers && new AnswerBook(file.answers)
  const given = { ...file, bytes: new GivenBytes(file.content) }
  return readFile(given, file.source, answers, { registry, within }, limits.rows)
}

interface ReadableFile extends GivenFile {
  readonly bytes: GivenBytes
}

/** `places`: listed of one kind of fault. */
async function readFile(
  { name, path, bytes: given }: ReadableFile,
  source: string,
  answers: AnswerBook | undefined,
  { registry, within }: Pick<Surroundings, 'registry' | 'within'>,
  places?: number,
): Promise<FileReading> {
  const bytes = await given.whole()
  const options = {
    ...(places === undefined ? {} : { places }),
    ...encodingOf(answers?.answers ?? {}),
  }
  const read = await readSource({ name, path, bytes }, options)
  const documents = withoutReplacedRows(read, answers?.answers.replacedRows ?? [])
  const findings = new FindingList(places)
  findings.addAll(documents.flatMap((document) => document.findings))
  const recognised = recogniseFile(documents, { registry, within, source, findings, answers })
  const segments = splitAuxiliary(recognised.segments, path, findings)
  if (recognised.layout !== 'form') findings.addAll(figuresOfOtherForms(segments, path))
  return { read, documents, recognised: { ...recognised, segments }, findings: findings.list() }
}

async function readDraft(
  given: ReadableFile,
  source: string,
  answers: AnswerBook | undefined,
  surroundings: Surroundings,
): Promise<ReadDraft> {
  const reading = await readFile(given, source, answers, surroundings)
  const { read, documents, recognised, findings } = reading
  const { layout, columns, openUnits, rows, returned } = recognised
  const repairs = repairedRows(documents)
  const draft: FileDraft = {
    ...identity(given, source),
    kind: documents.length > 1 ? 'zip' : (documents[0]?.kind ?? 'unknown'),
    encoding: documents.find(({ encoding }) => encoding !== undefined)?.encoding ?? null,
    ...archivedTexts(given.path, documents),
    ...{ layout, columns, openUnits, rows },
    ...(repairs.length === 0 ? {} : { repairs }),
    findings,
    ...contents(recognised.segments),
    cells: countCells(recognised.segments),
    ...(layout === 'checkSheet' || returned.length > 0 ? { returned } : {}),
  }
  return { draft, reading: keepReading(read) }
}

/** Inside a chosen folder, a file knows its path. */
function pathOf(file: File): string {
  return file.webkitRelativePath || file.name
}
