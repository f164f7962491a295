const INVISIBLE = /[\p{Cf}\u00a0\ufeff]|&(?:nbsp|ensp|emsp|thinsp|zwnj);/giu
const LINE_BREAK_TAG = /<br\s*\/?>/gi
const MARKDOWN = /[*#|]/g
const QUOTES = /["“”„‟«»「」『』＂〝〞]/g
const DASHES = /[-‐‑‒–—―－−]+/g
const LEADING_NUMBER =
  /^(?:[一二三四五六七八九十]{1,3}[、.)]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}(?!\d)[、.)]?(?=\D))/u

/**
 * A label's words alone, for comparing: compatibility forms folded (NFKC), no white space, markdown,
 * `&nbsp;` or invisible characters, one kind of quotes and of dashes, and no leading number (`一、`,
 * `（一）`, `1.`). Idempotent. An ordinal that belongs to the words (`第二十条`, `三安全一稳定`) stays.
 */
export function normaliseLabel(text: string): string {
  let label = text
    .replace(LINE_BREAK_TAG, '')
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\s/g, '')
    .replace(MARKDOWN, '')
    .replace(QUOTES, '"')
    .replace(DASHES, '-')
  for (;;) {
    const rest = label.replace(LEADING_NUMBER, '')
    if (rest === label) return label
    label = rest
  }
}

const INNER_NUMBER =
  /(?<!\d)\d{1,2}[.、)]|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]、/gu
const ARTICLE = /^第二十[条條](?:第?\(?[一二五六八九]?\)?[项項]?)?/u
const PUNCTUATION = /[\p{P}\p{S}]/gu

/**
 * What is left of a label when order and wording alone count: `normaliseLabel` without numbers inside
 * it, the article's number (the rows of table 二 are unique without it), brackets and separators, in
 * lower case. `（三）不予公开 - 1.属于国家秘密 / 自然人` gives `不予公开属于国家秘密自然人`.
 */
export function labelKey(text: string): string {
  const label = normaliseLabel(text)
    .replace(ARTICLE, '')
    .replace(INNER_NUMBER, '')
    .replace(PUNCTUATION, '')
  return label.toLowerCase()
}
