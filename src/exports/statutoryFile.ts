import type { Fact } from './viewFile'

/** Tables in the layout of the form, with the figures of a report or the sums of many. */
export interface StatutoryFile {
  readonly title: string
  readonly facts: readonly Fact[]
  readonly tables: readonly StatutoryTable[]
  /** What is to be said of figures, each with the mark that stands beside them; no mark: of all. */
  readonly notes: readonly StatutoryNote[]
}

export interface StatutoryTable {
  readonly title: string
  readonly columns: number
  readonly rows: readonly (readonly StatutoryCell[])[]
}

export type StatutoryCell = Readonly<{ rows: number; columns: number }> &
  (
    | { readonly kind: 'label'; readonly text: string }
    | {
        readonly kind: 'figure'
        /** A number, or the text that stands in its place; empty for a blank. */
        readonly value: number | string
        /** The signs of its checks and corrections, then that of a note; empty where there is none. */
        readonly mark: string
        /** Whether the sums of the form speak against it. */
        readonly isDoubtful: boolean
      }
  )

export interface StatutoryNote {
  readonly mark: string
  /** The figures that it is said of, in words; empty for a mark that says so, and for all. */
  readonly figures: string
  readonly text: string
}

/** A note as a line. */
export function noteLine({ mark, figures, text }: StatutoryNote): string {
  return [mark, figures === '' ? '' : `${figures}：`, text].join('')
}
