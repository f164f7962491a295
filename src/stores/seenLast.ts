const KEY = 'xianjian.address'

/** Notes that the page in the address bar is looked at. */
export function noteSeen(): void {
  try {
    localStorage.setItem(KEY, location.hash)
  } catch {
    // Without a note every page is opened as one not seen before.
  }
}

/** Whether the page in the address bar is the one that was looked at last: what it asks for was likely kept. */
export function isSeenLast(): boolean {
  try {
    return localStorage.getItem(KEY) === location.hash
  } catch {
    return false
  }
}
