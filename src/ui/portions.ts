import { computed, shallowRef, type ComputedRef } from 'vue'

export interface Portions<T> {
  readonly shown: ComputedRef<readonly T[]>
  readonly more: () => void
}

/** The first items of a list, and with every `more` as many again. */
export function usePortions<T>(items: () => readonly T[], size: number): Portions<T> {
  const count = shallowRef(size)
  return {
    shown: computed(() => items().slice(0, count.value)),
    more: () => {
      count.value += size
    },
  }
}
