/** Where a value begins in its text; lines and columns count from 1. */
interface At {
  readonly line: number
  readonly column: number
}

/** A JSON value that knows its place. Keys are data here, so an object is a list, never an object. */
export type JsonValue = JsonObject | JsonArray | JsonScalar

export interface JsonObject extends At {
  readonly kind: 'object'
  /** In the order of the text; a key may come twice (there is a finding then). */
  readonly members: readonly JsonMember[]
}

export interface JsonMember extends At {
  readonly key: string
  readonly value: JsonValue
}

export interface JsonArray extends At {
  readonly kind: 'array'
  readonly items: readonly JsonValue[]
}

export type JsonScalar = At &
  (
    | { readonly kind: 'string'; readonly value: string }
    /** `text` as written: exact where `value`, a double, is not. */
    | { readonly kind: 'number'; readonly value: number; readonly text: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
  )

export interface JsonDocument {
  /** For a text of JSON lines: an array of them. */
  readonly root: JsonValue
  readonly isLines: boolean
}

/** The value of the first member with this key. */
export function memberOf(object: JsonObject, key: string): JsonValue | undefined {
  return object.members.find((member) => member.key === key)?.value
}

/** The text of a scalar as it was written: strings without quotes, null as nothing. */
export function scalarText(value: JsonScalar): string {
  switch (value.kind) {
    case 'string':
      return value.value
    case 'number':
      return value.text
    case 'boolean':
      return String(value.value)
    case 'null':
      return ''
  }
}
