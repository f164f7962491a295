import type { UnitView } from '@/engine/unitProtocol'

/** Units whose name or code begins with the text, then those that hold it anywhere, in their order. */
export function unitsMatching(
  units: readonly UnitView[],
  text: string,
  limit: number,
): readonly UnitView[] {
  const wanted = text.trim()
  if (wanted === '') return units.slice(0, limit)
  const begins: UnitView[] = []
  const holds: UnitView[] = []
  for (const unit of units) {
    if (unit.name.startsWith(wanted) || (unit.code ?? '').startsWith(wanted)) begins.push(unit)
    else if ([unit.fullName, ...unit.formerNames].some((name) => name.includes(wanted))) {
      holds.push(unit)
    }
  }
  return [...begins, ...holds].slice(0, limit)
}
