import { createSegmentBuilder } from '@/data/segmentBuilder'
import type { Finding } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import type { ColumnMapping } from '../../draft'
import type { Grid, SourceDocument } from '../../document'
import { moneyUnitOf } from '../../cell/measureUnit'
import type { CellMeasure } from '../../parseCell'
import { figureCell, keptText } from '../figureCell'
import { isNote, isTotal, parseYear, unitText } from '../keyTexts'
import { chooseIndicator, measureOf } from '../mapColumns'
import { placeIn, type RecogniseContext, type Recognised } from '../recognition'
import type { ReportHead, ReportKeys } from '../reportKeys'
import { isBlankRow, rowNumber } from '../tableHeader'
import { findAxes, type CrossAxes, type Dimension } from './axes'
import { surroundingsOf, type Surroundings } from './surroundings'

interface CrossCell {
  readonly cell: Cell
  readonly raw: string
  readonly sheet: string
  readonly row: number
  readonly column: number
}

interface CrossReport {
  readonly head: ReportHead
  readonly cells: Map<string, CrossCell>
}

const dimensions = ['unit', 'year', 'indicator'] as const

/**
 * Tables that are no list of reports: indicators by counties, indicators by years, counties by years,
 * or a sheet a county or a year. What a table does not say itself is taken from its title, its sheet's
 * name or its file's name, and said. Null where no sheet is such a table.
 */
export function recogniseCrossTables(
  document: SourceDocument,
  keys: ReportKeys,
  context: RecogniseContext,
): Recognised | null {
  const tables = new CrossTables(keys, context)
  for (const grid of document.grids) tables.read(grid)
  return tables.recognised()
}

class CrossTables {
  readonly #keys: ReportKeys
  readonly #context: RecogniseContext
  readonly #reports = new Map<string, CrossReport>()
  readonly #heads = new Map<string, ReportHead | null>()
  readonly #figures = new Map<string, { indicator: string; measure: CellMeasure } | null>()
  readonly #mappings: ColumnMapping[] = []
  #rows = 0
  #understood = false

  constructor(keys: ReportKeys, context: RecogniseContext) {
    this.#keys = keys
    this.#context = context
  }

