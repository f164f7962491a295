import type { KeyColumn } from '@/domain/aliases'
import { matchKeyColumn } from '@/domain/labels'
import type { UnitText } from '@/domain/unit'
import type { Grid } from '../document'
import {
  isColumnNumbers,
  isNote,
  isTableTotal,
  isTotal,
  isUnitTotal,
  parseYear,
  unitText,
} from './keyTexts'
import { placeIn, type RecogniseContext } from './recognition'
import type { KeyPlace, KeyTexts, ReportHead, ReportKeys } from './reportKeys'
import { rowNumber, type TableHeader } from './tableHeader'
import { yearEndsIn } from './yearEnds'

type Row = readonly string[]
type SkipReason = 'total' | 'note' | 'header' | 'no-keys' | 'ragged'

/**
 * Decides on the rows of a table: which speaks of a report, and which is a total, a note, a header
 * printed again or a fault, each with its finding.
 */
export class TableRows {
  readonly #context: RecogniseContext
  readonly #keys: ReportKeys
  readonly #sheet: string
  readonly #columns: ReadonlyMap<KeyColumn, number>
  readonly #places: ReadonlyMap<string, number>
  readonly #answer: AnsweredKeys
  /** Columns (from 0) that say of which part of the unit or of the year a row is. */
  readonly #parts: readonly number[]
  /** The years of dates that stand for them. */
  #yearEnds: ReadonlyMap<string, string> = new Map()
  /** The row of each report, where one may be in several tables. */
  readonly #reports = new Map<string, number>()
  /** Rows that should have been reports and are not. */
  refused = 0

  constructor(context: RecogniseContext, keys: ReportKeys, header: TableHeader, sheet: string) {
    this.#context = context
    this.#keys = keys
    this.#sheet = sheet
    this.#columns = header.keys
    this.#answer = answeredKeys(header, context, sheet)
    this.#parts = partColumns(header)
    this.#places = new Map([...header.keys].map(([key, index]) => [key, index + 1]))
  }

  /** Takes years that the rows of a table have as the last days of them, and says so. */
  takeYearEnds(grid: Grid, firstRow: number): void {
    const column = this.#columns.get('year')
    if (column === undefined) return
    const { years, first } = yearEndsIn(grid.rows, firstRow, column)
    this.#yearEnds = years
    if (first === null) return
    this.#context.findings.add({
      code: 'year-from-date',
      severity: 'warning',
      place: placeIn(this.#context.file, this.#sheet, rowNumber(grid, first.row), column + 1),
      raw: first.raw,
      detail: { year: years.get(first.raw) ?? '' },
    })
  }

  /** The key texts of a row of cells. */
  texts(cells: Row): KeyTexts {
    const cell = (key: KeyColumn) => {
      const index = this.#columns.get(key)
      return index === undefined ? '' : (cells[index] ?? '')
    }
    const { unit, year } = this.#answer
    const written = cell('year')
    return {
      unitCode: unit?.code ?? cell('unitCode'),
      unitName: unit?.name ?? cell('unitName'),
      year: year ?? this.#yearEnds.get(written) ?? written,
      scope: cell('scope'),
      edition: cell('edition'),
    }
  }

  /**
   * Whose report a row speaks of; null (with a finding) where of none. A row of another width may
   * be shifted, so it speaks of none. `cells` is asked only where the keys leave it open what the
   * row is, or where a width is expected.
   */
  head(texts: KeyTexts, row: number, cells: () => Row, width: number): ReportHead | null {
    const reason = this.#skipReason(texts, cells) ?? (isRagged(cells, width) ? 'ragged' : null)
    if (reason === 'ragged') this.refused++
    if (reason !== null) {
      this.#skip(reason, row, cells())
      return null
    }
    if (this.#isOfPart(cells, row)) return null
    const head = this.#keys.read(texts, this.#at(row))
    if (head === null) this.refused++
    return head
  }

  /** Takes the place of a report in the file; false (with a finding) where it is taken. */
  claim(head: ReportHead, row: number): boolean {
    const first = this.#keys.take(head, row)
    if (first !== 0) {
      this.refused++
      this.#keys.reportDuplicate(head, this.#at(row), first)
    }
    return first === 0
  }

  /** Whether no row above in the table speaks of the report; false with a finding. */
  isFirst(head: ReportHead, row: number): boolean {
    const key = `${head.unit}\0${head.year}\0${head.scope}`
    const first = this.#reports.get(key)
    if (first === undefined) {
      this.#reports.set(key, row)
      return true
    }
    this.refused++
    this.#keys.reportDuplicate(head, this.#at(row), first)
    return false
  }

  /** Whether a row states the total of all rows above it. */
  isTableTotal({ unitCode, unitName }: KeyTexts): boolean {
    const { code, name } = unitText(unitCode, unitName)
    return isTableTotal(name === '' ? code : name)
  }

  /** Whether a row has the figures of a town or a quarter, which is told. */
  #isOfPart(cells: () => Row, row: number): boolean {
    const column = this.#parts.find((index) => {
      const text = (cells()[index] ?? '').trim()
      return text !== '' && !isWhole(text)
    })
    if (column === undefined) return false
    this.refused++
    this.#context.findings.add({
      code: 'row-of-part',
      severity: 'error',
      place: placeIn(this.#context.file, this.#sheet, row, column + 1),
      raw: (cells()[column] ?? '').trim(),
    })
    return true
  }

  #at(row: number): KeyPlace {
    return { file: this.#context.file, sheet: this.#sheet, row, columns: this.#places }
  }

  #skipReason(texts: KeyTexts, cells: () => Row): SkipReason | null {
    const { code, name } = unitText(texts.unitCode, texts.unitName)
    const hasUnit = code !== '' || name !== ''
    const isNumbered = [name, code].includes('甲') && isColumnNumbers(cells())
    const other = isNumbered ? 'header' : this.#otherRow(cells)
    if (other !== null) return other
    if (hasUnit && parseYear(texts.year) !== null) {
      return code === '' ? reasonOfName(name) : null
    }
    if (isUnitTotal(name) || isTotal(code)) return 'total'
    if (matchKeyColumn(texts.year) === 'year' && !hasDigits([texts.year])) return 'header'
    return noteReason(cells(), hasUnit || texts.year.trim() !== '')
  }

  /** Without a key of its own, a row under the table looks like one of its reports. */
  #otherRow(cells: () => Row): SkipReason | null {
    const { unit, year } = this.#answer
    if (unit === undefined && year === undefined) return null
    const written = cells()
    if (written.some((text) => matchKeyColumn(text) !== null)) return 'header'
    return isNote(written.find((text) => text.trim() !== '') ?? '') ? 'note' : null
  }

  #skip(reason: SkipReason, row: number, cells: Row): void {
    const text = cells.filter((cell) => cell.trim() !== '').join(' ')
    this.#context.findings.add({
      code: 'row-skipped',
      severity: reason === 'ragged' ? 'error' : 'info',
      place: placeIn(this.#context.file, this.#sheet, row),
      raw: text.slice(0, 200),
      detail: { reason },
    })
  }
}

