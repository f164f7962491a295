import type { ComputedRef } from 'vue'
import { computed } from 'vue'

/** What was known last: while the next is looked up, a filter stays open with what it has. */
export function lastKnown<T>(now: ComputedRef<T | null>): ComputedRef<T | null> {
  return computed((before?: T | null) => now.value ?? before ?? null)
}