  read(grid: Grid): void {
    const axes = findAxes(grid, this.#context)
    if (axes === null) return
    const around = surroundingsOf(grid, axes.headerRow, this.#context.file, this.#context)
    const named = new Set<Dimension>([axes.across, ...axes.labels.keys()])
    const lacking = dimensions.filter((each) => !named.has(each))
    const unsaid = lacking.filter((each) => !around.said.has(each))
    if (unsaid.length > 0) {
      // A list of reports that lacks a key column is told so as such.
      if (axes.across === 'indicator') return
      this.#understood = true
      for (const each of unsaid) this.#say('table-key-missing', 'error', grid, axes.headerRow, each)
      return
    }
    this.#understood = true
    this.#sayInferred(grid, axes, around, lacking)
    new CrossRows(grid, axes, around, this).read()
  }

  recognised(): Recognised | null {
    if (!this.#understood) return null
    const builder = createSegmentBuilder('cells')
    for (const { head, cells } of this.#reports.values()) {
      const { unit, year, scope, edition } = head
      builder.startReport({ unit, year, scope, edition, source: this.#context.source })
      for (const [indicator, { cell, raw, sheet, row, column }] of cells) {
        const table = sheet === '' ? {} : { sheet }
        builder.setCell(indicator, cell, keptText(cell, raw), { table, row, column })
      }
    }
    return {
      layout: 'cross',
      columns: this.#mappings,
      segments: builder.finish(),
      rows: this.#rows,
      reports: this.#reports.size,
    }
  }

  countRow(): void {
    this.#rows++
  }

  skip(grid: Grid, row: number, cells: readonly string[]): void {
    this.#context.findings.add({
      code: 'row-skipped',
      severity: 'info',
      place: placeIn(this.#context.file, grid.name, rowNumber(grid, row)),
      raw: cells
        .filter((cell) => cell.trim() !== '')
        .join(' ')
        .slice(0, 200),
      detail: { reason: 'total' },
    })
  }

  /** The figure at a row and a column whose unit, year and indicator are known. */
  take(grid: Grid, at: { row: number; column: number }, words: CrossWords, text: string): void {
    const row = rowNumber(grid, at.row)
    const head = this.#head(grid, row, words)
    const figure = this.#figure(grid, row, at.column, words.indicator)
    if (head === null || figure === null) return
    const key = `${head.unit}\0${String(head.year)}\0${head.scope}`
    let report = this.#reports.get(key)
    if (report === undefined) {
      const place = {
        file: this.#context.file,
        sheet: grid.name,
        row,
        columns: new Map<string, number>(),
      }
      if (!this.#keys.claim(head, place)) return
      report = { head, cells: new Map<string, CrossCell>() }
      this.#reports.set(key, report)
    }
    const place = placeIn(this.#context.file, grid.name, row, at.column + 1)
    const cell = figureCell({ text, ...figure }, head, place, this.#context)
    const first = report.cells.get(figure.indicator)
    if (first === undefined) {
      report.cells.set(figure.indicator, {
        ...{ cell, raw: text, sheet: grid.name, row },
        column: at.column + 1,
      })
      return
    }
    this.#context.findings.add({
      code: 'figure-duplicate',
      severity: first.raw.trim() === text.trim() ? 'info' : 'error',
      place,
      raw: text,
      unit: head.text.name,
      year: head.year,
      indicators: [figure.indicator],
      detail: { firstRow: first.row, first: first.raw },
    })
  }

  #head(grid: Grid, row: number, words: CrossWords): ReportHead | null {
    const key = `${words.unitCode}\0${words.unitName}\0${words.year}`
    const known = this.#heads.get(key)
    if (known !== undefined) return known
    const at = {
      file: this.#context.file,
      sheet: grid.name,
      row,
      columns: new Map<string, number>(),
    }
    const head = this.#keys.read({ ...words, scope: '', edition: '' }, at)
    this.#heads.set(key, head)
    return head
  }

  #figure(
    grid: Grid,
    row: number,
    column: number,
    name: readonly string[],
  ): { indicator: string; measure: CellMeasure } | null {
    const key = name.join('\0')
    const known = this.#figures.get(key)
    if (known !== undefined) return known
    const header = name.join('·')
    const place = placeIn(this.#context.file, grid.name, row, column + 1)
    const say = (code: Finding['code'], detail: Finding['detail'], id?: string) => {
      this.#context.findings.add({
        ...{ code, severity: 'warning', place, raw: header },
        ...(id === undefined ? {} : { indicators: [id] }),
        ...(detail === undefined ? {} : { detail }),
      })
    }
    const choice = chooseIndicator([header], name.at(-1) ?? '')
    const moneyUnit = moneyUnitOf(grid.rows.slice(0, 5).flat().join(' '))
    const measure = choice.kind === 'one' ? measureOf(choice.id, name, { moneyUnit }, say) : null
    if (choice.kind !== 'one') say('indicator-unknown', undefined)
    const figure =
      choice.kind === 'one' && measure !== null ? { indicator: choice.id, measure } : null
    this.#figures.set(key, figure)
    if (choice.kind === 'one' && figure !== null) {
      const sheet = grid.name === '' ? {} : { sheet: grid.name }
      const { by, confidence } = choice
      this.#mappings.push({
        ...sheet,
        ...{ column: column + 1, header, indicator: figure.indicator, by, confidence },
      })
    }
    return figure
  }

