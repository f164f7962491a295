import type { ReportKey } from '@/data/batch'
import { reportSlots } from '@/data/reportedRows'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import { checkMarks } from './answer'
import { checkBlock } from './blockChecks'
import { outcomesOfUnit, passedAt, severityOf, type CheckStore } from './checkStore'
import { keyAt } from './checkFinding'

/** What became of a report in the checks. */
export interface ReportHealth {
  readonly reported: boolean
  /** Lacks figures that its form has. */
  readonly partial: boolean
  /** 不平 that no lawful reason explains. */
  readonly errors: number
  /** 不平 for which there may be a lawful reason. */
  readonly warnings: number
  readonly notes: number
  readonly undecidable: number
  readonly passed: number
}

/** In one word, the worst first: 未报, 不平, 缺项, 不可判, 通过; `unchecked`: 无勾稽. */
export type HealthState = 'missing' | 'failed' | 'partial' | 'undecidable' | 'passed' | 'unchecked'

/** Units × years; index = unit × years + year. */
export interface HealthMatrix {
  readonly units: readonly UnitId[]
  readonly years: readonly number[]
  readonly reports: readonly ReportHealth[]
}

interface Counts {
  errors: number
  warnings: number
  notes: number
  undecidable: number
}

const FAILED = checkMarks.indexOf('failed')

/** The state of each report, for 数据体检. */
export function healthMatrix(
  store: CheckStore,
  units: readonly UnitId[],
  years: readonly number[],
  scope: Scope,
): HealthMatrix {
  const reports = units.flatMap((unit) => {
    const counts = countsOf(store, store.cube.unitIndex(unit))
    return years.map((year) => healthAt(store, { unit, year, scope }, counts))
  })
  return { units, years, reports }
}

/** The state of one report. */
export function reportHealth(store: CheckStore, key: ReportKey): ReportHealth {
  return healthAt(store, key, countsOf(store, store.cube.unitIndex(key.unit)))
}

/** The one word for a report: what is 不平 without excuse comes before what is missing. */
export function healthState(health: ReportHealth): HealthState {
  if (!health.reported) return 'missing'
  if (health.errors + health.warnings > 0) return 'failed'
  if (health.partial) return 'partial'
  if (health.undecidable > 0) return 'undecidable'
  return health.passed > 0 ? 'passed' : 'unchecked'
}

function countsOf(store: CheckStore, unit: number): ReadonlyMap<number, Counts> {
  const counts = new Map<number, Counts>()
  if (unit < 0) return counts
  for (const { slot, check, outcome } of outcomesOfUnit(store, unit)) {
    const at = counts.get(slot) ?? { errors: 0, warnings: 0, notes: 0, undecidable: 0 }
    counts.set(slot, at)
    const severity = severityOf(store, keyAt(store.cube, slot), check)
    if (outcome !== FAILED) at.undecidable += severity === 'info' ? 0 : 1
    else if (severity === 'error') at.errors++
    else if (severity === 'warning') at.warnings++
    else at.notes++
  }
  return counts
}

function healthAt(
  store: CheckStore,
  key: ReportKey,
  counts: ReadonlyMap<number, Counts>,
): ReportHealth {
  const slot = store.cube.slot(key)
  const number = slot < 0 ? -1 : (store.places.block[slot] ?? -1)
  const block = store.cube.blocks[number]
  const nothing = { errors: 0, warnings: 0, notes: 0, undecidable: 0 }
  if (block === undefined || reportSlots(store.cube)[slot] !== 1)
    return { reported: false, partial: false, ...nothing, passed: 0 }
  return {
    reported: true,
    partial: checkBlock(block).partial[store.places.row[slot] ?? -1] === 1,
    ...(counts.get(slot) ?? nothing),
    passed: passedAt(store, slot),
  }
}
