import { textWidth } from './legend'

/**
 * Names that fit into so many full-width characters each. A long one is cut in its middle, all of them
 * at the same place, and where that would make two of them alike, at another: names of one family often
 * begin and end alike. Names that fit are left as they are.
 */
export function shortNames(
  names: readonly string[],
  mostOf: (place: number) => number,
): readonly string[] {
  const rooms = names.map((_, place) => mostOf(place))
  const isLong = names.map((name, place) => textWidth(name) > (rooms[place] ?? 0))
  if (!isLong.includes(true)) return names

  const toTell = new Set(names).size
  let best = { told: 0, cut: names }
  for (const head of headsOf(Math.floor(Math.max(...rooms)))) {
    const cut = names.map((name, place) =>
      isLong[place] ? cutName(Array.from(name), head, rooms[place] ?? 0) : name,
    )
    const told = new Set(cut).size
    if (told === toTell) return cut
    if (told > best.told) best = { told, cut }
  }
  return best.cut
}

/** One name by itself. */
export function shortName(name: string, most: number): string {
  return shortNames([name], () => most)[0] ?? name
}

/** How many letters may stand before the cut: half of them at first, then fewer and more in turn. */
function headsOf(most: number): readonly number[] {
  const half = Math.max(1, Math.floor(most / 2))
  const others = Array.from({ length: half }, (_, step) => [half - step - 1, half + step + 1])
  return [half, ...others.flat()].filter((head) => head >= 1 && (head === half || head <= most - 2))
}

/** The first letters, …, and as many of the last as there is room for. */
function cutName(letters: readonly string[], head: number, most: number): string {
  const room = Math.max(1, most - 1)
  const first = fitting(letters.slice(0, head), room)
  const rest = letters.slice(first.length).toReversed()
  const last = fitting(rest, room - textWidth(first.join(''))).toReversed()
  return `${first.length === 0 ? (letters[0] ?? '') : first.join('')}…${last.join('')}`
}

/** As many letters from the first on as are no wider than the room. */
function fitting(letters: readonly string[], room: number): readonly string[] {
  let used = 0
  const end = letters.findIndex((letter) => {
    used += textWidth(letter)
    // Sums of tenths are a little off.
    return used > room + 1e-9
  })
  return end === -1 ? letters : letters.slice(0, end)
}
