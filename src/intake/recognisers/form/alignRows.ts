/** How the lines of a table are given to the rows of the form, both in order. */
export interface Alignment {
  readonly score: number
  /** Index of the line of each row, or -1. */
  readonly lines: readonly number[]
}

/** What it costs to leave out a line that has figures, or one without. */
export interface AlignInput {
  readonly lines: number
  readonly rows: number
  /** Gain of giving a line to a row; 0 or less: they do not fit. */
  readonly gain: (line: number, row: number) => number
  readonly skipLine: (line: number) => number
}

/**
 * The order-preserving assignment with the highest gain. Rows may stay without a line at no cost; on
 * equal gain the earlier line is taken.
 */
export function alignRows({ lines, rows, gain, skipLine }: AlignInput): Alignment {
  const width = rows + 1
  const best = new Float64Array((lines + 1) * width)
  const step = new Uint8Array((lines + 1) * width)
  for (let line = 1; line <= lines; line++) {
    best[line * width] = (best[(line - 1) * width] as number) - skipLine(line - 1)
    step[line * width] = SKIP_LINE
  }
  for (let row = 1; row <= rows; row++) step[row] = SKIP_ROW
  for (let line = 1; line <= lines; line++) {
    for (let row = 1; row <= rows; row++) {
      const at = line * width + row
      const skipped = (best[at - width] as number) - skipLine(line - 1)
      const left = best[at - 1] as number
      best[at] = Math.max(skipped, left)
      step[at] = skipped > left ? SKIP_LINE : SKIP_ROW
      const fit = gain(line - 1, row - 1)
      const taken = (best[at - width - 1] as number) + fit
      if (fit > 0 && taken > best[at]) {
        best[at] = taken
        step[at] = TAKE
      }
    }
  }
  return { score: best[best.length - 1] as number, lines: trace(step, lines, rows) }
}

const TAKE = 1
const SKIP_LINE = 2
const SKIP_ROW = 3

function trace(step: Uint8Array, lines: number, rows: number): number[] {
  const given = Array.from({ length: rows }, () => -1)
  let line = lines
  let row = rows
  while (line > 0 || row > 0) {
    const how = step[line * (rows + 1) + row]
    if (how === TAKE) given[row - 1] = line - 1
    if (how !== SKIP_ROW) line--
    if (how !== SKIP_LINE) row--
  }
  return given
}
