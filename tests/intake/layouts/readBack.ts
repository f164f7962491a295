import type { Finding } from '@/domain/finding'
import type { Unit } from '@/domain/unit'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { draftReports } from '@/intake/draftReports'
import { draftsOf } from '../intake'

/** A cell by whose it is: `county year indicator`. */
export type Cells = ReadonlyMap<string, string>

export interface ReadBack {
  readonly cells: Cells
  readonly findings: readonly Finding[]
}

/** What the intake makes of some files. */
export async function readBack(files: readonly File[], units: readonly Unit[]): Promise<ReadBack> {
  const registry = createUnitRegistry(units)
  const drafts = await draftsOf(files, units)
  const cells = drafts.flatMap((draft) =>
    draftReports(draft, registry).flatMap(({ unit, year, cells: all }) =>
      [...all].map(([id, cell]) => [keyOf(unit.name, year, id), JSON.stringify(cell)] as const),
    ),
  )
  return { cells: new Map(cells), findings: drafts.flatMap((draft) => draft.findings) }
}

export function keyOf(unit: string, year: number, indicator: string): string {
  return `${unit} ${year} ${indicator}`
}

/** The cells that came back otherwise, or that nobody wrote, and that no finding speaks of. */
export function unnamedDifferences(written: Cells, { cells, findings }: ReadBack): string[] {
  const telling = findings.filter(({ severity }) => severity !== 'info')
  const named = new Set(telling.flatMap(({ indicators = [] }) => indicators))
  const keys = new Set([...written.keys(), ...cells.keys()])
  return [...keys].flatMap((key) => {
    const before = written.get(key)
    const after = cells.get(key)
    const isNamed = named.has(key.split(' ')[2] ?? '')
    return before === after || isNamed ? [] : [`${key}: ${before ?? '–'} → ${after ?? '–'}`]
  })
}
