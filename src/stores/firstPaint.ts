/** Milliseconds after which nobody waits for a page to be painted; not every page tells. */
const LONGEST = 600

let painted: () => void = () => undefined

/** Settles when the page that was opened is painted, or would have had the time to be. */
export const firstPaint = new Promise<void>((resolve) => {
  painted = resolve
  setTimeout(resolve, LONGEST)
})

/** A page calls it when it is painted. */
export function noteFirstPaint(): void {
  painted()
}
