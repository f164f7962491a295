import { compareContents } from '@/data/compareContents'
import type { CellDifference } from '@/data/compare'
import { switchEffect } from '@/data/switchEffect'
import { contentOf } from './batchContents'
import type { Holdings } from './holdings'
import type { BatchComparison, CellChange, SwitchPreview } from './batchProtocol'
import { unitLabel } from './unitViews'

/** What switching a batch on or off would do; nothing is written. */
export async function previewSwitch(
  holdings: Holdings,
  id: number,
  active: boolean,
): Promise<SwitchPreview> {
  const content = await contentOf(holdings, id)
  const others = holdings.contents.filter(({ batch }) => batch.id !== id)
  const effect = switchEffect([...others, content], id, active)
  return {
    ...effect,
    changes: named(holdings, effect.changes),
    reports: effect.reports.map((key) => ({ ...key, unitName: nameOf(holdings, key.unit) })),
  }
}

/** What two batches say of the same cells, `first` as before and `second` as after. */
export async function comparedBatches(
  holdings: Holdings,
  first: number,
  second: number,
): Promise<BatchComparison> {
  const comparison = compareContents(
    await contentOf(holdings, first),
    await contentOf(holdings, second),
  )
  return { ...comparison, differences: named(holdings, comparison.differences) }
}

function named(holdings: Holdings, differences: readonly CellDifference[]): CellChange[] {
  return differences.map((each) => ({ ...each, unitName: nameOf(holdings, each.unit) }))
}

function nameOf({ registry }: Holdings, unit: string): string {
  return unitLabel(registry, unit).name
}
