import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import { queuePaint } from './paintQueue'

/** Cells or lines that one task draws: a few milliseconds. */
const ENOUGH = 80

/**
 * How many items of a list are shown, by how much each takes to draw (1: a cell or a line): more with
 * every task, until all are. With a list of another shape it begins anew, with a longer one it goes on.
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
    (now, before) => {
      stop()
      if (before === undefined || !`${now} `.startsWith(`${before} `)) shown.value = 0
      stop = nextTask(grow)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    stop()
  })
  return shown
}

/** Of things of so many items each, drawn one after the other, how many items of each are shown. */
export function pacedParts(sizes: readonly number[], shown: number): number[] {
  let left = shown
  return sizes.map((size) => {
    const own = Math.min(size, left)
    left -= own
    return own
  })
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
