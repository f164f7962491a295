import { missingStates } from '@/data/segment'
import { createSegmentBuilder, type SegmentBuilder } from '@/data/segmentBuilder'
import type { Finding, Place } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import type { ColumnMapping } from '../draft'
import {
  memberOf,
  scalarText,
  type JsonDocument,
  type JsonMember,
  type JsonObject,
  type JsonValue,
} from '../readers/json/jsonValue'
import { numberCell, parseCell, type CellMeasure, type ParsedCell } from '../parseCell'
import { addNotes } from './figureCell'
import { jsonKeyTexts, reportObjects } from './jsonReports'
import { answeredFigure, mappingOf, namedFigure, sayAt, type ChosenFigure } from './chosenFigure'
import { placeIn, type RecogniseContext, type Recognised } from './recognition'
import type { ReportHead, ReportKeys } from './reportKeys'

/**
 * Reports in our own JSON form (DESIGN: canonical files). Null where the text holds none; places are
 * lines and columns of the text.
 */
export function recogniseJson(
  json: JsonDocument,
  keys: ReportKeys,
  context: RecogniseContext,
): Recognised | null {
  const objects = reportObjects(json.root)
  return objects === null ? null : new JsonReading(keys, context).read(objects)
}

class JsonReading {
  readonly #context: RecogniseContext
  readonly #keys: ReportKeys
  readonly #builder: SegmentBuilder = createSegmentBuilder('cells')
  /** The figure of each key; null: none that is known. */
  readonly #figures = new Map<string, ChosenFigure | null>()
  /** The keys that are not known, and those that the user spoke of. */
  readonly #mappings: ColumnMapping[] = []

  constructor(keys: ReportKeys, context: RecogniseContext) {
    this.#context = context
    this.#keys = keys
  }

  read(objects: readonly JsonObject[]): Recognised {
    let reports = 0
    for (const object of objects) if (this.#readReport(object)) reports++
    return {
      layout: 'json',
      columns: this.#mappings,
      segments: this.#builder.finish(),
      rows: objects.length,
      reports,
    }
  }

  #readReport(object: JsonObject): boolean {
    const at = {
      file: this.#context.file,
      sheet: '',
      row: object.line,
      columns: new Map<string, number>(),
    }
    const head = this.#keys.read(jsonKeyTexts(object), at)
    if (head === null || !this.#keys.claim(head, at)) return false
    const { unit, year, scope, edition } = head
    this.#builder.startReport({ unit, year, scope, edition, source: this.#context.source })
    const figures = new ReportFigures(object)
    const seen = new Set<string>()
    for (const member of figures.members()) {
      const figure = this.#figureOf(member)
      if (figure === null) continue
      const { indicator, measure } = figure
      if (seen.has(indicator)) {
        figures.problems.push({ member, problem: 'figure-twice' })
        continue
      }
      seen.add(indicator)
      const parsed = figures.cell(member, measure)
      const place = this.#place(member)
      const text = figures.text(member)
      addNotes(parsed.notes, { text, indicator }, head, place, this.#context)
      const { line: row, column } = member.value
      this.#builder.setCell(indicator, parsed.cell, text, { table: {}, row, column })
    }
    for (const { member, problem } of figures.problems) this.#reportProblem(member, problem, head)
    return true
  }

  #figureOf(member: JsonMember): ChosenFigure | null {
    const { key, value } = member
    const known = this.#figures.get(key)
    if (known !== undefined) return known
    const say = sayAt(this.#place(member), key, this.#context)
    const answer = this.#context.answers?.header(key)
    const figure =
      answer === undefined
        ? namedFigure([key], { moneyUnit: null }, say)
        : answeredFigure(answer, [key], { moneyUnit: null }, say)
    this.#figures.set(key, figure)
    if (figure === null || answer !== undefined) {
      const at = { row: value.line, column: value.column, header: key, nth: 1 }
      this.#mappings.push({ ...at, ...mappingOf(figure, answer) })
    }
    return figure
  }

  #reportProblem(member: JsonMember, problem: string, { text, year }: ReportHead): void {
    const finding: Finding = {
      code: 'report-invalid',
      severity: 'warning',
      place: this.#place(member),
      raw: member.key,
      unit: text.name,
      year,
      detail: { problem },
    }
    this.#context.findings.add(finding)
  }

  #place({ value }: JsonMember): Place {
    return placeIn(this.#context.file, '', value.line, value.column)
  }
}

/** 公开日期 and 网址 stand beside the figures. */
const FACT_KEYS: readonly string[] = ['publishedOn', 'webAddress']

/** The figures of one report: values and prose, with their states, marks and raw texts. */
class ReportFigures {
  readonly #states: ReadonlyMap<string, JsonMember>
  readonly #marks: ReadonlyMap<string, JsonMember>
  readonly #raw: ReadonlyMap<string, JsonMember>
  readonly #figures: readonly JsonMember[]
  /** What of the report contradicts itself. */
  readonly problems: { member: JsonMember; problem: string }[] = []

