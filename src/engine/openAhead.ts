import type { StoreOpener } from './engineCore'

/**
 * Begins to open the store at once. The opener that comes back hands out this store at its first call,
 * also where opening failed, and opens anew at every later one.
 */
export function openAhead(open: StoreOpener): StoreOpener {
  let isSuperseded = false
  let tell = () => {
    isSuperseded = true
  }
  let ahead: ReturnType<StoreOpener> | null = open(() => {
    tell()
  })
  // Whoever asks for the store hears of it.
  ahead.catch(() => undefined)
  return (onSuperseded) => {
    const opened = ahead
    if (opened === null) return open(onSuperseded)
    ahead = null
    tell = onSuperseded
    if (isSuperseded) onSuperseded()
    return opened
  }
}
