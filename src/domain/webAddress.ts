import type { Cell } from './report'

/** 网址 of a report as its column is called. Its cells are texts: see `addressCell`. */
export const WEB_ADDRESS = 'custom.网址'

/** How headers call it. */
export const addressLabels: readonly string[] = [
  '网址',
  '网页地址',
  '公开网址',
  '年报网址',
  '年报链接',
  '链接地址',
  'webAddress',
  'web_address',
  'url',
  'URL',
]

/** Longer ones are no addresses of pages that a person can open. */
const LONGEST = 2000

/**
 * The address of a page that a text is, without the white space around it; null where it is none.
 * Only `http` and `https`, and none with a user's name or password in it.
 */
export function webAddress(text: string): string | null {
  const written = text.trim()
  if (written.length > LONGEST || !/^https?:\/\/[^\s\\<>"]+$/iu.test(written)) return null
  try {
    const { protocol, username, password, hostname } = new URL(written)
    const isOpen = username === '' && password === '' && hostname !== ''
    return isOpen && (protocol === 'http:' || protocol === 'https:') ? written : null
  } catch {
    return null
  }
}

/**
 * The cell of an address: columns hold numbers, so its number is the fingerprint of its text, by which
 * two cells are the same or not; what is shown is the text.
 */
export function addressCell(address: string): Cell {
  return { kind: 'value', value: fingerprint(address), approximate: false, text: address }
}

const HIGH = 2 ** 21

/** 53 bits of a text: two rounds of FNV-1a over its UTF-16 units, mixed at the end as in MurmurHash3. */
function fingerprint(text: string): number {
  const high = mixed(text, 0x811c9dc5)
  const low = mixed(text, 0x9747b28c)
  return (high % HIGH) * 2 ** 32 + low
}

function mixed(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