  #sayInferred(
    grid: Grid,
    { headerRow, across }: CrossAxes,
    { said, disagreements }: Surroundings,
    lacking: readonly Dimension[],
  ): void {
    this.#say('table-crossed', 'info', grid, headerRow, across)
    for (const dimension of lacking) {
      const found = said.get(dimension)
      if (found === undefined) continue
      this.#say('table-key-inferred', 'info', grid, headerRow, dimension, {
        taken: found.text,
        by: found.by,
      })
    }
    for (const { dimension, taken, other } of disagreements) {
      if (!lacking.includes(dimension)) continue
      this.#say('table-key-conflict', 'warning', grid, headerRow, dimension, {
        ...{ taken: taken.text, by: taken.by, other: other.text, otherBy: other.by },
      })
    }
  }

  #say(
    code: Finding['code'],
    severity: Finding['severity'],
    grid: Grid,
    row: number,
    dimension: Dimension,
    detail: Finding['detail'] = {},
  ): void {
    const place = placeIn(this.#context.file, grid.name, rowNumber(grid, row))
    this.#context.findings.add({ code, severity, place, detail: { ...detail, dimension } })
  }
}

/** What is known of a figure, as written. */
interface CrossWords {
  readonly unitCode: string
  readonly unitName: string
  readonly year: string
  /** Group and row, or one label. */
  readonly indicator: readonly string[]
}

/** Goes through the rows of one table. */
class CrossRows {
  readonly #grid: Grid
  readonly #axes: CrossAxes
  readonly #around: Surroundings
  readonly #tables: CrossTables

  constructor(grid: Grid, axes: CrossAxes, around: Surroundings, tables: CrossTables) {
    this.#grid = grid
    this.#axes = axes
    this.#around = around
    this.#tables = tables
  }

  read(): void {
    const { headerRow, columns } = this.#axes
    const header = this.#grid.rows[headerRow] ?? []
    for (let row = headerRow + 1; row < this.#grid.rows.length; row++) {
      const cells = this.#grid.rows[row] ?? []
      if (isBlankRow(cells)) continue
      const labels = this.#labels(row)
      if (labels === null) {
        this.#tables.skip(this.#grid, row, cells)
        continue
      }
      this.#tables.countRow()
      for (const column of columns) {
        const named = new Map(labels).set(this.#axes.across, [header[column] ?? ''])
        this.#tables.take(this.#grid, { row, column }, this.#words(named), cells[column] ?? '')
      }
    }
  }

  /** The names of a row; null for totals, notes and rows without a name. */
  #labels(row: number): Map<Dimension, readonly string[]> | null {
    const labels = new Map<Dimension, readonly string[]>()
    for (const [dimension, columns] of this.#axes.labels) {
      const texts = columns.map((column) => this.#merged(row, column).trim())
      const filled = texts.filter((text) => text !== '')
      const last = filled.at(-1) ?? ''
      if (last === '' || isNote(last)) return null
      if (dimension === 'unit' && filled.some(isTotal)) return null
      if (dimension === 'year' && parseYear(last) === null) return null
      labels.set(dimension, filled)
    }
    return labels
  }

  /** The text of a cell, or that of the merged cell that covers it. */
  #merged(row: number, column: number): string {
    const own = this.#grid.rows[row]?.[column] ?? ''
    if (own.trim() !== '') return own
    const merge = this.#grid.merges?.find(
      (each) =>
        row >= each.row &&
        row < each.row + each.rows &&
        column >= each.column &&
        column < each.column + each.columns,
    )
    return merge ? (this.#grid.rows[merge.row]?.[merge.column] ?? '') : ''
  }

  #words(named: ReadonlyMap<Dimension, readonly string[]>): CrossWords {
    const of = (dimension: Dimension): readonly string[] => {
      const own = named.get(dimension)
      if (own !== undefined) return own
      const said = this.#around.said.get(dimension)
      return said === undefined ? [] : [said.text]
    }
    const units = of('unit')
    const code = units.find((text) => /^\d{6}$/.test(unitText(text, '').code)) ?? ''
    return {
      unitCode: code,
      unitName: units.find((text) => text !== code) ?? '',
      year: of('year').at(-1) ?? '',
      indicator: of('indicator'),
    }
  }
}
