import { matchKeyColumn } from '@/domain/labels'
import { coveredText, type Grid } from '../../document'
import { isMeasure } from '../../cell/measureUnit'
import { isNote, isTotal, parseEdition, parseScope, relativeYear } from '../keyTexts'
import { datedName, dimensionOf, namesIn, type Dimension, type NameKey, type Names } from './names'

/** What the rows of a table say of its columns. */
export interface ColumnNames {
  /** Rows of the grid (from 0) that name the columns and hold no figures. */
  readonly headRows: ReadonlySet<number>
  /** The last of those that stand together at the header. */
  readonly lastHeadRow: number
  /** Columns (from 0) with figures. */
  readonly columns: readonly number[]
  /** By column, as written. */
  readonly words: ReadonlyMap<number, ReadonlyMap<NameKey, readonly string[]>>
  /** What stands in other rows than the header, or in one name with another thing. */
  readonly taken: readonly TakenName[]
}

/** What of the columns was taken from where; the row counts from 0, null: their names have it too. */
export interface TakenName {
  readonly key: NameKey
  readonly row: number | null
  readonly texts: readonly string[]
}

/** What is known of a table before the rest of its header is looked at. */
interface Header {
  readonly headerRow: number
  readonly across: Dimension
  readonly columns: readonly number[]
  readonly labels: ReadonlyMap<NameKey, readonly number[]>
  readonly measure: number | null
}

/** A row that names columns, or their units of measure. */
interface NamingRow {
  readonly row: number
  readonly key: NameKey | 'measure'
}

/** Rows of words that may stand below the first one of a header. */
const MORE_ROWS = 3
const SEARCHED_ROWS = 80

/**
 * Everything that names the columns: the header, rows of other names below or above it (indicators over
 * years, cells of the upper row carried to the right), rows with the word for what they name (`年份`, `口径`)
 * anywhere, and years within the names.
 */
export function columnNames(grid: Grid, header: Header, names: Names): ColumnNames {
  const levels = levelRows(grid, header, names)
  const lowest = levels.findLast(({ key }) => key !== 'measure')
  const columns = lowest === undefined ? header.columns : namedIn(grid, lowest, header, names)
  const above = rowAbove(grid, header, columns, levels)
  const own: readonly NamingRow[] = [
    ...(above === null ? [] : [above]),
    { row: header.headerRow, key: header.across },
    ...levels,
  ]
  const known = new Set<NamingRow['key']>([...own.map(({ key }) => key), ...header.labels.keys()])
  const keyed = keyRows(grid, { ...header, columns }, own, known, names)
  const words = new Map<number, Map<NameKey, string[]>>()
  for (const column of columns) {
    const of = new Map<NameKey, string[]>()
    for (const { row, key } of [...own, ...keyed]) {
      const text = textAt(grid, row, column, firstColumn(header))
      // 全县汇总 is a scope, and elsewhere a total.
      if (text === '' || (key !== 'scope' && isTotal(text))) continue
      if (key === 'measure') addMeasure(of, text)
      else of.set(key, [...(of.get(key) ?? []), text])
    }
    words.set(column, of)
  }
  const isDated = splitYears(words, header, names)
  const headRows = new Set([...own, ...keyed].map(({ row }) => row))
  let lastHeadRow = header.headerRow
  while (headRows.has(lastHeadRow + 1)) lastHeadRow++
  return {
    headRows,
    lastHeadRow,
    columns,
    words,
    taken: takenNames(words, [...own, ...keyed], header, isDated),
  }
}

/** A unit of measure below the name of an indicator belongs to it. */
function addMeasure(of: Map<NameKey, string[]>, unit: string): void {
  const names = of.get('indicator') ?? []
  const bare = unit.replace(/^[（(]|[)）]$/gu, '')
  of.set('indicator', [...names.slice(0, -1), `${names.at(-1) ?? ''}（${bare}）`])
}

