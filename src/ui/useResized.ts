import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue'

/** Measures once the element is there, and again whenever its size changes. */
export function useResized(
  element: Readonly<ShallowRef<HTMLElement | null>>,
  measure: () => void,
): void {
  let observer: ResizeObserver | null = null
  onMounted(() => {
    observer = new ResizeObserver(measure)
    if (element.value) observer.observe(element.value)
    measure()
  })
  onBeforeUnmount(() => observer?.disconnect())
}
