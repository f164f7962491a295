import { shallowRef, type ShallowRef } from 'vue'
import { queuePaint } from './paintQueue'

const on = shallowRef(false)

/** Whether the page is being printed: then a table has all its rows. */
export const isPrinting: Readonly<ShallowRef<boolean>> = on

/** Keeps up with the browser, however the printing was begun; call it once. */
export function followPrinting(): void {
  addEventListener('beforeprint', () => {
    on.value = true
  })
  addEventListener('afterprint', () => {
    on.value = false
  })
}

/**
 * Prints the page in light colours, once its charts are drawn in them; resolves when it is over. Paper
 * is white whatever the screen is.
 */
export async function printPage(): Promise<void> {
  const root = document.documentElement
  const theme = root.dataset['theme']
  const wasDark = theme === 'dark'
  if (wasDark) root.dataset['theme'] = 'light'
  on.value = true
  await drawn()
  print()
  on.value = false
  if (wasDark) root.dataset['theme'] = theme
}

/** When what the page has to draw by now is drawn. */
async function drawn(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve)
    })
    await new Promise<void>((resolve) => {
      queuePaint(resolve)
    })
  }
}
