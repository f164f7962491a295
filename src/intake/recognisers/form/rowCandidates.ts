/** What may have happened to the cells of a row. */
export type RowDamage = 'shifted' | 'split' | 'merged' | 'inserted' | 'dropped'

/** Numbers that a damaged row may have had. */
export interface RowCandidate {
  readonly values: readonly number[]
  readonly damage: RowDamage
}

/** How many figures a row has, and in which runs the last is the sum of the others. */
export interface RowShape {
  readonly width: number
  /** Length of a run; the width is a multiple of it. */
  readonly run: number
}

const WHOLE = /^\d{1,9}$/

/**
 * The rows of whole numbers that one slip would have turned into these texts and whose sums are right:
 * a cell cut in two, two cells run together, a cell lost, one too many, or only moved.
 */
export function rowCandidates(texts: readonly string[], shape: RowShape): RowCandidate[] {
  const filled = texts.filter((text) => text !== '')
  if (!filled.every((text) => WHOLE.test(text))) return []
  const candidates = rawCandidates(filled, shape).filter(({ values }) => sumsHold(values, shape))
  const seen = new Set<string>()
  return candidates.filter(({ values }) => {
    const key = values.join(' ')
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function rawCandidates(texts: readonly string[], shape: RowShape): RowCandidate[] {
  const { width } = shape
  switch (texts.length - width) {
    case 0:
      return [{ values: texts.map(Number), damage: 'shifted' }]
    case 1:
      return [...joined(texts), ...without(texts)]
    case -1:
      return [...cut(texts), ...filledIn(texts.map(Number), shape)]
    default:
      return []
  }
}

function replaced(texts: readonly string[], at: number, count: number, by: string[]): number[] {
  return texts.toSpliced(at, count, ...by).map(Number)
}

/** Two neighbours were one number. */
function joined(texts: readonly string[]): RowCandidate[] {
  return texts.slice(1).flatMap((right, at): RowCandidate[] => {
    const left = texts[at] ?? ''
    if (left === '0') return []
    return [{ values: replaced(texts, at, 2, [left + right]), damage: 'split' }]
  })
}

function without(texts: readonly string[]): RowCandidate[] {
  return texts.map((_, at) => ({ values: replaced(texts, at, 1, []), damage: 'inserted' }))
}

/** One text was two numbers. */
function cut(texts: readonly string[]): RowCandidate[] {
  return texts.flatMap((text, at) =>
    Array.from({ length: text.length - 1 }, (_, end) => [
      text.slice(0, end + 1),
      text.slice(end + 1),
    ])
      .filter((parts) => parts.every((part) => part === '0' || !part.startsWith('0')))
      .map((parts): RowCandidate => ({ values: replaced(texts, at, 1, parts), damage: 'merged' })),
  )
}

/** A cell is lost: at every place the number that its sum asks for. */
function filledIn(numbers: readonly number[], { width, run }: RowShape): RowCandidate[] {
  return Array.from({ length: width }, (_, at): RowCandidate[] => {
    const values = numbers.toSpliced(at, 0, 0)
    const start = at - (at % run)
    const parts = values.slice(start, start + run - 1).reduce((sum, value) => sum + value, 0)
    const total = values[start + run - 1] ?? NaN
    const value = at === start + run - 1 ? parts : total - parts
    return value >= 0 ? [{ values: values.with(at, value), damage: 'dropped' }] : []
  }).flat()
}

function sumsHold(values: readonly number[], { width, run }: RowShape): boolean {
  if (values.length !== width) return false
  for (let start = 0; start < width; start += run) {
    const parts = values.slice(start, start + run - 1).reduce((sum, value) => sum + value, 0)
    if (parts !== values[start + run - 1]) return false
  }
  return true
}
