import type { Finding } from '@/domain/finding'
import type { Grid, SourceDocument } from '../../document'
import { FindingList } from '../findings'
import { limits } from '../limits'
import { scalarText, type JsonDocument, type JsonObject, type JsonValue } from './jsonValue'
import { JsonFault, JsonParser } from './parseJson'

export type JsonTable = Pick<SourceDocument, 'grids' | 'findings'> & {
  readonly json?: JsonDocument
}

/**
 * JSON, or one value a line, to its tree with places, and every array of flat objects to a grid too
 * (the header row is the union of their keys). Places of findings are lines and columns of the text.
 */
export function readJson(text: string, file: string): JsonTable {
  const findings = new FindingList()
  if (text.length > limits.jsonCharacters) {
    const detail = { characters: text.length, limit: limits.jsonCharacters }
    return {
      grids: [],
      findings: [{ code: 'file-too-large', severity: 'error', place: { file }, detail }],
    }
  }
  const document = parse(text, file, findings)
  if (document === null) return { grids: [], findings: findings.list() }
  const grids: Grid[] = []
  collectGrids(document.root, '', { file, findings, grids })
  return { grids, findings: findings.list(), json: document }
}

function parse(text: string, file: string, findings: FindingList): JsonDocument | null {
  const parser = new JsonParser(text, limits.jsonDepth)
  try {
    const root = parser.next()
    const line = parser.line
    if (!parser.hasMore()) return { root, isLines: false }
    // More text on a later line: JSON lines. On the same line: a fault.
    if (parser.line === line) parser.fail()
    return { root: otherLines(parser, root, file, findings), isLines: true }
  } catch (cause) {
    findings.add(faultFinding(cause, file))
    return null
  } finally {
    noteNotices(parser, file, findings)
  }
}

/** A line that is no JSON has its finding and costs the others nothing. */
function otherLines(
  parser: JsonParser,
  first: JsonValue,
  file: string,
  findings: FindingList,
): JsonValue {
  const items = [first]
  while (parser.hasMore()) {
    const line = parser.line
    try {
      items.push(parser.next())
      if (parser.hasMore() && parser.line === line) parser.fail()
    } catch (cause) {
      findings.add(faultFinding(cause, file))
      parser.skipLine()
    }
  }
  return { kind: 'array', items, line: first.line, column: first.column }
}

function faultFinding(cause: unknown, file: string): Finding {
  if (!(cause instanceof JsonFault)) throw cause
  const { code, line, column, raw } = cause
  const detail = code === 'json-too-deep' ? { limit: limits.jsonDepth } : {}
  return { code, severity: 'error', place: { file, row: line, column }, raw, detail }
}

function noteNotices(parser: JsonParser, file: string, findings: FindingList): void {
  for (const { code, line, column, raw } of parser.notices) {
    const isInfinite = code === 'json-number-unsafe' && !Number.isFinite(Number(raw))
    const severity = code === 'json-duplicate-key' || isInfinite ? 'error' : 'warning'
    findings.add({ code, severity, place: { file, row: line, column }, raw })
  }
}

interface GridSearch {
  readonly file: string
  readonly findings: FindingList
  readonly grids: Grid[]
}

function collectGrids(value: JsonValue, path: string, search: GridSearch): void {
  if (value.kind === 'object') {
    for (const { key, value: inner } of value.members) {
      collectGrids(inner, path === '' ? key : `${path}.${key}`, search)
    }
  }
  if (value.kind !== 'array') return
  const objects = value.items.filter((item) => item.kind === 'object')
  if (objects.length === 0) {
    for (const item of value.items) collectGrids(item, path, search)
    return
  }
  noteOtherItems(value.items, path, search)
  if (objects.every(isFlat)) search.grids.push(toGrid(objects, path))
}

/** Among objects, anything else is no record. */
function noteOtherItems(items: readonly JsonValue[], path: string, search: GridSearch): void {
  for (const [index, item] of items.entries()) {
    if (item.kind === 'object') continue
    search.findings.add({
      code: 'json-item-skipped',
      severity: 'warning',
      place: { file: search.file, row: item.line, column: item.column },
      detail: { index, kind: item.kind, path },
    })
  }
}

function isFlat(object: JsonObject): boolean {
  return object.members.every(({ value }) => value.kind !== 'object' && value.kind !== 'array')
}

function toGrid(objects: readonly JsonObject[], name: string): Grid {
  const columns = new Map<string, number>()
  for (const { members } of objects) {
    for (const { key } of members) if (!columns.has(key)) columns.set(key, columns.size)
  }
  const rows = objects.map((object) => {
    const row = Array.from(columns, () => '')
    for (const [column, texts] of cellTexts(object, columns)) row[column] = texts.join(' ; ')
    return row
  })
  return { name, rows: [Array.from(columns.keys()), ...rows] }
}

/** Usually one text a column; both where a key comes twice, so that neither is taken for the other. */
function cellTexts(
  object: JsonObject,
  columns: ReadonlyMap<string, number>,
): ReadonlyMap<number, readonly string[]> {
  const texts = new Map<number, string[]>()
  for (const { key, value } of object.members) {
    const column = columns.get(key)
    if (column === undefined || value.kind === 'object' || value.kind === 'array') continue
    const text = scalarText(value)
    const same = texts.get(column)
    if (same === undefined) texts.set(column, [text])
    else same.push(text)
  }
  return texts
}
