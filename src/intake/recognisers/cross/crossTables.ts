import type { Finding } from '@/domain/finding'
import { moneyUnitOf } from '../../cell/measureUnit'
import type { Grid, SourceDocument } from '../../document'
import { GatheredReports } from '../gatheredReports'
import { rowUnitAt, type RowUnit } from '../measureColumn'
import { NamedFigures } from '../namedFigures'
import { isNote } from '../keyTexts'
import { placeIn, type RecogniseContext, type Recognised } from '../recognition'
import { headOf, type ReportHead, type ReportKeys } from '../reportKeys'
import { rowNumber } from '../tableHeader'
import { findAxes, type CrossAxes, type Dimension } from './axes'
import { blocksOf } from './blocks'
import { CrossRows, type CrossWords } from './crossRows'
import { surroundingsOf, type Surroundings } from './surroundings'

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

/** Where a figure stands (row and column from 0), and the units of measure that hold there. */
interface FigureSpot {
  readonly row: number
  readonly column: number
  readonly moneyUnit: string | null
  readonly rowUnit: RowUnit | null
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

  read(grid: Grid): void {
    const axes = findAxes(grid, this.#context)
    if (axes === null) return
    const blocks = blocksOf(grid, axes.headerRow)
    let around: Surroundings | null = null
    for (const block of blocks) {
      const own = block === grid ? axes : findAxes(block, this.#context)
      if (own === null) continue
      const said = surroundingsOf(block, own.headerRow, this.#context.file, this.#context)
      // A block whose title says nothing (续表) goes on with what was said of the one before.
      around = around === null || isTitled(said) ? said : around
      this.#readBlock(block, own, around)
    }
  }

  #readBlock(grid: Grid, axes: CrossAxes, around: Surroundings): void {
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
    this.#readRows(grid, axes, around)
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

  #readRows(grid: Grid, axes: CrossAxes, around: Surroundings): void {
    const moneyUnit = moneyUnitOf(
      grid.rows
        .slice(0, axes.headerRow + 1)
        .flat()
        .join(' '),
    )
    const rows = new CrossRows(grid, axes, around)
    for (const { row, cells, words } of rows.read()) {
      if (words === null) {
        this.#skip(grid, row, cells)
        continue
      }
      this.#rows++
      const rowUnit = rowUnitAt(grid, row, axes.measure, axes.across === 'indicator')
      for (const [column, named] of words) {
        this.#take(grid, { row, column, moneyUnit, rowUnit }, named, cells[column] ?? '')
      }
    }
  }

  #skip(grid: Grid, row: number, cells: readonly string[]): void {
    const text = cells.filter((cell) => cell.trim() !== '').join(' ')
    this.#context.findings.add({
      code: 'row-skipped',
      severity: 'info',
      place: placeIn(this.#context.file, grid.name, rowNumber(grid, row)),
      raw: text.slice(0, 200),
      detail: { reason: isNote(cells.find((cell) => cell.trim() !== '') ?? '') ? 'note' : 'total' },
    })
  }

  /** The figure at a row and a column (from 0) whose unit, year and indicator are known. */
  #take(
    grid: Grid,
    { row, column, moneyUnit, rowUnit }: FigureSpot,
    words: CrossWords,
    text: string,
  ): void {
    const at = { sheet: grid.name, row: rowNumber(grid, row), column: column + 1 }
    const named = this.#head(words, at)
    const figure = this.#figures.figureOf(words.indicator, at, moneyUnit, rowUnit)
    if (named === null || figure === null) return
    const head = headOf(named, figure.indicator)
    const report = this.#gathered.reportOf(head, () => this.#keys.claim(head, this.#keyPlace(at)))
    if (report !== null) this.#gathered.add(report, figure, text, at)
  }

  #head(words: CrossWords, at: { sheet: string; row: number }): ReportHead | null {
    const key = `${words.unitCode}\0${words.unitName}\0${words.year}`
    const known = this.#heads.get(key)
    if (known !== undefined) return known
    const head = this.#keys.read({ ...words, scope: '', edition: '' }, this.#keyPlace(at))
    this.#heads.set(key, head)
    return head
  }

  #keyPlace({ sheet, row }: { sheet: string; row: number }) {
    return { file: this.#context.file, sheet, row, columns: new Map<string, number>() }
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

function isTitled({ said }: Surroundings): boolean {
  return [...said.values()].some(({ by }) => by === '标题')
}
