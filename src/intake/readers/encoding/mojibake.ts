/**
 * UTF-8 read as GBK turns each pair of leading bytes (E4–E9, 80–BF) into one of these characters.
 * Some stand in real place names (涞, 淇), so they only make a text worth a closer look.
 */
export const mojibakeHint: string = hintCharacters()

/**
 * The text as it was before UTF-8 or GBK was read as something else, or null when it was not.
 * Some characters may be lost for good; those come back as U+FFFD.
 */
export function undoMojibake(text: string): string | null {
  return (
    plausible(text, gbkBytes(text), 'utf-8') ??
    plausible(text, latinBytes(text), 'utf-8') ??
    plausible(text, latinBytes(text), 'gb18030')
  )
}

function plausible(text: string, bytes: Uint8Array | null, encoding: string): string | null {
  if (bytes === null) return null
  const repaired = new TextDecoder(encoding).decode(bytes)
  const han = countMatches(repaired, /[\u3400-\u9fff]/g)
  const broken = countMatches(repaired, /\ufffd/g)
  return repaired !== text && han >= 2 && han > broken ? repaired : null
}

/** The bytes that GBK would have read as this text; null if it could not have. */
function gbkBytes(text: string): Uint8Array | null {
  const table = gbkTable()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const pair = table.get(character)
    if (code < 0x80) bytes.push(code)
    else if (pair !== undefined) bytes.push(...pair)
    else if (character === '\ufffd') bytes.push(0x3f)
    else return null
  }
  return Uint8Array.from(bytes)
}

function latinBytes(text: string): Uint8Array | null {
  if (/[^\u0000-\u00ff]/.test(text)) return null
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

let table: Map<string, readonly number[]> | undefined

function gbkTable(): Map<string, readonly number[]> {
  if (table !== undefined) return table
  const decoder = new TextDecoder('gb18030')
  table = new Map([['€', [0x80]]])
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const pair = [lead, trail]
      const character = decoder.decode(Uint8Array.from(pair))
      if (character.length === 1 && character !== '\ufffd') table.set(character, pair)
    }
  }
  return table
}

function hintCharacters(): string {
  const bytes: number[] = []
  for (let lead = 0xe4; lead <= 0xe9; lead += 1) {
    for (let trail = 0x80; trail <= 0xbf; trail += 1) bytes.push(lead, trail)
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes))
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
