import type { MatrixAnswer } from '@/analysis/answer'
import type { MapArea } from '@/charts/mapProjection'
import { boxOf } from '@/charts/mapProjection'
import type { BoundaryView } from '@/engine/boundaryProtocol'
import { boundaryName, unmatchedReason } from '@/wording/boundaries'

/** An area of the file that belongs to no unit. */
export interface StrangeArea {
  readonly area: MapArea
  readonly title: string
  readonly reason: string
}

/** The areas of the units of an answer by their positions; a unit in several pieces has all of them. */
export function areasOf(
  { areas }: BoundaryView,
  answer: MatrixAnswer,
): ReadonlyMap<number, MapArea> {
  const position = new Map(answer.units.map(({ id }, at) => [id, at]))
  const found = new Map<number, MapArea>()
  for (const { match, rings } of areas) {
    const at = match.kind === 'one' ? position.get(match.unit) : undefined
    if (at === undefined) continue
    const all = [...(found.get(at)?.rings ?? []), ...rings]
    found.set(at, { rings: all.toSorted((a, b) => extent(b) - extent(a)) })
  }
  return found
}

function extent(ring: ArrayLike<number>): number {
  const [left, low, right, high] = boxOf([{ rings: [ring] }])
  return (right - left) * (high - low)
}

/** The areas that no unit was found for. */
export function strangeAreas({ areas }: BoundaryView): readonly StrangeArea[] {
  return areas.flatMap(({ match, ...area }) =>
    match.kind === 'one'
      ? []
      : [
          {
            area,
            title: boundaryName(area),
            reason: unmatchedReason(match.kind, match.candidates),
          },
        ],
  )
}
