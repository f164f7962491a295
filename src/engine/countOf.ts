/** How many there are; what they are is not kept. */
export function countOf(items: Iterable<unknown>): number {
  const iterator = items[Symbol.iterator]()
  let count = 0
  while (iterator.next().done !== true) count++
  return count
}