function firstColumn({ labels }: Pick<Header, 'labels'>): number {
  return Math.max(...[...labels.values()].flat()) + 1
}

/** A cell above names the columns to its right as well: as far as it is merged, in text until the next one. */
function textAt(grid: Grid, row: number, column: number, first: number): string {
  const own = coveredText(grid, row, column).trim()
  const isMerged = grid.merges?.some((merge) => row >= merge.row && row < merge.row + merge.rows)
  if (own !== '' || isMerged === true) return own
  const left = (grid.rows[row] ?? []).slice(first, column)
  return left.findLast((text) => text.trim() !== '')?.trim() ?? ''
}

/** The rows below the first one that name the same columns by something else, or by the rest of an indicator. */
function levelRows(grid: Grid, header: Header, names: Names): NamingRow[] {
  const found: NamingRow[] = []
  const known = new Set<NamingRow['key']>([header.across, ...header.labels.keys()])
  for (let row = header.headerRow + 1; row <= header.headerRow + MORE_ROWS; row++) {
    const key = levelKind(grid, row, header, names)
    const isRest = key === 'indicator' && header.across === key && found.length === 0
    if (key === null || (known.has(key) && !isRest)) break
    known.add(key)
    found.push({ row, key })
  }
  return found
}

/** What all cells of a row under a header name, where nothing else stands in it. */
function levelKind(
  grid: Grid,
  row: number,
  header: Header,
  names: Names,
): Dimension | 'measure' | null {
  const cells = grid.rows[row] ?? []
  const first = firstColumn(header)
  if (!cells.slice(0, first).every(isKeyOrBlank)) return null
  const texts = cells.slice(first).filter((text, at) => {
    return text.trim() !== '' && !isTotal(text) && first + at !== header.measure
  })
  if (texts.length > 0 && texts.every(isMeasure)) {
    return header.labels.has('indicator') ? null : 'measure'
  }
  if (texts.length < header.columns.length) return null
  const kinds = new Set(texts.map((text) => dimensionOf(text, names)))
  const [kind] = kinds
  if (kinds.size === 1 && kind !== undefined && kind !== null) return kind
  // Words of any kind are names of figures, known or not, or the rest of such names.
  const isNaming = !header.labels.has('indicator') && texts.every(isWords)
  return isNaming ? 'indicator' : null
}

function isWords(text: string): boolean {
  return /\p{Script=Han}{2}/u.test(text) && !/\d/u.test(text) && !isNote(text)
}

/** Whether a cell says nothing, or what stands beside it (`年份`). */
export function isKeyOrBlank(text: string): boolean {
  return text.trim() === '' || matchKeyColumn(text) !== null
}

function namedIn(grid: Grid, { row, key }: NamingRow, header: Header, names: Names): number[] {
  const first = firstColumn(header)
  const isNamed = (text: string) =>
    key === 'indicator' ? text.trim() !== '' && !isTotal(text) : dimensionOf(text, names) === key
  return (grid.rows[row] ?? []).flatMap((text, column) =>
    column >= first && column !== header.measure && isNamed(text) ? [column] : [],
  )
}

/**
 * The row above where it has the names of indicators, known or not: what they are is nowhere else said, and it
 * has several of them over the columns.
 */
function rowAbove(
  grid: Grid,
  header: Header,
  columns: readonly number[],
  levels: readonly NamingRow[],
): NamingRow | null {
  const { headerRow, across, labels } = header
  const isNamed = [across, ...labels.keys(), ...levels.map(({ key }) => key)].some(
    (key) => key === 'indicator',
  )
  if (isNamed || headerRow === 0) return null
  const row = headerRow - 1
  const cells = grid.rows[row] ?? []
  const first = firstColumn(header)
  const texts = cells.slice(first).filter((text) => text.trim() !== '')
  const isWords = texts.every((text) => !/[:：]|^[\d.,\s]+$/u.test(text) && !isNote(text))
  const isBeginning = textAt(grid, row, columns[0] ?? first, first) !== ''
  if (!isWords || !isBeginning || new Set(texts).size < 2) return null
  return cells.slice(0, first).every(isKeyOrBlank) ? { row, key: 'indicator' } : null
}

