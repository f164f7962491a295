import type { ReportKey } from '@/data/batch'
import type { Cube } from '@/data/cube'
import { evaluateYearLink, type YearLinkResult } from '@/domain/checks/evaluateYearLink'
import { yearLinks, type YearLink } from '@/domain/checks/yearLink'
import type { ReportEdition } from '@/domain/indicator'
import type { Scope } from '@/domain/report'
import { existedIn, type Unit, type UnitId, type UnitRegistry } from '@/domain/unit'

/** How a year's report hangs on the one before it. */
export const chainStates = [
  /** The figures join. */
  'joined',
  'broken',
  'undecidable',
  /** No report of the year before: nothing to join. */
  'first',
  /** No report in this year, though the unit existed. */
  'gap',
  /** The unit did not exist, under any of its names. */
  'notExisting',
  /** Two forms between which this link is not drawn. */
  'otherForm',
] as const
export type ChainState = (typeof chainStates)[number]

export interface ChainCell {
  readonly state: ChainState
  /** Null without a link that was judged. */
  readonly link: YearLinkResult | null
  readonly edition: ReportEdition | null
  /** The form is another than in the year before. */
  readonly formChanged: boolean
  /** The unit's code or name began in this year (renamed, newly set up). */
  readonly unitChanged: boolean
}

/** One link for units × years; index = unit × years + year. */
export interface ChainMatrix {
  readonly link: YearLink
  readonly units: readonly UnitId[]
  readonly years: readonly number[]
  readonly cells: readonly ChainCell[]
}

/** The links that are shown as chains: 结转 by its total, 现行有效 of both kinds of document. */
export const chainLinks: readonly YearLink[] = yearLinks.filter(({ id }) =>
  ['Y-CARRY:total', 'Y-STOCK-R', 'Y-STOCK-N'].includes(id),
)

/** Follows one link through the years of each unit. */
export function chainMatrix(
  cube: Cube,
  registry: UnitRegistry,
  link: YearLink,
  asked: { readonly units: readonly UnitId[]; readonly years: readonly number[]; scope: Scope },
): ChainMatrix {
  const { units, years, scope } = asked
  const cells = units.flatMap((id) => {
    const unit = registry.byId(id)
    return years.map((year) => chainCell(cube, unit, link, { unit: id, year, scope }))
  })
  return { link, units, years, cells }
}

function chainCell(cube: Cube, unit: Unit | undefined, link: YearLink, key: ReportKey): ChainCell {
  const before = { ...key, year: key.year - 1 }
  const edition = cube.editionOf(key)
  const earlier = cube.editionOf(before)
  const nothing = { link: null, edition, unitChanged: unit?.since === key.year }
  if (edition === null) {
    const existed = unit === undefined || existedIn(unit, key.year)
    return { ...nothing, state: existed ? 'gap' : 'notExisting', formChanged: false }
  }
  const formChanged = earlier !== null && earlier !== edition
  if (earlier === null) return { ...nothing, state: 'first', formChanged }
  const fits = link.edition === null || (edition === link.edition && earlier === link.edition)
  const result = fits ? evaluateYearLink(link, cellsOf(cube, key), cellsOf(cube, before)) : null
  if (result === null) return { ...nothing, state: 'otherForm', formChanged }
  const states = { passed: 'joined', failed: 'broken', undecidable: 'undecidable' } as const
  return { ...nothing, state: states[result.outcome], link: result, formChanged }
}

function cellsOf(cube: Cube, key: ReportKey) {
  return (indicator: string) => cube.cellAt(key, indicator)?.cell ?? ({ kind: 'absent' } as const)
}
