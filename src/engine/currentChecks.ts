import { checkCube, type CheckStore } from '@/analysis/checkStore'
import type { Holdings } from './holdings'

/** The checks of what is held; those of an earlier state make the next ones cheap. */
const current = new WeakMap<Holdings, CheckStore>()

/** All checks over the present data; after a change only those of changed units are made anew. */
export function checksOf(holdings: Holdings): CheckStore {
  const { cube, registry } = holdings
  const before = current.get(holdings) ?? null
  if (before?.cube === cube && before.registry === registry) return before
  const store = checkCube(cube, registry, before)
  current.set(holdings, store)
  return store
}
