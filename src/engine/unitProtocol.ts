import type { Unit, UnitId, UnitKind } from '@/domain/unit'

/** What is asked of units. */
export interface UnitApi {
  searchUnits(text: string, limit: number): Promise<UnitView[]>
  unitsByIds(ids: readonly UnitId[]): Promise<UnitView[]>
  childUnits(id: UnitId): Promise<UnitView[]>
  addUnit(unit: NewUnit): Promise<UnitView>
  /** The user's own units, for the intake worker's registry. */
  ownUnits(): Promise<Unit[]>
}

export interface UnitView {
  readonly id: UnitId
  readonly code: string | null
  readonly name: string
  /** e.g. 陕西省安康市汉阴县. */
  readonly fullName: string
  readonly kind: UnitKind
  readonly parent: UnitId | null
  readonly formerNames: readonly string[]
}

export interface NewUnit {
  readonly name: string
  readonly kind: 'zone' | 'department' | 'township'
  readonly parent: UnitId
}
