import type { Finding, FindingCode, Severity } from '@/domain/finding'
import type { Encoding } from './encoding/encodings'
import { scoreBig5, scoreGb18030 } from './encoding/hanScore'
import { mayHaveTextFaults, textFaults } from './encoding/textFaults'
import { byteLines, lineOfByte, scanUtf8, type Utf8Evidence } from './encoding/utf8Scan'
import { FindingList } from './findings'
import { limits } from './limits'

/** Bytes from which everyday characters are told from others: more would say the same. */
const scoredBytes = 2 ** 20

export interface DecodeOptions {
  /** File name for the findings. */
  readonly file?: string
  /** The user's choice: taken as it is; what does not fit becomes U+FFFD and is reported. */
  readonly encoding?: Encoding
}

export interface Decoded {
  /** Null: refused; the findings say why. Never begins with a byte order mark. */
  readonly text: string | null
  readonly encoding: Encoding | null
  /** Places are lines (as `row`, from 1). */
  readonly findings: readonly Finding[]
}

/**
 * Bytes to text. Nothing is guessed silently: damaged or mixed bytes are refused with their line,
 * and where two readings are possible the likelier is taken and `encoding-ambiguous` asks.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const file = options.file ?? ''
  if (bytes.length === 0) return refuse(file, 'file-empty')
  if (bytes.length > limits.textBytes) {
    return refuse(file, 'file-too-large', { bytes: bytes.length, limit: limits.textBytes })
  }
  if (options.encoding !== undefined) return forced(bytes, options.encoding, file)
  const marked = byteOrderMark(bytes)
  if (marked !== null) return decodeMarked(bytes, marked, file)
  return bytes.includes(0) ? decodeWithNuls(bytes, file) : decodePlain(bytes, file)
}

function decodePlain(bytes: Uint8Array, file: string): Decoded {
  const text = strict(bytes, 'UTF-8')
  if (text === null) return decodeNotUtf8(bytes, scanUtf8(bytes), file)
  if (!couldBeGbkOnly(text)) return accept(text, 'UTF-8', file)
  const gb = strict(bytes, 'GB18030')
  // 元 alone in GBK is valid UTF-8 (Ԫ); in a Chinese office the Han reading is the likelier.
  const isHan = gb !== null && /^[\0-\x7f\u2e80-\u9fff\uff00-\uffef]+$/.test(gb)
  if (!isHan || scoreGb18030(bytes).common < 0.8) return accept(text, 'UTF-8', file)
  return areLatinSigns(text)
    ? accept(text, 'UTF-8', file, [ambiguous(file, 'UTF-8', 'GB18030')])
    : accept(gb, 'GB18030', file, [ambiguous(file, 'GB18030', 'UTF-8')])
}

function decodeNotUtf8(bytes: Uint8Array, evidence: Utf8Evidence, file: string): Decoded {
  if (evidence.wide >= evidence.bad) return refuseDamagedUtf8(bytes, evidence.firstBad, file)
  const stray = evidence.wide > 1 ? utf8LineIn(bytes) : null
  if (stray !== null) return refuse(file, 'encoding-mixed', { encodings: 'GB18030, UTF-8' }, stray)
  const scored = Math.min(bytes.length, scoredBytes)
  const gb = strict(bytes, 'GB18030')
  const big5 = strict(bytes, 'Big5')
  const gbScore = gb === null ? -1 : scoreGb18030(bytes, 0, scored).common
  const big5Score = big5 === null ? -1 : scoreBig5(bytes, 0, scored).common
  if (big5 !== null && big5Score > gbScore + 0.2) {
    return accept(big5, 'Big5', file, [ambiguous(file, 'Big5', 'GB18030')])
  }
  if (gb === null)
    return refuse(file, 'encoding-damaged', { encoding: 'GB18030' }, badGbLine(bytes))
  const other = big5Score > gbScore ? 'Big5' : 'UTF-8'
  const doubtful = gbScore < 0.6 || endsInsideCharacter(bytes, evidence)
  return accept(gb, 'GB18030', file, doubtful ? [ambiguous(file, 'GB18030', other)] : [])
}

/** All that is not UTF-8 is the beginning of a character at the very end: perhaps a cut file. */
function endsInsideCharacter(bytes: Uint8Array, { firstBad, bad }: Utf8Evidence): boolean {
  const lead = bytes[firstBad] ?? 0
  return firstBad + bad === bytes.length && bad < 4 && lead >= 0xe3 && lead <= 0xef
}