/** What the user, or what stands around the table, said for a key column that it has not. */
interface AnsweredKeys {
  readonly unit?: UnitText
  readonly year?: string
}

function answeredKeys(
  { keys, said }: TableHeader,
  { answers, file }: RecogniseContext,
  sheet: string,
): AnsweredKeys {
  const answer = answers?.table(file, sheet)
  const named = said?.get('unit')
  const unit = answer?.unit ?? (named === undefined ? undefined : writtenAs(named))
  const year = answer?.year ?? said?.get('year')
  const lacksUnit = !keys.has('unitCode') && !keys.has('unitName')
  return {
    ...(lacksUnit && unit !== undefined ? { unit } : {}),
    ...(!keys.has('year') && year !== undefined ? { year: String(year) } : {}),
  }
}

function writtenAs(text: string): UnitText {
  return /^\d{6}$/.test(text) ? { code: text, name: '' } : { code: '', name: text }
}

const PART =
  /^(?:(?:所属|所在)?(?:乡镇|镇街|镇乡|乡镇街道|镇\(?街道?\)?|街道|乡镇\(街道\))(?:名称)?|季度|月份|月度?|时段)$/u

/** The columns of a table, from 0, whose rows are of a town, a quarter or a month. */
export function partColumns({ columns }: Pick<TableHeader, 'columns'>): number[] {
  const isPart = ([text = '']: readonly string[]) =>
    PART.test(text.normalize('NFKC').replaceAll(/\s/gu, ''))
  return columns.flatMap(({ index, texts }) => (isPart(texts) ? [index] : []))
}

/** Whether a word beside the towns or quarters means all of them. */
function isWhole(text: string): boolean {
  return isTotal(text) || /^(?:全[年县区市]|全部|年度|1[-~—至]12月?|[/／—-]+|无)$/u.test(text)
}

/** Why what stands where a unit's name does is none. */
function reasonOfName(name: string): SkipReason | null {
  if (isUnitTotal(name)) return 'total'
  return isNote(name) ? 'note' : null
}

/** A row that names no report may be a note; without keys and figures it is nothing. */
function noteReason(cells: Row, hasKeys: boolean): SkipReason | null {
  const first = cells.find((cell) => cell.trim() !== '') ?? ''
  if (isNote(first)) return 'note'
  if (isTotal(first)) return 'total'
  return !hasKeys && !hasDigits(cells) ? 'no-keys' : null
}

function hasDigits(cells: Row): boolean {
  return cells.some((cell) => /\d/.test(cell))
}

function isRagged(cells: () => Row, width: number): boolean {
  if (width === Infinity) return false
  const row = cells()
  return row.length < width || row.slice(width).some((cell) => cell.trim() !== '')
}
