import { afterEach, expect, it, vi } from 'vitest'
import { enterWall, isOnWall, leaveWall } from '@/ui/wall'

afterEach(() => {
  leaveWall()
  vi.unstubAllGlobals()
})

it('leaves full screen, too, when it is left before the browser has filled the screen', async () => {
  const screen = fakeDocument()
  enterWall()
  leaveWall()
  expect(isOnWall.value).toBe(false)

  screen.grant()
  await vi.waitFor(() => {
    expect(screen.left).toBe(1)
  })
  expect(screen.document.fullscreenElement).toBeNull()
})

it('stays in full screen while it is on, and is left when the browser leaves it', async () => {
  const screen = fakeDocument()
  enterWall()
  screen.grant()
  await Promise.resolve()
  expect(screen.left).toBe(0)
  expect(isOnWall.value).toBe(true)

  void screen.document.exitFullscreen()
  expect(isOnWall.value).toBe(false)
})

/** A document whose browser fills the screen only when it is told to. */
function fakeDocument() {
  const listeners = new EventTarget()
  let grant = () => {}
  const screen = {
    left: 0,
    grant: () => {
      grant()
    },
    document: {
      fullscreenElement: null as unknown,
      documentElement: {
        dataset: {},
        requestFullscreen: () =>
          new Promise<void>((settle) => {
            grant = () => {
              screen.document.fullscreenElement = screen.document.documentElement
              settle()
            }
          }),
      },
      exitFullscreen: () => {
        screen.left++
        screen.document.fullscreenElement = null
        listeners.dispatchEvent(new Event('fullscreenchange'))
        return Promise.resolve()
      },
      addEventListener: listeners.addEventListener.bind(listeners),
      removeEventListener: listeners.removeEventListener.bind(listeners),
    },
  }
  vi.stubGlobal('document', screen.document)
  return screen
}
