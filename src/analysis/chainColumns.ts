import type { Cube } from '@/data/cube'
import { figureStates } from '@/domain/checks/figures'
import { linkOperands, type YearLink } from '@/domain/checks/yearLink'
import type { Scope } from '@/domain/report'
import type { UnitId, UnitRegistry } from '@/domain/unit'
import { chainForms, chainMatrix, chainStates } from './chain'

/** One link for units × years, a column a fact; index = unit × years + year. */
export interface ChainColumns {
  readonly link: string
  readonly units: readonly UnitId[]
  /** One after the other, without gaps. */
  readonly years: readonly number[]
  /** Index in `chainStates`. */
  readonly states: Uint8Array
  /** What this year's report says; NaN without a number. */
  readonly figures: Float64Array
  /** What the year before leads to; NaN without a number. */
  readonly expected: Float64Array
  /** Index in `figureStates` of each operand of the link, cell by cell; 0 where none was looked for. */
  readonly operands: Uint8Array
  /** Index in `chainForms`. */
  readonly forms: Uint8Array
  /** 1: the unit began in this year, or was merged or split. */
  readonly unitChanged: Uint8Array
}

/** A link's chain in columns, which cross from the worker at no cost. */
export function chainColumns(
  cube: Cube,
  registry: UnitRegistry,
  link: YearLink,
  asked: { readonly units: readonly UnitId[]; readonly years: readonly number[]; scope: Scope },
): ChainColumns {
  const { units, years, cells } = chainMatrix(cube, registry, link, asked)
  return {
    link: link.id,
    units,
    years,
    states: Uint8Array.from(cells, ({ state }) => chainStates.indexOf(state)),
    figures: Float64Array.from(cells, (cell) => cell.link?.figure ?? NaN),
    expected: Float64Array.from(cells, (cell) => cell.link?.expected ?? NaN),
    operands: Uint8Array.from(
      cells.flatMap(({ operands }) =>
        linkOperands(link).map((_, at) => figureStates.indexOf(operands[at] ?? 'value')),
      ),
    ),
    forms: Uint8Array.from(cells, ({ form }) => chainForms.indexOf(form)),
    unitChanged: Uint8Array.from(cells, ({ unitChanged }) => (unitChanged ? 1 : 0)),
  }
}
