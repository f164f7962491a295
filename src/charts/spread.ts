/**
 * Moves labels apart that stand at `places` (pixels from the top), so that neighbours are at least
 * `gap` apart and all lie between 0 and `height`, as near to their places as an even spread allows.
 * Where they cannot all fit, the gap shrinks. The order from top to bottom stays.
 */
export function spread(places: readonly number[], gap: number, height: number): readonly number[] {
  const step = places.length > 1 ? Math.min(gap, height / (places.length - 1)) : gap
  const order = places.map((_, index) => index).toSorted((a, b) => at(places, a) - at(places, b))
  const down: number[] = []
  for (const index of order) {
    const free = (down.at(-1) ?? -step) + step
    down.push(Math.max(free, at(places, index), 0))
  }
  for (let turn = down.length - 1, limit = height; turn >= 0; turn -= 1, limit -= step) {
    if (at(down, turn) <= limit) break
    down[turn] = limit
  }
  const moved = new Map(order.map((index, turn) => [index, at(down, turn)]))
  return places.map((place, index) => moved.get(index) ?? place)
}

/**
 * Which labels are drawn, `gap` pixels high and at places from the top: all, or where `height` has no room
 * for all of them, those that stand clear of the one above.
 */
export function fitting(
  labels: readonly number[],
  placeOf: (label: number) => number,
  gap: number,
  height: number,
): (label: number) => boolean {
  if ((labels.length - 1) * gap <= height) return () => true
  const shown = new Set<number>()
  let free = -Infinity
  for (const label of labels.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    if (placeOf(label) < free) continue
    shown.add(label)
    free = placeOf(label) + gap
  }
  return (label) => shown.has(label)
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? NaN
}
