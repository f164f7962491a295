import type { UnitId } from '@/domain/unit'

/** The address of a unit's 县区画像. */
export function unitAddress(id: UnitId): string {
  return `#/unit/${encodeURIComponent(id)}`
}
