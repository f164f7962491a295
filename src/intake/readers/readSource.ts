import type { Finding } from '@/domain/finding'
import type { FileKind, SourceDocument, SourceFile } from '../document'
import { readArchive } from './archive'
import { detectDialect } from './csv/dialect'
import { decode } from './decode'
import { limits } from './limits'
import { readersByKind, type ReadOptions } from './readersByKind'
import { sniff } from './sniff'

/**
 * What cells and what prose are in a file. A file is what its bytes say, not its name; a zip gives a
 * document for every file inside (and one for itself when something was refused). Never rejects on
 * bad data: each document's findings say what is wrong with it.
 */
export async function readSource(
  file: SourceFile,
  options: ReadOptions = {},
): Promise<SourceDocument[]> {
  const budget = { left: limits.archiveBytes, files: 0 }
  return readNested(file, options, 0, budget)
}

/** What all archives inside each other may still unpack together. */
interface Budget {
  left: number
  files: number
}

async function readNested(
  file: SourceFile,
  given: ReadOptions,
  depth: number,
  budget: Budget,
): Promise<SourceDocument[]> {
  const own = given.encodings?.find((each) => each.file === file.path)
  const options = own === undefined ? given : { ...given, encoding: own.encoding }
  const sniffed = sniff(file.bytes)
  switch (sniffed.kind) {
    case 'empty':
      return [nothing(file, 'unknown', { code: 'file-empty', severity: 'error', place: at(file) })]
    case 'unsupported': {
      const detail = { kind: sniffed.name }
      const code = 'file-type-unsupported'
      return [nothing(file, 'unknown', { code, severity: 'error', place: at(file), detail })]
    }
    case 'zip':
      return readZip(file, options, depth, budget)
    case 'characters':
      return [await readAs(characterKind(file, options), file, options)]
    default:
      return [await readAs(sniffed.kind, file, options)]
  }
}

async function readZip(
  file: SourceFile,
  options: ReadOptions,
  depth: number,
  budget: Budget,
): Promise<SourceDocument[]> {
  const mismatch = mismatchFinding(file, 'zip')
  if (depth >= limits.archiveDepth) {
    const detail = { reason: 'depth' }
    const place = at(file)
    return [nothing(file, 'zip', { code: 'archive-unsafe', severity: 'error', place, detail })]
  }
  const archive = readArchive(file, budget.left)
  budget.left = archive.left
  budget.files += archive.files.length
  const findings = [...mismatch, ...archive.findings]
  if (budget.files > limits.archiveEntries) {
    const detail = { reason: 'entries' }
    findings.push({ code: 'archive-unsafe', severity: 'error', place: at(file), detail })
    return [nothing(file, 'zip', ...findings)]
  }
  if (archive.files.length === 0 && archive.findings.length === 0) {
    findings.push({ code: 'file-empty', severity: 'error', place: at(file) })
  }
  const documents = findings.length === 0 ? [] : [nothing(file, 'zip', ...findings)]
  for (const inner of archive.files) {
    documents.push(...(await readNested(inner, options, depth + 1, budget)))
  }
  return documents
}

async function readAs(
  kind: FileKind,
  file: SourceFile,
  options: ReadOptions,
): Promise<SourceDocument> {
  const reader = readersByKind.get(kind)
  if (reader === undefined) {
    const code = 'file-type-unsupported'
    return nothing(file, kind, { code, severity: 'error', place: at(file), detail: { kind } })
  }
  const document = await reader(file, options)
  const mismatch = mismatchFinding(file, kind)
  return { ...document, findings: [...mismatch, ...document.findings] }
}

/** Which of csv, json and text a file of characters is: mostly by what it begins with. */
function characterKind(file: SourceFile, options: ReadOptions): FileKind {
  const extension = extensionOf(file.name)
  if (/^(?:json|jsonl|ndjson)$/.test(extension)) return 'json'
  const isTable = /^(?:csv|tsv|tab)$/.test(extension)
  const start = decode(file.bytes.subarray(0, 64 * 1024), options).text ?? roughly(file.bytes)
  const json = isTable ? /^\s*(?:\{\s*"|\[\s*\{)/ : /^\s*(?:\{\s*["}]|\[\s*[[{"\]\d-])/
  if (json.test(start)) return 'json'
  if (isTable || options.delimiter !== undefined) return 'csv'
  return isEvenTable(start) ? 'csv' : 'text'
}

/** The beginning of a file may end within a character, and a damaged file still is of some kind. */
function roughly(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 64 * 1024))
}

function isEvenTable(text: string): boolean {
  const { columns, consistency, delimiter, sepLine } = detectDialect(text)
  // Commas also divide sentences; those of a table divide nearly every line alike.
  const least = delimiter === '\t' || delimiter === '|' ? 0.6 : 0.8
  return sepLine || (columns > 1 && consistency >= least && delimiter !== ' ')
}

const kindsByExtension: ReadonlyMap<string, readonly FileKind[]> = new Map<string, FileKind[]>([
  ['csv', ['csv']],
  ['tsv', ['csv']],
  ['tab', ['csv']],
  ['txt', ['csv', 'text', 'json']],
  ['md', ['text', 'csv']],
  ['json', ['json']],
  ['jsonl', ['json']],
  ['ndjson', ['json']],
  ['xlsx', ['xlsx']],
  ['xlsm', ['xlsx']],
  ['xlsb', ['xlsx']],
  ['xls', ['xls']],
  ['et', ['xls', 'xlsx']],
  ['ods', ['ods']],
  ['html', ['html']],
  ['htm', ['html']],
  ['mht', ['html']],
  ['mhtml', ['html']],
  ['docx', ['docx']],
  ['pdf', ['pdf']],
  ['zip', ['zip']],
])

/** A name that says something else than the bytes is worth a word, never a refusal. */
function mismatchFinding(file: SourceFile, kind: FileKind): readonly Finding[] {
  const extension = extensionOf(file.name)
  const expected = kindsByExtension.get(extension)
  if (expected === undefined || expected.includes(kind)) return []
  const detail = { extension, kind }
  return [{ code: 'file-type-mismatch', severity: 'info', place: at(file), detail }]
}

function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

function nothing(file: SourceFile, kind: FileKind, ...findings: Finding[]): SourceDocument {
  return { file: file.path, kind, grids: [], prose: [], findings }
}

function at(file: SourceFile): { file: string } {
  return { file: file.path }
}
