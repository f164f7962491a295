import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'
import { onBeforeRouteLeave, useRouter } from 'vue-router'
import { queuePaint } from '@/ui/paintQueue'

/**
 * Whether a page is being left: what is large on it goes in a task of its own, before the next page is
 * built in another. The page keeps its height, so that the browser finds its place again on the way back.
 */
export function useEarlyLeave(
  page: Readonly<ShallowRef<HTMLElement | null>>,
): Readonly<ShallowRef<boolean>> {
  const isLeaving = shallowRef(false)
  onBeforeRouteLeave(async () => {
    if (page.value !== null) page.value.style.minHeight = `${page.value.offsetHeight}px`
    isLeaving.value = true
    await new Promise<void>((resolve) => queuePaint(resolve))
  })
  // Another way may be taken before this one was gone.
  const stop = useRouter().afterEach((_to, _from, failure) => {
    if (failure === undefined || page.value === null) return
    page.value.style.minHeight = ''
    isLeaving.value = false
  })
  onBeforeUnmount(stop)
  return isLeaving
}
