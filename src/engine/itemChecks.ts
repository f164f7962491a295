import { statedChecks } from '@/analysis/statedChecks'
import type { ReportKey } from '@/data/batch'
import type { ItemChecks } from './checkProtocol'
import { checksOf } from './currentChecks'
import type { Holdings } from './holdings'
import { cellsBehind } from './trace'
import { unitLabel } from './unitViews'

/** The checks that a number on screen depends on: those of every cell that it is computed from. */
export function itemChecks(holdings: Holdings, key: ReportKey, item: string): ItemChecks {
  const store = checksOf(holdings)
  const { unit, scope } = key
  const cells = cellsBehind(item, key.year).map((cell) => ({ unit, scope, ...cell }))
  const checks = statedChecks(store, cells)
  const units = new Set(
    checks.flatMap((check) => [check.unit, ...check.figures.map((f) => f.unit)]),
  )
  return { checks, labels: [...units].map((id) => unitLabel(store.registry, id)) }
}
