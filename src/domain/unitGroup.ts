import type { UnitId } from './unit'

/** Units that the user put together under a name, e.g. 山区县. */
export interface UnitGroup {
  readonly id: string
  readonly name: string
  /** Each once, in the order they were put in; never empty. */
  readonly units: readonly UnitId[]
}
