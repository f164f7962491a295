import { requestRows } from '@/domain/tableThree'
import type { FormCell, FormLine } from './formLine'
import { labelScore } from './labelScore'

/** A label this good is whole; one that is put together from pieces must be. */
const WHOLE = 0.97

/** Between the pieces of a label may stand a line of the heading of its group, which wraps too. */
const FURTHEST = 2

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
    const found = wholeLabel(lines, at, own, gone)
    if (found === null) return line
    found.taken.forEach((each) => gone.add(each))
    return withLabel(line, found.text, own ?? lastLabel(lines[found.taken[0] ?? -1]))
  })
  return joined.filter((_, at) => !gone.has(at))
}

interface Whole {
  readonly text: string
  /** The lines that the pieces before and after the figures stand in. */
  readonly taken: readonly number[]
}

/** The official label that the pieces around a line make up; the nearest pieces that do. */
function wholeLabel(
  lines: readonly FormLine[],
  at: number,
  own: FormCell | null,
  gone: ReadonlySet<number>,
): Whole | null {
  const near = (step: 1 | -1) => [
    ...Array.from({ length: FURTHEST }, (_, by) => at + step * (by + 1)).filter(
      (each) => freeLabel(lines, each, gone) !== null,
    ),
    null,
  ]
  const textAt = (each: number | null) =>
    each === null ? '' : (freeLabel(lines, each, gone)?.text ?? '')
  const middles = own === null ? [''] : isOfHeading(own.text) ? [own.text, ''] : [own.text]
  for (const middle of middles) {
    for (const first of near(-1)) {
      for (const last of near(1)) {
        const text = textAt(first) + middle + textAt(last)
        if ((first === null && last === null) || !isOfficial(text)) continue
        return { text, taken: [first, last].filter((each) => each !== null) }
      }
    }
  }
  return null
}

const headings = [...new Set(requestRows.map(({ heading }) => heading))]

/** Whether a text is a piece of the heading of a group, which stands beside the rows of the group. */
function isOfHeading(text: string): boolean {
  return text.length > 1 && headings.some((heading) => heading.includes(text))
}

function lastLabel(line: FormLine | undefined): FormCell | null {
  return line?.labels.at(-1) ?? null
}

/** The label of a line that has nothing else. */
function freeLabel(
  lines: readonly FormLine[],
  at: number,
  gone: ReadonlySet<number>,
): FormCell | null {
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
