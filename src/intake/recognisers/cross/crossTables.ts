import type { Finding } from '@/domain/finding'
import { hasDecimalCommas } from '../../cell/decimalCommas'
import { moneyUnitOf } from '../../cell/measureUnit'
import type { Grid, SourceDocument } from '../../document'
import { isRepairHeading } from '../../repairColumns'
import { GatheredReports } from '../gatheredReports'
import { rowUnitAt, type RowUnit } from '../measureColumn'
import { NamedFigures } from '../namedFigures'
import { isRemark, isTotal, relativeYear } from '../keyTexts'
import { placeIn, type RecogniseContext, type Recognised } from '../recognition'
import { headOf, type ReportHead, type ReportKeys } from '../reportKeys'
import { moneyUnitAround, rowNumber } from '../tableHeader'
import { findAxes, type CrossAxes } from './axes'
import { blocksOf } from './blocks'
import { headingOf } from './columnNames'
import { CrossRows, type CrossWords, type NoRow } from './crossRows'
import { lackingIn, openColumns, otherColumns, relativeYearsIn } from './lacking'
import type { Dimension, NameKey } from './names'
import { surroundingsOf, type Surroundings } from './surroundings'

/**
 * Tables that are no list of reports: indicators by counties, indicators by years, counties by years,
 * or a sheet a county or a year. What a table does not say itself is taken from its title, its sheet's
 * name or its file's name, and said. Null where no sheet is such a table.
 */
export function recogniseCrossTables(
  document: SourceDocument,
  keys: ReportKeys,
  context: RecogniseContext,
): CrossRecognised | null {
  const tables = new CrossTables(keys, context)
  const left = document.grids.filter((grid) => !tables.read(grid))
  const recognised = tables.recognised()
  return recognised === null ? null : { ...recognised, left }
}

interface CrossRecognised extends Recognised {
  /** Sheets that are no such table. */
  readonly left: readonly Grid[]
}

/** Where a figure stands (row and column from 0), and the units of measure that hold there. */
interface FigureSpot {
  readonly row: number
  readonly column: number
  readonly moneyUnit: string | null
  readonly rowUnit: RowUnit | null
  readonly decimalCommas: boolean
  /** The row of the header where that names the figure. */
  readonly headerRow: number | null
}

class CrossTables {
  readonly #keys: ReportKeys
  readonly #context: RecogniseContext
  readonly #gathered: GatheredReports
  readonly #figures: NamedFigures
  readonly #heads = new Map<string, ReportHead | null>()
  #rows = 0
  #understood = false

  constructor(keys: ReportKeys, context: RecogniseContext) {
    this.#keys = keys
    this.#context = context
    this.#gathered = new GatheredReports(context)
    this.#figures = new NamedFigures(context)
  }

