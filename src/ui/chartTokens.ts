import { onBeforeUnmount, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'

/** What charts need to know of the page's look. */
export interface ChartTokens {
  readonly dark: boolean
  /** Size of the root in pixels. */
  readonly rem: number
  /** A custom property of the page, empty if there is none. */
  readonly token: (name: string) => string
}

/** The page's look, anew when its theme, its size or the wall changes it. */
export function useChartTokens(): Readonly<ShallowRef<ChartTokens>> {
  const tokens = shallowRef(readTokens())
  const refresh = () => {
    const now = readTokens()
    if (now.dark !== tokens.value.dark || now.rem !== tokens.value.rem) tokens.value = now
  }
  const observer = new MutationObserver(refresh)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-stage'] })
  window.addEventListener('resize', refresh)
  onBeforeUnmount(() => {
    observer.disconnect()
    window.removeEventListener('resize', refresh)
  })
  return tokens
}

function readTokens(): ChartTokens {
  const root = document.documentElement
  const style = getComputedStyle(root)
  return {
    dark: root.dataset['theme'] === 'dark',
    rem: Number.parseFloat(style.fontSize),
    token: (name) => style.getPropertyValue(name),
  }
}
