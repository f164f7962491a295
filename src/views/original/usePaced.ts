import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import { queuePaint } from '@/ui/paintQueue'

/** Items a step; a table is one. */
const STEP = 12

/** How many items of a long list are shown: more with every task, until all are. */
export function usePaced(length: () => number): Readonly<ShallowRef<number>> {
  const shown = shallowRef(0)
  let stop: () => void = () => undefined

  function grow(): void {
    if (shown.value >= length()) return
    shown.value += STEP
    // The next ones wait until these are drawn.
    stop = queuePaint(() => {
      stop = queuePaint(grow)
    })
  }
  watch(
    length,
    () => {
      stop()
      shown.value = 0
      grow()
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    stop()
  })
  return shown
}
