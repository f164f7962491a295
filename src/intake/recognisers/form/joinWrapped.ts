import { requestRows } from '@/domain/tableThree'
import type { FormCell, FormLine } from './formLine'
import { labelScore } from './labelScore'

/** A label this good is whole; one that is put together from pieces must be. */
const WHOLE = 0.97

/**
 * Joins labels that wrap around their figures: in print the figures stand beside the middle of a label
 * of several lines, so that its first and last words come before and after them. Only pieces that
 * together are an official label are joined.
 */
export function joinWrapped(lines: readonly FormLine[]): FormLine[] {
  const gone = new Set<number>()
  const joined = lines.map((line, at) => {
    if (line.values.length === 0) return line
    const own = lastLabel(line)
    if (own !== null && isOfficial(own.text)) return line
    const before = freeLabel(lines, at - 1, gone)
    const after = freeLabel(lines, at + 1, gone)
    for (const [first, last] of [
      [before, after],
      [before, null],
      [null, after],
    ] as const) {
      const whole = [first, own, last].map((cell) => cell?.text ?? '').join('')
      if ((first === null && last === null) || !isOfficial(whole)) continue
      if (first !== null) gone.add(at - 1)
      if (last !== null) gone.add(at + 1)
      return withLabel(line, whole, own ?? first ?? last)
    }
    return line
  })
  return joined.filter((_, at) => !gone.has(at))
}

function lastLabel({ labels }: FormLine): FormCell | null {
  return labels.at(-1) ?? null
}

/** The label of a line that has nothing else. */
function freeLabel(lines: readonly FormLine[], at: number, gone: Set<number>): FormCell | null {
  const line = lines[at]
  if (line?.values.length !== 0 || gone.has(at)) return null
  const label = lastLabel(line)
  return label !== null && !isOfficial(label.text) ? label : null
}

function isOfficial(text: string): boolean {
  return requestRows.some(({ label }) => labelScore(text, label) >= WHOLE)
}

function withLabel(line: FormLine, text: string, cell: FormCell | null): FormLine {
  const [first] = line.values
  const label: FormCell = { text, column: cell?.column ?? 1, row: first?.row ?? 1 }
  return { ...line, labels: [...line.labels.slice(0, -1), label] }
}