/** A line of GB18030 among UTF-8 is a mixture; anything else is damage. Both name the line. */
function refuseDamagedUtf8(bytes: Uint8Array, firstBad: number, file: string): Decoded {
  for (const { line, start, end } of byteLines(bytes)) {
    const { wide, bad } = scanUtf8(bytes, start, end)
    if (bad === 0) continue
    const isGb =
      wide === 0 &&
      strict(bytes.subarray(start, end), 'GB18030') !== null &&
      scoreGb18030(bytes, start, end).common >= 0.8
    if (isGb) return refuse(file, 'encoding-mixed', { encodings: 'UTF-8, GB18030' }, line)
    break
  }
  return refuse(file, 'encoding-damaged', { encoding: 'UTF-8' }, lineOfByte(bytes, firstBad))
}

/** The first line of a file that is not UTF-8 which itself is UTF-8 with Han characters in it. */
function utf8LineIn(bytes: Uint8Array): number | null {
  for (const { line, start, end } of byteLines(bytes)) {
    const { wide, bad } = scanUtf8(bytes, start, end)
    if (wide > 1 && bad === 0 && scoreGb18030(bytes, start, end).common < 0.8) return line
  }
  return null
}

function badGbLine(bytes: Uint8Array): number {
  for (const { line, start, end } of byteLines(bytes)) {
    if (strict(bytes.subarray(start, end), 'GB18030') === null) return line
  }
  return 1
}

/** Every character beyond ASCII is a letter below U+0800, as two GBK bytes can pretend to be. */
function couldBeGbkOnly(text: string): boolean {
  return /[^\0-\x7f]/.test(text) && !/[^\0-\x7f\u0080-\u07ff]/.test(text)
}

const LATIN_SIGN = new RegExp(
  [
    '£|¥(?=\\s?\\d)|(?<=\\d\\s?)[°±×½¼¾]|(?<=[A-Za-z\\d])[²³®]|\\u00a0+',
    '(?<=[A-Za-z])[À-ÖØ-öø-ÿ]|[À-ÖØ-öø-ÿ](?=[A-Za-z])',
  ].join('|'),
  'g',
)

/** Every character beyond ASCII is a sign or an accent where such stand: `£5`, `25°`, `m²`, `café`. */
function areLatinSigns(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text.replace(LATIN_SIGN, ''))
}

/** NUL bytes: UTF-16 without its mark, a few strays in a text, or no text at all. */
function decodeWithNuls(bytes: Uint8Array, file: string): Decoded {
  const little = utf16Likelihood(bytes, 'UTF-16LE')
  const big = utf16Likelihood(bytes, 'UTF-16BE')
  if (Math.max(little, big) > 0.9 && bytes.length % 2 === 0) {
    const [chosen, other] =
      little >= big ? (['UTF-16LE', 'UTF-16BE'] as const) : (['UTF-16BE', 'UTF-16LE'] as const)
    const text = strict(bytes, chosen)
    if (text !== null) return accept(text, chosen, file, [ambiguous(file, chosen, other)])
  }
  const kept = bytes.filter((byte) => byte !== 0)
  const removed = bytes.length - kept.length
  const oddControls = kept.some(
    (byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d, 0x0c, 0x1a].includes(byte),
  )
  if (oddControls || removed > Math.max(3, bytes.length / 1000)) return refuse(file, 'file-binary')
  const decoded = decodePlain(kept, file)
  const doubtful = decoded.findings.some(({ code }) => code === 'encoding-ambiguous')
  if (decoded.text === null || doubtful) return refuse(file, 'file-binary')
  const row = lineOfByte(bytes, bytes.indexOf(0))
  const raw = decoded.text.split(/\r\n|\r|\n/, row)[row - 1]?.slice(0, 200) ?? ''
  const nul = found(
    file,
    'text-control-character',
    'warning',
    { character: 'U+0000', removed },
    row,
  )
  return { ...decoded, findings: [{ ...nul, raw }, ...decoded.findings] }
}

