import { createSegmentBuilder } from '@/data/segmentBuilder'
import type { SourceTable } from '@/data/segment'
import type { TextClaim } from '@/domain/checks/textClaim'
import type { Finding, Place } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import { headTable, PROSE_TABLE, type Grid, type SourceDocument } from '../../document'
import type { RecogniseContext, Recognised } from '../recognition'
import { partOfYear } from '../notAnnual'
import type { ReportHead, ReportKeys } from '../reportKeys'
import { documentLines } from './documentLines'
import { formParts } from './formParts'
import { headAddress, headTitle } from './headFacts'
import { claimFindings, proseFindings } from './prose/proseFindings'
import { readProse, type ProseFigure } from './prose/readProse'
import { textClaims } from './prose/textClaims'
import { readForm, type FormReading } from './readForm'
import type { FigurePlace } from './reading'
import { reportIdentity, type ReportIdentity } from './reportIdentity'
import { daysDiffer, statedDays } from './statedDays'

/** A table of more rows is a list of many reports, no statutory form. */
const MOST_ROWS = 2_000

/**
 * A report as published: tables 二, 三, 四 of the statutory form and the figures of its text; of a
 * workbook one a sheet. Null where the document has not the form.
 */
export function recogniseForm(
  document: SourceDocument,
  keys: ReportKeys,
  context: RecogniseContext,
): Recognised | null {
  const rows = document.grids.reduce((sum, grid) => sum + grid.rows.length, 0)
  if (rows > MOST_ROWS) return null
  const parts = formParts(document)
  if (parts.kind === 'several') {
    const { file, findings } = context
    const detail = { count: parts.count }
    findings.add({ code: 'form-several', severity: 'error', place: { file }, detail })
    return { layout: 'form', columns: [], segments: [], rows: parts.count, reports: 0 }
  }
  if (parts.kind === 'one' && parts.empty > 0) {
    const { file, findings } = context
    const detail = { count: parts.empty }
    findings.add({ code: 'form-empty-beside', severity: 'warning', place: { file }, detail })
  }
  const documents = parts.kind === 'one' ? [parts.document] : parts.documents
  const read = documents.flatMap((each) => {
    const form = readForm(each.grids)
    return form === null ? [] : [new FormReport(each, form, keys, context).read()]
  })
  if (read.length === 0) return null
  return {
    layout: 'form',
    columns: [],
    segments: read.flatMap(({ segments }) => segments),
    rows: read.length,
    reports: read.reduce((sum, { reports }) => sum + reports, 0),
  }
}

/** A figure of the text, and what the text is called in places. */
interface PlacedFigure {
  readonly figure: ProseFigure
  readonly table: string
}

class FormReport {
  readonly #document: SourceDocument
  #form: FormReading
  readonly #keys: ReportKeys
  readonly #context: RecogniseContext

  constructor(
    document: SourceDocument,
    form: FormReading,
    keys: ReportKeys,
    context: RecogniseContext,
  ) {
    this.#document = document
    this.#form = form
    this.#keys = keys
    this.#context = context
  }