  constructor(report: JsonObject) {
    this.#figures = [
      ...membersOf(report, 'values'),
      ...membersOf(report, 'prose'),
      ...report.members.filter(({ key }) => FACT_KEYS.includes(key)),
    ]
    this.#states = byKey(membersOf(report, 'states'))
    this.#marks = byKey(membersOf(report, 'marks'))
    this.#raw = byKey(membersOf(report, 'raw'))
  }

  /** Every figure once: the first that stands, and states that have no value beside them. */
  members(): readonly JsonMember[] {
    const figures = byKey(this.#figures)
    const alone = [...this.#states.values()].filter(({ key }) => !figures.has(key))
    return [...figures.values(), ...alone]
  }

  cell(member: JsonMember, measure: CellMeasure): ParsedCell {
    const state = this.#state(member.key)
    const { value } = member
    if (value.kind === 'null' || member === this.#states.get(member.key)) {
      return { cell: { kind: state ?? 'blank' }, notes: [] }
    }
    if (state !== null) this.problems.push({ member, problem: 'state-beside-number' })
    return this.#marked(member.key, parsedValue(value, measure))
  }

  /** The text as written; of an unreadable cell, the text it was first read from. */
  text(member: JsonMember): string {
    const raw = this.#raw.get(member.key)?.value
    if (raw?.kind === 'string') return raw.value
    const { value } = member
    if (member === this.#states.get(member.key)) return ''
    return value.kind === 'object' || value.kind === 'array' ? '' : scalarText(value)
  }

  #state(key: string): (typeof missingStates)[number] | null {
    const member = this.#states.get(key)
    if (member === undefined) return null
    const { value } = member
    const state = missingStates.find((name) => value.kind === 'string' && value.value === name)
    if (state === undefined) this.problems.push({ member, problem: 'state-unknown' })
    return state ?? 'unreadable'
  }

  #marked(key: string, parsed: ParsedCell): ParsedCell {
    const mark = this.#marks.get(key)
    if (mark === undefined || parsed.cell.kind !== 'value') return parsed
    const isKnown = mark.value.kind === 'string' && mark.value.value === 'approximate'
    if (!isKnown) {
      this.problems.push({ member: mark, problem: 'mark-unknown' })
      return parsed
    }
    return { ...parsed, cell: { ...parsed.cell, approximate: true } }
  }
}

function parsedValue(value: JsonValue, measure: CellMeasure): ParsedCell {
  const isFact = measure.kind === 'date' || measure.kind === 'address'
  if (value.kind === 'number' && measure.statedUnit === undefined && !isFact)
    return numberCell(value.value, measure)
  if (value.kind === 'number') return parseCell(scalarText(value), measure)
  if (value.kind === 'string') return parseCell(value.value, measure)
  const cell: Cell = { kind: 'unreadable' }
  return { cell, notes: [{ code: 'cell-unreadable', severity: 'error', detail: {} }] }
}

function membersOf(report: JsonObject, key: string): readonly JsonMember[] {
  const value = memberOf(report, key)
  return value?.kind === 'object' ? value.members : []
}

/** The first member of each key; a second one has its finding from the reader. */
function byKey(members: readonly JsonMember[]): ReadonlyMap<string, JsonMember> {
  const found = new Map<string, JsonMember>()
  for (const member of members) if (!found.has(member.key)) found.set(member.key, member)
  return found
}
