import type { ReturnedRow } from '@/domain/checkSheet'
import type { OpenUnit } from '../draft'
import type { Grid, SourceDocument } from '../document'
import { FindingList } from '../readers/findings'
import { takeCheckSheets } from './checkSheet'
import { findAxes } from './cross/axes'
import { recogniseCrossTables } from './cross/crossTables'
import { dimensionOf } from './cross/names'
import { isFormSheet } from './form/isFormSheet'
import { noteNoForm } from './form/noteNoForm'
import { recogniseForm } from './form/recogniseForm'
import { nameInArchive } from './inArchive'
import { recogniseJson } from './json'
import { placeIn, type RecogniseContext, type Recognised } from './recognition'
import { ReportKeys } from './reportKeys'
import { findHeader, rowNumber } from './tableHeader'
import { recogniseTables } from './tables'
import { notAnnual } from './notAnnual'
import { tablesBeside } from './tablesBeside'

/** Reports of a file, all its documents together. */
export interface RecognisedFile extends Omit<Recognised, 'layout'> {
  /** Of the first document that was understood. */
  readonly layout: Recognised['layout'] | null
  readonly openUnits: readonly OpenUnit[]
  /** Rows of the 退回核对表 in it; they are no reports. */
  readonly returned: readonly ReturnedRow[]
}

/**
 * The reports in the documents of one file (an archive has several). A report that two of them have
 * is taken once.
 */
export function recogniseFile(
  documents: readonly SourceDocument[],
  context: Omit<RecogniseContext, 'file'>,
): RecognisedFile {
  const keys = new ReportKeys(context)
  const sheets = documents.map(withoutNotes).map((document) => takeCheckSheets(document))
  const found = documents.map(withoutNotes).flatMap((whole, at) => {
    const document = sheets[at]?.rest ?? whole
    if (document !== whole && document.grids.length === 0) return []
    const inside = documents.length > 1 ? nameInArchive(document) : document
    const own = { ...context, file: document.file }
    const recognised = recogniseDocument(withTablesApart(inside, own), keys, own)
    if (recognised !== null && recognised.reports > 0 && isSheet(inside))
      own.findings.addAll(inside.grids.flatMap((grid) => notAnnual(grid, inside.file)))
    return recognised === null ? [] : [recognised]
  })
  const returned = sheets.flatMap((taken) => taken?.rows ?? [])
  const isSheetOnly = found.length === 0 && sheets.some((taken) => taken !== null)
  return {
    returned,
    layout: isSheetOnly ? 'checkSheet' : (found[0]?.layout ?? null),
    columns: found.flatMap(({ columns }) => columns),
    segments: found.flatMap(({ segments }) => segments),
    openUnits: keys.openUnits(),
    rows: found.reduce((sum, { rows }) => sum + rows, 0),
    reports: found.reduce((sum, { reports }) => sum + reports, 0),
  }
}

/** Sheets of a template that tell how to fill it in. */
export const SHEETS_OF_NOTES = {
  instructions: '填报说明',
  dictionary: '数据字典',
  about: '县鉴说明',
} as const

function withoutNotes(document: SourceDocument): SourceDocument {
  const notes: readonly string[] = Object.values(SHEETS_OF_NOTES)
  const grids = document.grids.filter(({ name }) => !notes.includes(name))
  return grids.length === 0 ? document : { ...document, grids }
}

/** Tables beside each other in a sheet, each as a grid of its own; that there are several is told. */
function withTablesApart(document: SourceDocument, context: RecogniseContext): SourceDocument {
  if (!isSheet(document)) return document
  const grids = document.grids.flatMap((grid) => {
    const beside = tablesBeside(grid)
    if (beside === null) return [grid]
    const { headerRow, spans } = beside
    context.findings.add({
      code: 'tables-beside',
      severity: 'info',
      place: placeIn(document.file, grid.name, rowNumber(grid, headerRow)),
      detail: {
        columns: spans.map(({ from, to }) => `${from + 1}-${to + 1}`).join(' '),
        count: beside.grids.length,
      },
    })
    return beside.grids
  })
  return { ...document, grids }
}

