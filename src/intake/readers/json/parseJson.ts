import type { JsonArray, JsonMember, JsonObject, JsonScalar, JsonValue } from './jsonValue'

/** Something that a JSON text says and a reader must not pass over. */
export interface JsonNotice {
  readonly code: 'json-duplicate-key' | 'json-number-unsafe' | 'text-lost-character'
  readonly line: number
  readonly column: number
  readonly raw: string
}

/** Why a text is no JSON, and where. */
export class JsonFault extends Error {
  readonly code: 'json-invalid' | 'json-too-deep'
  readonly line: number
  readonly column: number
  /** The text at the fault. */
  readonly raw: string

  constructor(code: JsonFault['code'], line: number, column: number, raw: string) {
    super(code)
    this.code = code
    this.line = line
    this.column = column
    this.raw = raw
  }
}

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c

/**
 * A strict JSON reader (RFC 8259) that keeps the place of every value, the text of every number and
 * every member of an object. Values are taken one after the other with `next`.
 */
export class JsonParser {
  readonly notices: JsonNotice[] = []
  readonly #text: string
  readonly #maxDepth: number
  #at = 0
  #line = 1
  #lineStart = 0

  constructor(text: string, maxDepth: number) {
    this.#text = text
    this.#maxDepth = maxDepth
  }

  get line(): number {
    return this.#line
  }

  /** Whether anything but white space is left. */
  hasMore(): boolean {
    this.#skipSpace()
    return this.#at < this.#text.length
  }

  /** The next value; throws a `JsonFault`. */
  next(): JsonValue {
    this.#skipSpace()
    return this.#value(0)
  }

