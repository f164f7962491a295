import type { Finding } from '@/domain/finding'
import { mojibakeHint, undoMojibake } from './mojibake'

/** What is wrong with a piece of text, without its place. */
export type TextFault = Pick<Finding, 'severity' | 'raw' | 'detail'> & {
  readonly code: 'text-mojibake' | 'text-lost-character' | 'text-control-character'
}

/** A finding quotes the beginning of its text. */
const quotedCharacters = 200

const han = '\\u3400-\\u9fff'
/** C0 and C1 controls but tab and line ends; marks that turn the writing direction. */
const control =
  '\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069'
const invisible = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff'

const controlPattern = new RegExp(`[${control}]`)
const invisiblePattern = new RegExp(`[${invisible}]`)
/** Excel and WPS write `?` for a character that GBK has not: 㛃县 → ?县. */
const lostPattern = new RegExp(`\\?[${han}]|\\ufffd`)
const mojibakePattern = new RegExp(`[${mojibakeHint}]|[\\u0080-\\u00ff]{4}`)

/** What a character may be a sign of: by its code, so that one pass over a text is cheap. */
const signs = signTable()
const sign = { fault: 1, questionMark: 2, latin: 3 } as const

function signTable(): Uint8Array {
  const table = new Uint8Array(0x1_0000)
  table.fill(3, 0x80, 0x100)
  const faulty = new RegExp(`[${control}${invisible}\\ufffd${mojibakeHint}]`)
  for (let code = 0; code < table.length; code += 1) {
    if (faulty.test(String.fromCharCode(code))) table[code] = 1
  }
  table[0x3f] = 2
  return table
}

/** Whether a text is worth looking at line by line or cell by cell. One fast pass. */
export function mayHaveTextFaults(text: string): boolean {
  let latin = 0
  for (let at = 0; at < text.length; at += 1) {
    const found = signs[text.charCodeAt(at)]
    latin = found === sign.latin ? latin + 1 : 0
    if (found === 0) continue
    if (found === sign.fault || latin === 4) return true
    if (found === sign.questionMark && isHan(text.charCodeAt(at + 1))) return true
  }
  return false
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff
}

/**
 * The faults of one line or one cell; at most one of each kind. Text in a wrong encoding is an error
 * (D-ENC), whether it can be told what it was or not; a character that may be lost is a warning.
 */
export function textFaults(text: string): readonly TextFault[] {
  if (!mayHaveTextFaults(text)) return []
  const raw = text.slice(0, quotedCharacters)
  const repaired = mojibakePattern.test(text) ? undoMojibake(text.slice(0, 4096)) : null
  if (repaired !== null) {
    const detail = { repaired: repaired.slice(0, quotedCharacters) }
    return [{ code: 'text-mojibake', severity: 'error', raw, detail }]
  }
  const faults: TextFault[] = []
  if (lostPattern.test(text)) {
    const severity = text.includes('\ufffd') ? 'error' : 'warning'
    faults.push({ code: 'text-lost-character', severity, raw })
  }
  const mark = controlPattern.exec(text) ?? invisiblePattern.exec(text)
  if (mark !== null) {
    const severity = controlPattern.test(text) ? 'warning' : 'info'
    faults.push({
      code: 'text-control-character',
      severity,
      raw,
      detail: { character: codePointName(mark[0]) },
    })
  }
  return faults
}

/** e.g. `U+202E`. */
export function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
