import type { UnitId } from './unit'

/** What the user noted of a year, drawn on every time axis, e.g. 县局合并. */
export interface TimeNote {
  readonly id: string
  readonly year: number
  /** Only where this unit is drawn; null: everywhere. */
  readonly unit: UnitId | null
  readonly text: string
}