/** Share of the characters that a Chinese office text is made of, when read as UTF-16. */
function utf16Likelihood(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): number {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, 65_536 & ~1))
  const usual = text.match(/[\t\r\n\x20-\x7e\u2010-\u203b\u3000-\u303f\u4e00-\u9fff\uff01-\uffe5]/g)
  return text.length === 0 || usual === null ? 0 : usual.length / text.length
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8'
  if (first === 0xff && second === 0xfe) return 'UTF-16LE'
  if (first === 0xfe && second === 0xff) return 'UTF-16BE'
  if (first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33) return 'GB18030'
  return null
}

function decodeMarked(bytes: Uint8Array, encoding: Encoding, file: string): Decoded {
  const text = strict(bytes, encoding)
  if (text !== null) return accept(text.replace(/^\ufeff/, ''), encoding, file)
  if (encoding === 'UTF-8') return refuseDamagedUtf8(bytes, scanUtf8(bytes).firstBad, file)
  const row = encoding === 'GB18030' ? badGbLine(bytes) : badUtf16Line(bytes, encoding)
  return refuse(file, 'encoding-damaged', { encoding }, row)
}

function badUtf16Line(bytes: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(bytes)
  const bad = text.indexOf('\ufffd')
  return text.slice(0, Math.max(bad, 0)).split(/\r\n|\r|\n/).length
}

function forced(bytes: Uint8Array, encoding: Encoding, file: string): Decoded {
  const exact = strict(bytes, encoding)
  if (exact !== null) return accept(exact.replace(/^\ufeff/, ''), encoding, file)
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, '')
  const row = text.slice(0, Math.max(text.indexOf('\ufffd'), 0)).split(/\r\n|\r|\n/).length
  return accept(text, encoding, file, [
    found(file, 'encoding-damaged', 'warning', { encoding }, row),
  ])
}

/** The text, or null if a single byte does not fit. */
function strict(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function accept(
  text: string,
  encoding: Encoding,
  file: string,
  doubts: readonly Finding[] = [],
): Decoded {
  const findings = new FindingList()
  findings.addAll(doubts)
  if (mayHaveTextFaults(text)) {
    if (isBinary(text)) return refuse(file, 'file-binary')
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
      for (const fault of textFaults(line))
        findings.add({ ...fault, place: { file, row: index + 1 } })
    }
  }
  return { text, encoding, findings: findings.list() }
}

/** More than a few control characters: no text, whatever its bytes decode to. */
function isBinary(text: string): boolean {
  const controls = text.match(/[\0-\x08\x0e-\x1f\x7f]/g)?.length ?? 0
  return controls > Math.max(3, text.length / 50)
}

function refuse(
  file: string,
  code: FindingCode,
  detail?: Finding['detail'],
  row?: number,
): Decoded {
  return { text: null, encoding: null, findings: [found(file, code, 'error', detail, row)] }
}

function ambiguous(file: string, chosen: Encoding, other: Encoding): Finding {
  return found(file, 'encoding-ambiguous', 'warning', { chosen, other })
}

function found(
  file: string,
  code: FindingCode,
  severity: Severity,
  detail?: Finding['detail'],
  row?: number,
): Finding {
  return {
    code,
    severity,
    place: row === undefined ? { file } : { file, row },
    ...(detail === undefined ? {} : { detail }),
  }
}
