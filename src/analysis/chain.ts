import type { ReportKey } from '@/data/batch'
import type { Cube } from '@/data/cube'
import { isInEdition } from '@/domain/catalogue'
import { evaluateYearLink, type YearLinkResult } from '@/domain/checks/evaluateYearLink'
import { linkOperands, yearLinks, type YearLink } from '@/domain/checks/yearLink'
import { isSameUnit } from '@/domain/extents'
import type { ReportEdition } from '@/domain/indicator'
import type { Cell, Scope } from '@/domain/report'
import { existedIn, type Unit, type UnitId, type UnitRegistry } from '@/domain/unit'

/** How a year's report hangs on the one before it. */
export const chainStates = [
  /** The figures join. */
  'joined',
  'broken',
  /** A figure of one of the two reports is no number, or their form is not known. */
  'undecidable',
  /** No report of the year before: nothing to join. */
  'first',
  /** No report in this year, though the unit existed. */
  'gap',
  /** The unit did not exist, under any of its names. */
  'notExisting',
  /** The form of one of the two reports has a figure of the link not at all, or as another quantity. */
  'otherForm',
] as const
export type ChainState = (typeof chainStates)[number]

/** The form beside that of the year before; unknown where one of the two is. */
export const chainForms = ['same', 'changed', 'unknown'] as const
export type ChainForm = (typeof chainForms)[number]

export interface ChainCell {
  readonly state: ChainState
  /** Null without a link that was judged. */
  readonly link: YearLinkResult | null
  /** What stands at each of the link's operands, in their order; empty where none was looked for. */
  readonly operands: readonly Cell['kind'][]
  readonly edition: ReportEdition | null
  readonly form: ChainForm
  /** The unit began in this year, or another county was merged into it or founded on part of it. */
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
  const isSame = unit === undefined || isSameUnit(unit, key.year - 1, key.year)
  const unitChanged = unit?.since === key.year || !isSame
  const nothing = { link: null, operands: [], edition, form: 'same', unitChanged } as const
  if (edition === null) {
    const existed = unit === undefined || existedIn(unit, key.year)
    return { ...nothing, state: existed ? 'gap' : 'notExisting' }
  }
  if (earlier === null) return { ...nothing, state: 'first' }
  const form = formBeside(edition, earlier)
  if (isOtherForm(link, edition, earlier)) return { ...nothing, state: 'otherForm', form }
  const [now, last] = [cellsOf(cube, key), cellsOf(cube, before)]
  const operands = linkOperands(link).map(
    ({ indicator, of }) => (of === 'thisYear' ? now : last)(indicator).kind,
  )
  const isFormKnown = link.edition === null || form === 'same'
  const result = isFormKnown ? evaluateYearLink(link, now, last) : null
  const states = { passed: 'joined', failed: 'broken', undecidable: 'undecidable' } as const
  const state = result === null ? 'undecidable' : states[result.outcome]
  return { ...nothing, state, link: result, operands, form }
}

function formBeside(edition: ReportEdition, earlier: ReportEdition): ChainForm {
  if (edition === 'unknown' || earlier === 'unknown') return 'unknown'
  return edition === earlier ? 'same' : 'changed'
}

/** Whether a form that is known has a figure of the link not at all, or as another quantity. */
function isOtherForm(link: YearLink, edition: ReportEdition, earlier: ReportEdition): boolean {
  const isOther = (form: ReportEdition) =>
    form !== 'unknown' && link.edition !== null && form !== link.edition
  if (isOther(edition) || isOther(earlier)) return true
  return linkOperands(link).some(
    ({ indicator, of }) => !isInEdition(indicator, of === 'thisYear' ? edition : earlier),
  )
}

function cellsOf(cube: Cube, key: ReportKey): (indicator: string) => Cell {
  return (indicator) => cube.cellAt(key, indicator)?.cell ?? { kind: 'absent' }
}