const keyWords: ReadonlyMap<string, NameKey> = new Map([
  ['unitCode', 'unit'],
  ['unitName', 'unit'],
  ['year', 'year'],
  ['scope', 'scope'],
  ['edition', 'edition'],
])

/** The rows that begin with the word for what they say of the columns. */
function keyRows(
  grid: Grid,
  header: Header,
  own: readonly NamingRow[],
  known: ReadonlySet<NamingRow['key']>,
  names: Names,
): NamingRow[] {
  const first = firstColumn(header)
  const taken = new Set<NameKey>()
  const found: NamingRow[] = []
  for (const [row, cells] of grid.rows.slice(0, SEARCHED_ROWS).entries()) {
    const word = cells.slice(0, first).find((text) => text.trim() !== '') ?? ''
    const key = keyWords.get(matchKeyColumn(word) ?? '')
    if (key === undefined || own.some((naming) => naming.row === row)) continue
    const isMore = key === 'unit' && header.across === 'unit'
    if ((known.has(key) && !isMore) || (taken.has(key) && key !== 'unit')) continue
    const texts = header.columns.map((column) => cells[column] ?? '')
    const filled = texts.filter((text) => text.trim() !== '')
    const right = filled.filter((text) => isOf(key, text, names))
    if (right.length === 0 || right.length <= filled.length / 2) continue
    taken.add(key)
    found.push({ row, key })
  }
  return found
}

function isOf(key: NameKey, text: string, names: Names): boolean {
  if (key === 'scope') return parseScope(text) !== null
  if (key === 'edition') return parseEdition(text) !== null
  return dimensionOf(text, names) === key
}

/** Takes years out of the names that have them, where they stand nowhere else; whether there were any. */
function splitYears(
  words: ReadonlyMap<number, Map<NameKey, string[]>>,
  { across, labels }: Header,
  names: Names,
): boolean {
  let isDated = false
  const isKnown = labels.has('year') || [...words.values()].some((of) => of.has('year'))
  if (isKnown) return false
  for (const of of words.values()) {
    const texts = of.get(across) ?? []
    const text = texts.at(-1) ?? ''
    const dated = dimensionOf(text, names) === null ? datedName(text) : null
    if (dated === null || across === 'year') continue
    if (across === 'unit' && namesIn(text, names).size < 2) continue
    of.set(across, [...texts.slice(0, -1), dated.name]).set('year', [dated.year])
    isDated = true
  }
  return isDated
}

function takenNames(
  words: ReadonlyMap<number, ReadonlyMap<NameKey, readonly string[]>>,
  rows: readonly NamingRow[],
  { headerRow }: Header,
  isDated: boolean,
): TakenName[] {
  const textsOf = (key: NameKey) => [
    ...new Set([...words.values()].flatMap((of) => of.get(key) ?? [])),
  ]
  const further = rows.flatMap(({ row, key }): TakenName[] => {
    if (key === 'measure') return []
    const texts = textsOf(key)
    // What the header itself says is plain, but for words that mean a year.
    const isPlain = row === headerRow && !texts.some((text) => relativeYear(text) !== null)
    return isPlain ? [] : [{ key, row, texts }]
  })
  return [
    ...further,
    ...(isDated ? [{ key: 'year' as const, row: null, texts: textsOf('year') }] : []),
  ]
}

/** What stands over a column (from 0), from above to below. */
export function headingOf(grid: Grid, headRows: ReadonlySet<number>, column: number): string {
  const texts = [...headRows]
    .toSorted((a, b) => a - b)
    .map((row) => coveredText(grid, row, column).trim())
  return [...new Set(texts.filter((text) => text !== ''))].join('·')
}
