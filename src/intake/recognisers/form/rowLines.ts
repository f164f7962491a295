import type { Grid } from '../../document'
import type { FormLine } from './formLine'
import { isFormHeader } from './headerBlocks'

/** The lines that may be one row of table 二. */
export type RowLines =
  | { readonly kind: 'one'; readonly line: FormLine }
  /** Several say different things, and none is likelier than another. */
  | { readonly kind: 'several'; readonly lines: readonly FormLine[] }
  | { readonly kind: 'none' }

/** Rows of table 二 stand at most so many lines below a header of it. */
const BELOW_HEADER = 12
/** A label without figures beside one with them is a piece of it. */
const BESIDE = 3

/**
 * Chooses the line of a row by what stands above it: where the document has headers of table 二, other lists that
 * use its words (kinds of information, departments) are none of it. Two tables that say different things are
 * no reason to take the first.
 */
export class RowChooser {
  readonly #lines: readonly FormLine[]
  readonly #grids: readonly Grid[]
  readonly #heads: readonly number[]

  constructor(lines: readonly FormLine[], grids: readonly Grid[]) {
    this.#lines = lines
    this.#grids = grids
    this.#heads = lines.flatMap((line, at) => (isHead(line) ? [at] : []))
  }

  choose(isRow: (line: FormLine) => boolean): RowLines {
    const found = this.#lines.flatMap((line, at) => (isRow(line) ? [at] : []))
    const headed = found.filter((at) => this.#isBelowHead(at))
    const inTable = headed.length > 0 ? headed : found.filter((at) => this.#isWithoutHead(at))
    const own = inTable.filter((at) => !this.#isPiece(at, inTable))
    const lines = own.flatMap((at) => this.#lines[at] ?? [])
    const [line] = lines
    if (line === undefined) return { kind: 'none' }
    return lines.every((each) => figuresOf(each) === figuresOf(line))
      ? { kind: 'one', line }
      : { kind: 'several', lines }
  }

  /** Whether a line far from any header may be of a table whose header is lost, and not of another table. */
  #isWithoutHead(at: number): boolean {
    const grid = this.#lines[at]?.grid
    const hasOwn = this.#heads.some((head) => this.#lines[head]?.grid === grid)
    return this.#heads.length === 0 || hasOwn || this.#isPaged(grid)
  }

  #isBelowHead(at: number): boolean {
    const grid = this.#lines[at]?.grid
    return this.#heads.some((head) => {
      const isNear = head <= at && at - head <= BELOW_HEADER
      const headGrid = this.#lines[head]?.grid
      return isNear && (headGrid === grid || this.#isPaged(grid) || this.#goesOn(headGrid, grid))
    })
  }

  /** A table may be cut in two: the second begins with figures, under no header of its own. */
  #goesOn(headGrid: number | undefined, grid: number | undefined): boolean {
    if (headGrid === undefined || grid !== headGrid + 1) return false
    return figuresOf(this.#lines.find((line) => line.grid === grid)) !== ''
  }

  /** A table of a page may go on in the grid of the next one. */
  #isPaged(grid: number | undefined): boolean {
    return grid !== undefined && this.#grids[grid]?.page !== undefined
  }

  #isPiece(at: number, all: readonly number[]): boolean {
    if (figuresOf(this.#lines[at]) !== '') return false
    return all.some((each) => Math.abs(each - at) <= BESIDE && figuresOf(this.#lines[each]) !== '')
  }
}

/** A line with words that the form prints over the columns of table 二. */
function isHead({ labels }: FormLine): boolean {
  const words = labels.filter(
    ({ text }) => isFormHeader(text) && OF_TWO.test(text.replace(/\s/gu, '')),
  )
  return words.length > 0
}

const OF_TWO = /^信息内容$|制发|废止|现行有效|新制作|新公开|对外公开|处理决定|项目数量|收费|采购/u

function figuresOf(line: FormLine | undefined): string {
  return (line?.values ?? []).flatMap(({ text }) => (text === '' ? [] : [text])).join(' ')
}
