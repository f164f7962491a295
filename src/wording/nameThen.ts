import { formerNameIn } from '@/domain/renamings'
import type { UnitId } from '@/domain/unit'

/** A unit's name, with that of the time where a report is of before it was renamed: `旬阳市（时称旬阳县）`. */
export function nameThen(
  { id, name }: { readonly id: UnitId; readonly name: string },
  year: number,
): string {
  const former = formerNameIn(id, year)
  return former === null || former === name ? name : `${name}（时称${former}）`
}