  /** Goes to the beginning of the next line, after a fault. */
  skipLine(): void {
    const end = /\r\n|\r|\n/g
    end.lastIndex = this.#at
    const found = end.exec(this.#text)
    if (found === null) this.#at = this.#text.length
    else this.#newLine(found.index + found[0].length)
  }

  /** Throws at the present place. */
  fail(code: JsonFault['code'] = 'json-invalid'): never {
    const raw = this.#text.slice(this.#at, this.#at + 20)
    throw new JsonFault(code, this.#line, this.#column(), raw)
  }

  #value(depth: number): JsonValue {
    switch (this.#text.charCodeAt(this.#at)) {
      case 0x7b:
        return this.#object(depth)
      case 0x5b:
        return this.#array(depth)
      case quote: {
        const line = this.#line
        const column = this.#column()
        return { kind: 'string', value: this.#string(), line, column }
      }
      case 0x74:
      case 0x66:
      case 0x6e:
        return this.#word()
      default:
        return this.#number()
    }
  }

  #object(depth: number): JsonObject {
    if (depth >= this.#maxDepth) this.fail('json-too-deep')
    const line = this.#line
    const column = this.#column()
    const members: JsonMember[] = []
    this.#at += 1
    this.#skipSpace()
    if (this.#accept(0x7d)) return { kind: 'object', members, line, column }
    for (;;) {
      members.push(this.#member(depth))
      this.#skipSpace()
      if (this.#accept(0x7d)) break
      if (!this.#accept(comma)) this.fail()
      this.#skipSpace()
    }
    this.#noteDuplicates(members)
    return { kind: 'object', members, line, column }
  }

  #member(depth: number): JsonMember {
    const line = this.#line
    const column = this.#column()
    if (this.#text.charCodeAt(this.#at) !== quote) this.fail()
    const key = this.#string()
    this.#skipSpace()
    if (!this.#accept(0x3a)) this.fail()
    this.#skipSpace()
    return { key, value: this.#value(depth + 1), line, column }
  }

  #noteDuplicates(members: readonly JsonMember[]): void {
    if (members.length < 2 || !hasDuplicates(members)) return
    const seen = new Set<string>()
    for (const { key, line, column } of members) {
      if (seen.has(key)) this.notices.push({ code: 'json-duplicate-key', line, column, raw: key })
      seen.add(key)
    }
  }

  #array(depth: number): JsonArray {
    if (depth >= this.#maxDepth) this.fail('json-too-deep')
    const line = this.#line
    const column = this.#column()
    const items: JsonValue[] = []
    this.#at += 1
    this.#skipSpace()
    if (this.#accept(0x5d)) return { kind: 'array', items, line, column }
    for (;;) {
      items.push(this.#value(depth + 1))
      this.#skipSpace()
      if (this.#accept(0x5d)) return { kind: 'array', items, line, column }
      if (!this.#accept(comma)) this.fail()
      this.#skipSpace()
    }
  }

  #string(): string {
    const start = this.#at + 1
    let at = start
    let escaped = false
    for (;;) {
      const code = this.#text.charCodeAt(at)
      if (code === quote) break
      if (code === backslash) {
        escaped = true
        at += 1
      } else if (code < 0x20 || Number.isNaN(code)) {
        this.#at = Math.min(at, this.#text.length)
        this.fail()
      }
      at += 1
    }
    const written = this.#text.slice(start, at)
    const text = escaped ? this.#unescaped(written, start) : written
    this.#at = at + 1
    return text
  }

  #unescaped(written: string, start: number): string {
    const text = written.replaceAll(
      /\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt])|[^])/g,
      (_, hex: string | undefined, mark: string | undefined, offset: number) => {
        if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
        if (mark !== undefined) return controls.get(mark) ?? mark
        this.#at = start + offset
        return this.fail()
      },
    )
    if (!/\p{Surrogate}/u.test(text)) return text
    this.notices.push({
      code: 'text-lost-character',
      line: this.#line,
      column: this.#column(),
      raw: written,
    })
    return text.replaceAll(/\p{Surrogate}/gu, '\ufffd')
  }

  #number(): JsonScalar {
    const text = this.#digits() ?? this.#anyNumber()
    const line = this.#line
    const column = this.#column()
    const value = Number(text)
    if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
      this.notices.push({ code: 'json-number-unsafe', line, column, raw: text })
    }
    this.#at += text.length
    return { kind: 'number', value, text, line, column }
  }

  /** The usual number, a few digits and nothing else; null for any other. */
  #digits(): string | null {
    let at = this.#at
    let code = this.#text.charCodeAt(at)
    if (code === 0x30) code = this.#text.charCodeAt(++at)
    else while (code >= 0x30 && code <= 0x39) code = this.#text.charCodeAt(++at)
    const isEnd = code === comma || code === 0x5d || code === 0x7d || code === 0x0a || code === 0x20
    return isEnd && at > this.#at ? this.#text.slice(this.#at, at) : null
  }

  #anyNumber(): string {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y
    pattern.lastIndex = this.#at
    return pattern.exec(this.#text)?.[0] ?? this.fail()
  }

  #word(): JsonScalar {
    const line = this.#line
    const column = this.#column()
    for (const word of ['null', 'true', 'false'] as const) {
      if (!this.#text.startsWith(word, this.#at)) continue
      this.#at += word.length
      if (word === 'null') return { kind: 'null', line, column }
      return { kind: 'boolean', value: word === 'true', line, column }
    }
    return this.fail()
  }

  #accept(code: number): boolean {
    if (this.#text.charCodeAt(this.#at) !== code) return false
    this.#at += 1
    return true
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (code === 0x20 || code === 0x09) this.#at += 1
      else if (code === 0x0a) this.#newLine(this.#at + 1)
      else if (code === 0x0d) {
        this.#newLine(this.#at + (this.#text.charCodeAt(this.#at + 1) === 0x0a ? 2 : 1))
      } else return
    }
  }

  #newLine(start: number): void {
    this.#at = start
    this.#line += 1
    this.#lineStart = start
  }

  #column(): number {
    return this.#at - this.#lineStart + 1
  }
}

/** Few keys are compared one by one: most objects are small, and a set for each is slow. */
function hasDuplicates(members: readonly JsonMember[]): boolean {
  if (members.length > 16) return new Set(members.map(({ key }) => key)).size < members.length
  for (let index = 1; index < members.length; index += 1) {
    const key = members[index]?.key
    for (let before = 0; before < index; before += 1) {
      if (members[before]?.key === key) return true
    }
  }
  return false
}

const controls: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])