function recogniseDocument(
  document: SourceDocument,
  keys: ReportKeys,
  context: RecogniseContext,
): Recognised | null {
  const json = document.json === undefined ? null : recogniseJson(document.json, keys, context)
  if (json !== null) return json
  const listed = document.grids.filter((grid) => hasHeader(grid, context))
  if (listed.length > 0) {
    const beside = document.grids.filter((grid) => !listed.includes(grid))
    if (!isSheet(document)) return recogniseTables(document, keys, context)
    const lists = recogniseTables({ ...document, grids: listed }, keys, context)
    return together(lists, recogniseBeside({ ...document, grids: beside }, keys, context))
  }
  const cross = () => {
    const found = crossTables(document, keys, context)
    if (found === null) return null
    return together(found, recogniseBeside({ ...document, grids: found.left }, keys, context))
  }
  const form = () => recogniseForm(document, keys, context)
  const isFirstCross = isSheet(document) || isCrossed(document, context)
  const found = isFirstCross ? (cross() ?? form()) : (form() ?? cross())
  if (found !== null) return found
  const other = isRefused(document) ? null : noteNoForm(document)
  if (other !== null) {
    context.findings.add(other)
    return null
  }
  if (document.grids.length > 0) return recogniseTables(document, keys, context)
  if (!isRefused(document)) {
    context.findings.add({
      code: 'layout-unknown',
      severity: 'error',
      place: { file: document.file },
    })
  }
  return null
}

/** The tables of counties or years; a statutory form is none, though it may have a column 上年. */
function crossTables(
  document: SourceDocument,
  keys: ReportKeys,
  context: RecogniseContext,
): ReturnType<typeof recogniseCrossTables> {
  const { grids } = document
  const others = grids.filter((grid) => !isFormSheet(grid))
  const found = recogniseCrossTables({ ...document, grids: others }, keys, context)
  if (found === null) return null
  return {
    ...found,
    left: grids.filter((grid) => !others.includes(grid) || found.left.includes(grid)),
  }
}

/** Sheets beside others that were read: none is passed over in silence. */
function recogniseBeside(
  document: SourceDocument,
  keys: ReportKeys,
  context: RecogniseContext,
): Recognised | null {
  const { grids } = document
  if (grids.length === 0) return null
  const cross = crossTables(document, keys, context)
  const rest = cross?.left ?? grids
  const left = { ...document, grids: rest }
  const form = rest.length === 0 ? null : recogniseForm(left, keys, context)
  if (form !== null || rest.length === 0) return together(cross, form)
  const findings = new FindingList()
  const tables = recogniseTables(left, keys, { ...context, findings })
  for (const finding of findings.list()) {
    const isNoTable = finding.code === 'layout-unknown'
    const severity = PREFACE.test(finding.place.sheet ?? '') ? 'info' : 'warning'
    context.findings.add(isNoTable ? { ...finding, severity } : finding)
  }
  return together(cross, tables)
}

/** Sheets that have no figures, as a rule. */
const PREFACE = /^(?:目录|目次|封面|封皮|扉页|.*说明|附注|备注)$/u

function together(first: Recognised | null, second: Recognised | null): Recognised | null {
  if (first === null || second === null) return first ?? second
  return {
    layout: first.layout,
    columns: [...first.columns, ...second.columns],
    segments: [...first.segments, ...second.segments],
    rows: first.rows + second.rows,
    reports: first.reports + second.reports,
  }
}

/** Whether a header with a unit and a year stands anywhere: then every row tells whose it is. */
function hasHeader(grid: Grid, context: RecogniseContext): boolean {
  return findHeader(grid, 0, { ...context, findings: new FindingList() }) !== null
}

/** Cells typed by hand: there a table of counties or years is likelier than a printed form. */
function isSheet({ kind }: SourceDocument): boolean {
  return ['csv', 'xlsx', 'xls', 'ods', 'clipboard'].includes(kind)
}

/**
 * Whether several counties or years stand beside each other over rows of indicators, which no printed
 * form has. A row of figures may look like years: there an indicator stands before them.
 */
function isCrossed({ grids }: SourceDocument, context: RecogniseContext): boolean {
  return grids.some((grid) => {
    const axes = isFormSheet(grid) ? null : findAxes(grid, context)
    if (axes === null || axes.across === 'indicator' || axes.columns.length < 2) return false
    const heading = grid.rows[axes.headerRow] ?? []
    const before = heading.slice(0, axes.columns[0])
    const isFigures = before.some((text) => dimensionOf(text, context) === 'indicator')
    return axes.labels.has('indicator') && !isFigures
  })
}

/** A file that its reader could not read has its finding already. */
function isRefused({ findings }: SourceDocument): boolean {
  return findings.some(({ severity }) => severity === 'error')
}
