/** What is said beside a pointer; plain text, never markup. */
export interface Tip {
  readonly title: string
  readonly rows: readonly TipRow[]
  readonly notes: readonly string[]
}

export interface TipRow {
  readonly label: string
  readonly text: string
  /** Colour of the series, or null. */
  readonly colour: string | null
  readonly missing: boolean
}
