import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue'

/**
 * Measures once the element is there, and again whenever its size changes. `atOnce` false: first when it
 * is laid out, so that what is out of sight need not be.
 */
export function useResized(
  element: Readonly<ShallowRef<HTMLElement | null>>,
  measure: () => void,
  atOnce = true,
): void {
  let observer: ResizeObserver | null = null
  onMounted(() => {
    observer = new ResizeObserver(measure)
    if (element.value) observer.observe(element.value)
    if (atOnce) measure()
  })
  onBeforeUnmount(() => observer?.disconnect())
}