  read(): Recognised {
    const { findings, file } = this.#context
    const lines = documentLines(this.#document)
    const inHead = headTitle(this.#document.head ?? [])
    const identity = reportIdentity(lines, this.#name(), this.#context, this.#sheet(), inHead)
    if (this.#form.notes.some(({ code }) => code === 'form-column-unsure'))
      this.#form = readForm(this.#document.grids, identity.year) ?? this.#form
    const isEmpty = [...this.#form.figures.values()].every(({ cell }) => cell.kind === 'blank')
    if (isEmpty) {
      findings.add(this.#emptyForm(identity))
      return this.#recognised(null, [], null)
    }
    findings.addAll(identity.findings)
    findings.addAll(this.#partOfYear(identity))
    const head = this.#head(identity)
    findings.addAll(this.#missingTables())
    findings.addAll(this.#notes(head))
    const prose = readProse(lines, identity.year)
    const about = { file, table: this.#proseTable(), ...whose(head) }
    findings.addAll(proseFindings(prose, about))
    const claims = textClaims(lines, head?.year ?? identity.year)
    findings.addAll(claimFindings(claims, (id) => this.#cellOf(id), about))
    const figures = [
      ...prose.figures.map((figure) => ({ figure, table: this.#proseTable() })),
      ...this.#reportFacts(head),
    ]
    return this.#recognised(head, figures, lines.length === 0 ? null : claims)
  }

  /** Where and when the document says that it was made public. */
  #reportFacts(head: ReportHead | null): PlacedFigure[] {
    const { file, findings } = this.#context
    const address = headAddress(this.#document.head ?? [])
    const days = statedDays(this.#document)
    findings.addAll(daysDiffer(days, { file, ...whose(head) }))
    const inHead = headTable(this.#proseTable())
    return [...(address === null ? [] : [{ figure: address, table: inHead }]), ...days.slice(0, 1)]
  }

  #emptyForm({ title }: ReportIdentity): Finding {
    const sheet = this.#sheet()
    return {
      code: 'form-empty',
      severity: 'warning',
      place: { file: this.#context.file, ...(sheet === '' ? {} : { sheet }) },
      ...(title === null ? {} : { raw: title.text }),
    }
  }

  /** A report of half a year has the same form, and is none of the year. */
  #partOfYear({ title }: ReportIdentity): Finding[] {
    const { file } = this.#context
    const said = [
      { by: '标题', text: title?.text ?? '' },
      { by: '文件名', text: this.#name() },
    ]
    return said.flatMap(({ by, text }): Finding[] => {
      const words = partOfYear(text)
      if (words === null) return []
      const detail = { by, words }
      return [{ code: 'table-not-annual', severity: 'warning', place: { file }, raw: text, detail }]
    })
  }

  #cellOf(indicator: string): Cell {
    return this.#form.figures.get(indicator)?.cell ?? ABSENT
  }

  /** A sheet among others is told apart by its own name. */
  #name(): string {
    const [grid, ...others] = this.#document.grids
    const isSheet = this.#isWorkbook() && grid !== undefined && others.length === 0
    return isSheet ? `${this.#context.file} ${grid.name}` : this.#context.file
  }

  /** The sheet that the form fills, among others; empty where the document is one report. */
  #sheet(): string {
    const [grid, ...others] = this.#document.grids
    return this.#isWorkbook() && grid !== undefined && others.length === 0 ? grid.name : ''
  }

  #isWorkbook(): boolean {
    return ['xlsx', 'xls', 'ods'].includes(this.#document.kind)
  }

  #head(identity: ReportIdentity): ReportHead | null {
    const { file, answers } = this.#context
    const sheet = this.#sheet()
    const row = identity.title?.line.line ?? 1
    const at = { file, sheet, row, columns: new Map<string, number>() }
    const texts = {
      unitCode: answers?.table(file, sheet)?.unit?.code ?? '',
      // A document that names nobody is asked about by the name of its file.
      unitName: identity.unitName === '' ? this.#name() : identity.unitName,
      year: identity.year === null ? '' : String(identity.year),
      scope: identity.scope === 'office' ? 'office' : 'whole',
      edition: this.#form.edition,
    }
    const head = this.#keys.read(texts, at)
    return head !== null && this.#keys.claim(head, at) ? head : null
  }

  #notes(head: ReportHead | null): Finding[] {
    return this.#form.notes.map(({ place, raw, ...note }) => ({
      ...note,
      ...whose(head),
      ...(raw === undefined ? {} : { raw }),
      place: this.#place(place),
    }))
  }

  /** A table that is not there at all is said once, not cell by cell. */
  #missingTables(): Finding[] {
    const missing = [...tableNames].filter(([table]) => !this.#form.tables.includes(table))
    if (missing.length === 0) return []
    const detail = { tables: missing.map(([, name]) => name).join('、') }
    const place = { file: this.#context.file }
    return [{ code: 'form-tables-missing', severity: 'warning', place, detail }]
  }

  #place(place: FigurePlace | null): Place {
    const { file } = this.#context
    if (place === null) return { file }
    const { grid, row, column } = place
    const box = this.#document.positions?.cells[grid]?.[row - 1]?.[column - 1]
    return { file, ...this.#table(grid), row, column, ...(box === undefined ? {} : { box }) }
  }

  #proseTable(): string {
    return this.#document.proseTable ?? PROSE_TABLE
  }

  /** A sheet of a workbook is called so; any other table by the name its reader gave it. */
  #table(at: number): SourceTable {
    const grid: Grid | undefined = this.#document.grids[at]
    if (grid === undefined) return {}
    const isSheet = this.#isWorkbook()
    return {
      ...(grid.name === '' ? {} : isSheet ? { sheet: grid.name } : { table: grid.name }),
      ...(grid.page === undefined ? {} : { page: grid.page }),
    }
  }

  #recognised(
    head: ReportHead | null,
    prose: readonly PlacedFigure[],
    claims: readonly TextClaim[] | null,
  ): Recognised {
    const builder = createSegmentBuilder('cells')
    if (head !== null) {
      const { unit, year, scope, edition } = head
      builder.startReport({ unit, year, scope, edition, source: this.#context.source })
      if (claims !== null) builder.setTold({ table: { table: this.#proseTable() }, claims })
      for (const [indicator, { cell, raw, place }] of this.#form.figures) {
        builder.setCell(indicator, cell, raw, {
          table: place === null ? {} : this.#table(place.grid),
          row: place?.row ?? NO_PLACE,
          column: place?.column ?? NO_PLACE,
        })
      }
      for (const { figure, table } of prose) {
        const { indicator, cell, sentence, place } = figure
        builder.setCell(indicator, cell, sentence, {
          table: {
            table,
            ...(place.page === undefined ? {} : { page: place.page }),
          },
          row: place.line,
          column: place.column,
        })
      }
    }
    const reports = head === null ? 0 : 1
    return { layout: 'form', columns: [], segments: builder.finish(), rows: 1, reports }
  }
}

const tableNames: ReadonlyMap<FormReading['tables'][number], string> = new Map([
  ['2', '二'],
  ['3', '三'],
  ['4', '四'],
])

function whose(head: ReportHead | null): Pick<Finding, 'unit' | 'year'> {
  return head === null ? {} : { unit: head.text.name, year: head.year }
}

const ABSENT: Cell = { kind: 'absent' }

/** A cell that the document lost stands nowhere. */
const NO_PLACE = 0
