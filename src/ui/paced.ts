import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import { queuePaint } from '@/ui/paintQueue'

/** Cells or lines that one task draws: a few milliseconds. */
const ENOUGH = 80

/**
 * How many items of a list are shown, by how much each takes to draw: more with every task, until all
 * are. With a list of another shape it begins anew.
 */
export function usePaced(costs: () => readonly number[]): Readonly<ShallowRef<number>> {
  const shown = shallowRef(0)
  let stop: () => void = () => undefined

  function grow(): void {
    const all = costs()
    let count = shown.value
    for (let cost = 0; count < all.length && cost < ENOUGH; count++) cost += all[count] ?? 0
    shown.value = count
    if (count < all.length) stop = nextTask(grow)
  }
  watch(
    // The same items with other contents are not drawn anew.
    () => costs().join(' '),
    () => {
      stop()
      shown.value = 0
      stop = nextTask(grow)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    stop()
  })
  return shown
}

/** A task of its own: what one job changes is drawn before the next one runs. */
function nextTask(job: () => void): () => void {
  let stop = queuePaint(() => {
    const timer = setTimeout(job)
    stop = () => {
      clearTimeout(timer)
    }
  })
  return () => {
    stop()
  }
}
