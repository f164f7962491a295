import { watch, type ShallowRef } from 'vue'
import { scrollInPane } from './scrollInPane'

/** Scrolls to what is marked `data-chosen` inside an element, once for every choice that falls into it. */
export function useShownWhenChosen(
  host: Readonly<ShallowRef<HTMLElement | null>>,
  chosen: () => string | null,
  /** Changes when more of the element is drawn. */
  drawn: () => unknown = () => null,
): void {
  let shown: string | null = null
  watch(
    [host, chosen, drawn],
    ([element, id], [before]) => {
      if (element !== before || id === null) shown = null
      // To look for it lays out the page, so what is drawn later is not looked through again.
      if (id === null || id === shown) return
      const found = element?.querySelector('[data-chosen]')
      if (!found) return
      shown = id
      scrollInPane(found)
    },
    { flush: 'post', immediate: true },
  )
}
