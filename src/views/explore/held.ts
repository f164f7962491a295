import type { AnswerCell } from '@/analysis/answerCell'
import type { Facet } from '@/charts/chartModel'
import type { RankingHeld } from '@/charts/rankingChart'
import { isSmall } from '@/charts/unitOrder'
import type { ExplorationInput } from './exploration'
import { facetsOf, standingsByYear } from './exploration'

/** A figure over the years, by its place among those chosen; null where scales are of the year shown. */
export function heldOf(input: ExplorationInput, place: number): RankingHeld | null {
  const over = overYears(input)
  const facet = over && facetsOf(over)[place]
  if (!over || !facet) return null
  const years = over.answer.years.map((_, year) => year)
  const standings = standingsByYear(over, facet, years).flat()
  return {
    cells: cellsOf(over, facet),
    ends: standings.flatMap((standing) =>
      'interval' in standing && standing.interval ? [standing.interval.high] : [],
    ),
  }
}

/**
 * The numbers over the years that give a scale of colours its steps: none over too few cases, and no sums
 * of units that are shown beside it.
 */
export function heldColours(input: ExplorationInput, place: number): readonly number[] {
  const over = overYears(input)
  const facet = over && facetsOf(over)[place]
  if (!over || !facet) return []
  const sound = over.answer.units.flatMap((_, unit) =>
    over.answer.leftOut.includes(unit) ? [] : cellsOf(over, facet, [unit]),
  )
  return sound.flatMap((cell) => (isSmall(cell, facet.minimumDenominator) ? [] : [cell.value]))
}

function overYears(input: ExplorationInput): ExplorationInput | null {
  return input.held ? { ...input, answer: input.held } : null
}

function cellsOf(
  { answer }: ExplorationInput,
  facet: Facet,
  units: readonly number[] = answer.units.map((_, unit) => unit),
): readonly AnswerCell[] {
  const [part] = facet.parts
  if (!part) return []
  return units.flatMap((unit) => answer.years.map((_, year) => part.read(unit, year)))
}
