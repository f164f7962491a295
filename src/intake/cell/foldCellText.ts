const SPACES = /&nbsp;|[\s\u2000-\u200a\u202f\u205f\u3000\u00a0]/giu
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const FULL_WIDTH = /[\uff01-\uff5e]/gu
const MINUS_SIGNS = /[\u2212\ufe63]/gu

/**
 * A cell's text as a number parser wants it: full-width digits and signs as ASCII, one kind of space
 * and of minus, nothing invisible, no spaces around, and without the apostrophe by which a
 * spreadsheet marks text. Not NFKC, which would turn ½ into 1⁄2 and ㎡ into m2.
 */
export function foldCellText(text: string): string {
  const folded = text
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(MINUS_SIGNS, '-')
    .trim()
  return folded.startsWith("'") ? folded.slice(1).trim() : folded
}
