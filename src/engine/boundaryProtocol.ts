import type { UnitId } from '@/domain/unit'
import type { BoundaryFault, BoundaryFeature } from '@/intake/boundaries/readBoundaries'

/** What the pages may ask of the boundary file that the user loaded; part of `EngineApi`. */
export interface BoundaryApi {
  /** Keeps a file in the place of the one before; nothing changes where it is refused. */
  loadBoundaries(file: File): Promise<{ readonly fault: BoundaryFault | null }>
  /** Null without a file. */
  boundaries(): Promise<BoundaryView | null>
  removeBoundaries(): Promise<void>
}

/** Which of the stored sources is the boundary file. */
export interface BoundarySetting {
  readonly source: string
  readonly name: string
}

export interface BoundaryView {
  readonly name: string
  readonly areas: readonly BoundaryArea[]
}

export interface BoundaryArea extends BoundaryFeature {
  readonly match:
    | { readonly kind: 'one'; readonly unit: UnitId }
    /** The candidates by their full names. */
    | { readonly kind: 'many' | 'conflict' | 'none'; readonly candidates: readonly string[] }
}
