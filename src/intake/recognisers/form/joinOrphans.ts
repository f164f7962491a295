import { requestRows } from '@/domain/tableThree'
import { tableTwoBlocks } from '@/domain/tableTwo'
import type { FormLine } from './formLine'
import { labelScore } from './labelScore'

/** A label this good is whole. */
const WHOLE = 0.97

const rowLabels = [
  ...requestRows.map(({ label }) => label),
  ...tableTwoBlocks.flatMap(({ rows }) =>
    rows.flatMap(({ label, label2019 }) => [label, label2019 ?? label]),
  ),
]

/**
 * Puts figures that stand in a line of their own behind the label in the line before, as converters part
 * them. Cells left blank are no such line: there a figure or a label was lost.
 */
export function joinOrphans(lines: readonly FormLine[]): FormLine[] {
  const joined: FormLine[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (before?.grid === line.grid && isFigures(line) && isRowLabel(before)) {
      const cells = [...before.cells, ...line.cells]
      joined.splice(-1, 1, { ...line, labels: before.labels, cells, isJoined: true })
    } else joined.push(line)
  }
  return joined
}

function isFigures({ cells, values }: FormLine): boolean {
  return values.length > 0 && values.length === cells.length
}

function isRowLabel({ cells, labels, values }: FormLine): boolean {
  const written = labels[0]?.text ?? ''
  const isAlone = values.length === 0 && labels.length === 1 && cells.length === 1
  return isAlone && rowLabels.some((label) => labelScore(written, label) >= WHOLE)
}
