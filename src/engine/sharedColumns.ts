import type { ColumnMapping, FileDraft } from '@/intake/draft'

/**
 * Files of one office have one header. Their lists of columns are one object here, so that what is said
 * of five hundred files is sent to the page, and stored, with one list and not with five hundred.
 */
export class SharedColumns {
  readonly #lists = new Map<string, readonly ColumnMapping[]>()

  /** The draft of a file, with the list of an earlier file that says the same. */
  share(draft: FileDraft): FileDraft {
    const text = JSON.stringify(draft.columns)
    const known = this.#lists.get(text)
    if (known !== undefined) return { ...draft, columns: known }
    this.#lists.set(text, draft.columns)
    return draft
  }

  clear(): void {
    this.#lists.clear()
  }
}
