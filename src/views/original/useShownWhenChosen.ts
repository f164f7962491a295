import { watch, type ShallowRef } from 'vue'
import { scrollInPane } from './scrollInPane'

/** Scrolls to what is marked `data-chosen` inside an element, whenever another choice falls into it. */
export function useShownWhenChosen(
  host: Readonly<ShallowRef<HTMLElement | null>>,
  chosen: () => string | null,
  /** Changes when more of the element is drawn. */
  drawn: () => unknown = () => null,
): void {
  watch(
    [host, chosen, drawn],
    ([element, id]) => {
      const found = id === null ? null : element?.querySelector('[data-chosen]')
      if (found) scrollInPane(found)
    },
    { flush: 'post', immediate: true },
  )
}
