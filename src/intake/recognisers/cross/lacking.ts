import type { Grid } from '../../document'
import { relativeYear } from '../keyTexts'
import type { CrossAxes } from './axes'
import type { Dimension } from './names'
import type { Surroundings } from './surroundings'

const dimensions = ['unit', 'year', 'indicator'] as const

/** What the table itself does not say of some or all figures. */
export interface Lacking {
  readonly dimension: Dimension
  readonly isAll: boolean
}

/** By dimension; `isAll`: of every figure. */
export function lackingIn(grid: Grid, axes: CrossAxes): Lacking[] {
  const { labels, words, datedRows } = axes
  return dimensions.flatMap((dimension) => {
    const texts = labels.has(dimension)
      ? []
      : axes.columns.map((each) => words.get(each)?.get(dimension))
    const isRelative = dimension === 'year' && relativeYearsIn(grid, axes).length > 0
    const isDated = dimension === 'year' && datedRows
    const isSome = texts.some((text) => text === undefined)
    if (!isSome && !isRelative) return []
    return [
      { dimension, isAll: !isDated && (isRelative || texts.every((text) => text === undefined)) },
    ]
  })
}

/** Words like `上年` and `本年`, which mean no year without that of the table. */
export function relativeYearsIn({ rows }: Grid, { words, labels, headerRow }: CrossAxes): string[] {
  const above = [...words.values()].flatMap((of) => of.get('year') ?? [])
  const columns = labels.get('year') ?? []
  const beside = rows.slice(headerRow + 1).flatMap((cells) => columns.map((at) => cells[at] ?? ''))
  return [...new Set([...above, ...beside])].filter((text) => relativeYear(text) !== null)
}

/** Columns that neither their names nor anything around the table tells all of. */
export function openColumns(axes: CrossAxes, { said }: Surroundings): Set<number> {
  const { columns, labels, words, datedRows } = axes
  const isOpen = (column: number) =>
    dimensions.some(
      (each) =>
        !labels.has(each) &&
        !said.has(each) &&
        words.get(column)?.has(each) !== true &&
        !(each === 'year' && datedRows),
    )
  return new Set(columns.filter(isOpen))
}

/** Columns right of the names of the rows that hold something and no figures of the table. */
export function otherColumns(
  { rows }: Grid,
  { headerRow, headRows, columns, labels, measure }: CrossAxes,
  open: ReadonlySet<number>,
): number[] {
  const named = new Set([...[...labels.values()].flat(), ...(measure === null ? [] : [measure])])
  const first = Math.min(...named)
  const taken = new Set(columns.filter((column) => !open.has(column)))
  const data = rows.filter((_, row) => row > headerRow && !headRows.has(row))
  const width = Math.max(0, ...data.map((cells) => cells.length))
  return Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      column > first &&
      !named.has(column) &&
      !taken.has(column) &&
      data.some((cells) => (cells[column] ?? '').trim() !== ''),
  )
}
