import type { UnitId, UnitRegistry } from '@/domain/unit'
import type { BoundaryFeature } from './readBoundaries'

/** The unit that an area belongs to, or why that cannot be told. */
export type BoundaryMatch =
  | { readonly kind: 'one'; readonly unit: UnitId }
  | { readonly kind: 'many' | 'conflict'; readonly candidates: readonly UnitId[] }
  | { readonly kind: 'none' }

/**
 * By code, former code, then name, never by guess. A name that no unit has does not speak against a
 * code. `within`: where a shared name is looked for first.
 */
export function matchBoundary(
  { code, name }: Pick<BoundaryFeature, 'code' | 'name'>,
  registry: UnitRegistry,
  within?: UnitId,
): BoundaryMatch {
  const match = registry.resolve({ code, name }, within)
  switch (match.kind) {
    case 'one':
      return { kind: 'one', unit: match.unit.id }
    case 'many':
      return { kind: 'many', candidates: match.candidates.map(({ id }) => id) }
    case 'conflict': {
      if (match.byName.length === 0) return { kind: 'one', unit: match.byCode.id }
      return { kind: 'conflict', candidates: [match.byCode, ...match.byName].map(({ id }) => id) }
    }
    case 'none':
      return { kind: 'none' }
  }
}
