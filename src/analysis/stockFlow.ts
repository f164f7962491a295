import type { MatrixAnswer } from './answer'
import { answerCell, type AnswerCell } from './answerCell'

/** What a stock should be after a year's additions and removals, and what is reported. */
export interface StockYear {
  readonly year: number
  readonly before: AnswerCell
  readonly added: AnswerCell
  readonly removed: AnswerCell
  readonly stock: AnswerCell
  /** before + added − removed; NaN where one of them has no number. */
  readonly expected: number
  /** stock − expected; NaN where either is not known. */
  readonly gap: number
}

/** Items of a stock: the level at the end of a year, and what came and went in it. */
export interface StockItems {
  readonly stock: string
  readonly added: string
  readonly removed: string
}

/** The years of a unit's stock (by position) that have a year before them in the answer. */
export function stockFlow(answer: MatrixAnswer, items: StockItems, unit: number): StockYear[] {
  return answer.years.slice(1).map((year, index): StockYear => {
    const cell = (item: string, column: number) => answerCell(answer, item, unit, column)
    const before = cell(items.stock, index)
    const added = cell(items.added, index + 1)
    const removed = cell(items.removed, index + 1)
    const stock = cell(items.stock, index + 1)
    const expected = before.value + added.value - removed.value
    return { year, before, added, removed, stock, expected, gap: stock.value - expected }
  })
}
