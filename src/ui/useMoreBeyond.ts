import type { ShallowRef } from 'vue'
import { shallowRef } from 'vue'
import { useResized } from './useResized'

/**
 * Whether columns lie beyond the right edge of a box that scrolls. Looked at when box or content were laid out in
 * another size, and on `look`, which scrolling calls: nothing is laid out for it.
 */
export function useMoreBeyond(
  box: Readonly<ShallowRef<HTMLElement | null>>,
  content: Readonly<ShallowRef<HTMLElement | null>>,
): { readonly hasMore: Readonly<ShallowRef<boolean>>; readonly look: () => void } {
  const hasMore = shallowRef(false)
  function look() {
    if (!box.value) return
    const { scrollLeft, clientWidth, scrollWidth } = box.value
    hasMore.value = scrollLeft + clientWidth < scrollWidth - 1
  }
  useResized(box, look, false)
  useResized(content, look, false)
  return { hasMore, look }
}
