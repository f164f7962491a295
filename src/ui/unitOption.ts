import type { Unit } from '@/domain/unit'

/** A unit as it is offered for choice. */
export interface UnitOption extends Pick<Unit, 'id' | 'code' | 'name' | 'kind'> {
  /** e.g. 陕西省安康市汉阴县. */
  readonly fullName: string
}

/** The option that an arrow key leads to, round at both ends; -1 where there is none. */
export function nextOption(active: number, key: 'ArrowDown' | 'ArrowUp', count: number): number {
  if (count === 0) return -1
  if (key === 'ArrowDown') return (active + 1) % count
  return active <= 0 ? count - 1 : active - 1
}
