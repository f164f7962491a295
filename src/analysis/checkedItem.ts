import { measureById, operandsOf } from '@/domain/measures'
import type { UnitTree } from '@/domain/unit'
import type { AskedReports } from './askedReports'
import { evaluateItem } from './evaluate'
import { raiseByLevels } from './levelMarks'
import { NO_REPORT, type Plane } from './plane'
import { raiseByRollUps } from './rollUpMarks'
import { raiseByTexts } from './textOutcomes'
import { raiseByToldChange } from './toldChange'
import { worstLinkOutcomes } from './yearLinkOutcomes'

/**
 * Fills the plane of an indicator or measure, with the worst outcome of the checks that one of its
 * operands stands in. A check that is but a note marks nothing.
 */
export function evaluateChecked(
  item: string,
  asked: AskedReports,
  units: UnitTree,
  plane: Plane,
): void {
  evaluateItem(item, asked, plane)
  const { cube, slots } = asked
  const measure = measureById(item)
  const operands = measure === undefined ? [item] : operandsOf(measure)
  raiseByTexts(cube, operands, slots, plane.checks)
  raiseByToldChange(cube, operands, slots, plane.checks)
  raiseByLevels(asked, units, operands, plane.checks)
  raiseByRollUps(cube, units, operands, slots, plane.checks)
  const outcomes = worstLinkOutcomes(cube, operands)
  if (outcomes === null) return
  for (let i = 0; i < slots.length; i++) {
    if (plane.states[i] === NO_REPORT) continue
    const outcome = outcomes[slots[i] as number] as number
    if (outcome > (plane.checks[i] as number)) plane.checks[i] = outcome
  }
}
