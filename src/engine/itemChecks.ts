import { statedChecks } from '@/analysis/statedChecks'
import type { ReportKey } from '@/data/batch'
import type { ItemChecks } from './checkProtocol'
import { checksOf } from './currentChecks'
import { dispositionsOf } from './dispositions'
import { helper } from './findingHelp'
import type { Holdings } from './holdings'
import { cellsBehind } from './trace'
import { unitLabel } from './unitViews'

const NO_HELP = { disposition: null, advice: null } as const

/**
 * The checks that a number on screen depends on: those of every cell that it is computed from, with what
 * was said of them and what would balance the report.
 */
export function itemChecks(holdings: Holdings, key: ReportKey, item: string): ItemChecks {
  const store = checksOf(holdings)
  const { unit, scope } = key
  const cells = cellsBehind(item, key.year).map((cell) => ({ unit, scope, ...cell }))
  const helpFor = helper(store, dispositionsOf(holdings.snapshot))
  const checks = statedChecks(store, cells).map((check) => {
    const { outcome } = check
    const help = outcome === 'passed' ? NO_HELP : helpFor({ ...check, outcome })
    return { ...check, ...help }
  })
  const units = new Set(
    checks.flatMap((check) => [check.unit, ...check.figures.map((f) => f.unit)]),
  )
  return { checks, labels: [...units].map((id) => unitLabel(store.registry, id)) }
}
