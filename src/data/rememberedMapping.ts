/** What the user said of a header: which figure stands under it, and in which unit. */
export interface HeaderAnswer {
  /** As written. */
  readonly header: string
  /** Which one it is of the same headers in its table, from 1. */
  readonly nth: number
  /** Null: it is left out. */
  readonly indicator: string | null
  /** The unit of numbers that have none of their own; left out: as the header says. */
  readonly unit?: string
  /** Said of this file, or taken over from an earlier one with the same header. */
  readonly by: 'user' | 'confirmed'
}

/** What the user said of the headers of a file, kept for files with the same ones. */
export interface RememberedMapping {
  /** The same for the same layout and headers. */
  readonly id: string
  readonly layout: string
  /** The headers by which a file is known to be alike, as `headerKey` writes them. */
  readonly headers: readonly string[]
  readonly answers: readonly HeaderAnswer[]
  /** The file that it was first said of. */
  readonly file: string
  /** Milliseconds since 1970, only shown. */
  readonly at: number
  /** 操作人, or empty. */
  readonly by: string
}
