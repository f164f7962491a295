import type { ReportKey } from '@/data/batch'
import type { Cube } from '@/data/cube'
import { PUBLISHED_ON } from '@/domain/publication'
import type { Cell } from '@/domain/report'
import { WEB_ADDRESS } from '@/domain/webAddress'

/** What is on record of a report itself: when and where it was made public. */
export interface ReportFacts {
  readonly year: number
  /** A day as `publicationDay` has it. */
  readonly publishedOn: Cell
  /** With its text: see `addressCell`. */
  readonly webAddress: Cell
}

/** The facts of one report; null where there is none. */
export function factsOf(cube: Cube, key: ReportKey): ReportFacts | null {
  if (!cube.hasReport(key)) return null
  const cellOf = (id: string): Cell => cube.cellAt(key, id)?.cell ?? { kind: 'absent' }
  return { year: key.year, publishedOn: cellOf(PUBLISHED_ON), webAddress: cellOf(WEB_ADDRESS) }
}

/** The facts of all reports of a unit, by year. */
export function allFactsOf(cube: Cube, key: Omit<ReportKey, 'year'>): ReportFacts[] {
  return cube.years.flatMap((year) => factsOf(cube, { ...key, year }) ?? [])
}
