import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue'

/**
 * For a part of the page that opens below what was pressed: Esc closes it, and the focus, where it would
 * be lost with the part, goes back to what it was on before.
 */
export function useClosing(
  part: Readonly<ShallowRef<HTMLElement | null>>,
  close: () => void,
): void {
  let before = document.activeElement
  const isWithin = (element: Element | null) => part.value?.contains(element) === true

  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    // Nothing else, such as the wall, is closed by the same press.
    event.preventDefault()
    close()
  }

  function onFocus() {
    if (!isWithin(document.activeElement)) before = document.activeElement
  }

  onMounted(() => {
    document.addEventListener('keydown', onKey)
    document.addEventListener('focusin', onFocus)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', onKey)
    document.removeEventListener('focusin', onFocus)
    if (isWithin(document.activeElement) && before instanceof HTMLElement) before.focus()
  })
}
