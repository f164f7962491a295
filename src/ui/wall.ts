import type { ShallowRef } from 'vue'
import { shallowRef } from 'vue'

const on = shallowRef(false)

/** Whether the page is on the wall: one view, nothing else, sized for the back row. */
export const isOnWall: Readonly<ShallowRef<boolean>> = on

/** Whether the table is on the wall in the place of the charts. */
export const isTableOnWall = shallowRef(false)

/**
 * Puts the page on the wall. The whole document goes full screen, so that what opens above the view
 * is seen too; where the browser refuses, the view covers the window all the same.
 */
export function enterWall(): void {
  on.value = true
  isTableOnWall.value = false
  document.documentElement.dataset['stage'] = ''
  document.addEventListener('fullscreenchange', followBrowser)
  const root: { requestFullscreen?: () => Promise<void> } = document.documentElement
  root.requestFullscreen?.().then(leaveIfOff, () => {
    // Refused: the view covers the window, which is all that is left to do.
  })
}

/** Takes the page off the wall. */
export function leaveWall(): void {
  on.value = false
  delete document.documentElement.dataset['stage']
  document.removeEventListener('fullscreenchange', followBrowser)
  leaveIfOff()
}

/** Also where the wall was left before the browser had gone full screen. */
function leaveIfOff(): void {
  if (!on.value && document.fullscreenElement) void document.exitFullscreen()
}

/** Esc in full screen goes to the browser alone: leave when it has left. */
function followBrowser(): void {
  if (!document.fullscreenElement) leaveWall()
}