  /** Whether the grid is such a table, then read. */
  read(grid: Grid): boolean {
    const axes = findAxes(grid, this.#context)
    if (axes === null) return false
    let isOne = false
    const blocks = blocksOf(grid, axes)
    let around: Surroundings | null = null
    for (const block of blocks) {
      const own = block === grid ? axes : findAxes(block, this.#context)
      if (own === null) continue
      const said = surroundingsOf(block, own.headerRow, this.#context.file, this.#context)
      // A block whose title says nothing (续表) goes on with what was said of the one before.
      around = around === null || isTitled(said) ? said : around
      if (this.#readBlock(block, own, around)) isOne = true
    }
    if (isOne) this.#understood = true
    return isOne
  }

  #readBlock(grid: Grid, axes: CrossAxes, around: Surroundings): boolean {
    const lacking = lackingIn(grid, axes)
    const unsaid = lacking.filter(({ dimension, isAll }) => isAll && !around.said.has(dimension))
    if (unsaid.length > 0) {
      // A list of reports that lacks a key column is told so as such.
      if (axes.across === 'indicator' && axes.headRows.size === 1 && axes.taken.length === 0)
        return false
      const years = relativeYearsIn(grid, axes)
      for (const { dimension } of unsaid) {
        const detail = dimension === 'year' && years.length > 0 ? { words: years.join('、') } : {}
        this.#say('table-key-missing', 'error', grid, axes.headerRow, dimension, detail)
      }
      return true
    }
    this.#sayInferred(
      grid,
      axes,
      around,
      lacking.map(({ dimension }) => dimension),
    )
    const open = openColumns(axes, around)
    this.#sayLeftOut(grid, axes, open)
    this.#readRows(grid, axes, around, open)
    return true
  }

  recognised(): Recognised | null {
    if (!this.#understood) return null
    return {
      layout: 'cross',
      columns: this.#figures.mappings,
      segments: this.#gathered.segments(),
      rows: this.#rows,
      reports: this.#gathered.size,
    }
  }

  #readRows(grid: Grid, axes: CrossAxes, around: Surroundings, open: ReadonlySet<number>): void {
    const inHeader = moneyUnitOf((grid.rows[axes.headerRow] ?? []).join(' '))
    const moneyUnit = inHeader ?? moneyUnitAround(grid, 0, axes.headerRow, this.#context)
    const decimalCommas = hasDecimalCommas(
      grid.rows.flatMap((cells) => axes.columns.map((column) => cells[column] ?? '')),
    )
    const rows = new CrossRows(grid, axes, around, this.#context)
    for (const { row, cells, words } of rows.read()) {
      if (typeof words === 'string') {
        this.#skip(grid, row, cells, words)
        continue
      }
      this.#rows++
      const rowUnit = rowUnitAt(grid, row, axes.measure, axes.across === 'indicator')
      for (const [column, named] of words) {
        if (open.has(column)) continue
        const headerRow = axes.words.get(column)?.has('indicator') ? axes.headerRow : null
        const spot = { row, column, moneyUnit, rowUnit, decimalCommas, headerRow }
        this.#take(grid, spot, named, cells[column] ?? '')
      }
    }
  }

  #skip(grid: Grid, row: number, cells: readonly string[], reason: NoRow): void {
    const text = cells.filter((cell) => cell.trim() !== '').join(' ')
    this.#context.findings.add({
      code: 'row-skipped',
      severity: reason === 'unnamed' && /\d/.test(text) ? 'warning' : 'info',
      place: placeIn(this.#context.file, grid.name, rowNumber(grid, row)),
      raw: text.slice(0, 200),
      detail: { reason },
    })
  }

  /** The figure at a row and a column (from 0) whose unit, year and indicator are known. */
  #take(
    grid: Grid,
    { row, column, moneyUnit, rowUnit, decimalCommas, headerRow }: FigureSpot,
    words: CrossWords,
    text: string,
  ): void {
    const at = { sheet: grid.name, row: rowNumber(grid, row), column: column + 1 }
    const named = this.#head(words, at)
    const headerAt = headerRow === null ? null : { ...at, row: rowNumber(grid, headerRow) }
    const figure = this.#figures.figureOf(words.indicator, at, moneyUnit, rowUnit, headerAt)
    if (named === null || figure === null) return
    const head = headOf(named, figure.indicator)
    const report = this.#gathered.reportOf(head, () => this.#keys.claim(head, this.#keyPlace(at)))
    if (report !== null) this.#gathered.add(report, figure, text, at, decimalCommas)
  }

  #head(words: CrossWords, at: { sheet: string; row: number }): ReportHead | null {
    const key = [words.unitCode, words.unitName, words.year, words.scope, words.edition].join('\0')
    const known = this.#heads.get(key)
    if (known !== undefined) return known
    const head = this.#keys.read(words, this.#keyPlace(at))
    this.#heads.set(key, head)
    return head
  }

  #keyPlace({ sheet, row }: { sheet: string; row: number }) {
    return { file: this.#context.file, sheet, row, columns: new Map<string, number>() }
  }

  /** Columns with content that are no figures of the table. */
  #sayLeftOut(grid: Grid, axes: CrossAxes, open: ReadonlySet<number>): void {
    const { headerRow, headRows, across } = axes
    for (const column of otherColumns(grid, axes, open)) {
      const heading = headingOf(grid, headRows, column)
      if (isRepairHeading(heading)) continue
      const reason = heading.split('·').some(isTotal) ? 'total' : isRemark(heading) ? 'remark' : ''
      this.#context.findings.add({
        code: 'column-left-out',
        severity: reason === '' ? 'warning' : 'info',
        place: placeIn(this.#context.file, grid.name, rowNumber(grid, headerRow), column + 1),
        raw: heading,
        detail: { dimension: across, reason },
      })
    }
  }

  #sayInferred(
    grid: Grid,
    { headerRow, across, taken }: CrossAxes,
    { said, disagreements }: Surroundings,
    lacking: readonly Dimension[],
  ): void {
    this.#say('table-crossed', 'info', grid, headerRow, across)
    const year = Number(said.get('year')?.text)
    for (const { key, row, texts } of taken) {
      const from = row === null ? {} : { row: rowNumber(grid, row) }
      const read = texts.slice(0, 8).map((text) => inFigures(text, year))
      this.#say('columns-named', 'info', grid, row ?? headerRow, key, {
        ...from,
        taken: read.join('、'),
      })
    }
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
    dimension: NameKey,
    detail: Finding['detail'] = {},
  ): void {
    const place = placeIn(this.#context.file, grid.name, rowNumber(grid, row))
    this.#context.findings.add({ code, severity, place, detail: { ...detail, dimension } })
  }
}

/** What was taken for a year's word (`上年`), in a table of that year. */
function inFigures(text: string, year: number): string {
  const years = relativeYear(text)
  return years === null ? text : `${text}（${String(year + years)}）`
}

function isTitled({ said }: Surroundings): boolean {
  return [...said.values()].some(({ by }) => by === '标题')
}
