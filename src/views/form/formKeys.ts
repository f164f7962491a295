import type { FormTable } from '@/domain/statutoryForm'

/** The figure that an arrow key leads to within a table; null at its edges and for other keys. */
export function figureAround(table: FormTable, indicator: string, key: string): string | null {
  const rows = table.rows
    .map((row) => row.flatMap((cell) => (cell.kind === 'figure' ? [cell.indicator] : [])))
    .filter((row) => row.length > 0)
  const down = rows.findIndex((row) => row.includes(indicator))
  const right = rows[down]?.indexOf(indicator) ?? -1
  const near = (row: number, column: number): string | null => {
    const line = rows[row] ?? []
    return line[Math.min(column, line.length - 1)] ?? null
  }
  switch (key) {
    case 'ArrowLeft':
      return right > 0 ? near(down, right - 1) : null
    case 'ArrowRight':
      return right + 1 < (rows[down]?.length ?? 0) ? near(down, right + 1) : null
    case 'ArrowUp':
      return near(down - 1, right)
    case 'ArrowDown':
      return near(down + 1, right)
    case 'Home':
      return near(down, 0)
    case 'End':
      return near(down, Number.MAX_SAFE_INTEGER)
    default:
      return null
  }
}
