/** Brings an element into the sight of the pane it scrolls in, and moves nothing else. */
export function scrollInPane(element: Element): void {
  const pane = element.closest('[data-pane]')
  if (pane === null) return
  const outer = pane.getBoundingClientRect()
  const inner = element.getBoundingClientRect()
  const isSeen =
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom &&
    inner.left >= outer.left &&
    inner.right <= outer.right
  if (isSeen) return
  pane.scrollBy({
    top: inner.top + inner.height / 2 - (outer.top + outer.height / 2),
    left:
      inner.left < outer.left || inner.right > outer.right
        ? inner.left - outer.left - outer.width / 3
        : 0,
  })
}
