/** How well bytes fit a double-byte encoding. */
export interface HanScore {
  /** Share of the Han characters that are everyday ones, 0 to 1; 1 when there are none. */
  readonly common: number
  readonly characters: number
}

/**
 * GB18030 as everyday text: GB 2312 level 1 (leads B0–D7, trails from A1) are the 3,755 characters
 * by sound that nearly all Chinese text is made of. Symbols (A1–A3, A8–A9) say nothing either way.
 */
export function scoreGb18030(bytes: Uint8Array, start = 0, end = bytes.length): HanScore {
  return score(bytes, start, end, (lead, trail) => {
    // The first half of four bytes; no other encoding allows a digit there.
    if (trail >= 0x30 && trail <= 0x39) return 1
    if (trail >= 0xa1 && (lead <= 0xa3 || lead === 0xa9 || lead === 0xa8) && lead >= 0xa1)
      return null
    if (lead >= 0xd8 && lead <= 0xf7 && trail >= 0xa1) return 0.5
    return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1 ? 1 : 0
  })
}

/** Big5 as everyday text: level 1 is A440–C67E; A1–A3 are symbols. */
export function scoreBig5(bytes: Uint8Array, start = 0, end = bytes.length): HanScore {
  return score(bytes, start, end, (lead) => {
    if (lead >= 0xa1 && lead <= 0xa3) return null
    return lead >= 0xa4 && lead <= 0xc6 ? 1 : 0
  })
}

function score(
  bytes: Uint8Array,
  start: number,
  end: number,
  weigh: (lead: number, trail: number) => number | null,
): HanScore {
  let characters = 0
  let total = 0
  for (let index = start; index < end; index += 1) {
    const lead = bytes[index] ?? 0
    if (lead < 0x81) continue
    const trail = bytes[index + 1] ?? 0
    const weight = weigh(lead, trail)
    index += trail >= 0x30 && trail <= 0x39 ? 3 : 1
    if (weight === null) continue
    characters += 1
    total += weight
  }
  return { common: characters === 0 ? 1 : total / characters, characters }
}
